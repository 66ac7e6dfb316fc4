from accounts.models import Household, User
from tests.conftest import ClientOf


def url(household: Household) -> str:
    """accounts:member.index"""
    return f"/h/{household.code}/members/"


def test_everybody_is_listed_with_what_the_reader_may_do(
    household: Household, alice: User, carol: User, bob: User, guest: User, stranger: User, client_of: ClientOf
) -> None:
    html = client_of(carol).get(url(household)).content.decode()
    assert "4 people are in Linden 12" in html
    assert "Change the role of Bob" in html
    assert "Remove Greta" in html
    assert "Remove Alice" not in html
    assert "Remove Carol" not in html
    assert "Sam" not in html


def test_a_guest_reads_and_nothing_else(household: Household, guest: User, client_of: ClientOf) -> None:
    html = client_of(guest).get(url(household)).content.decode()
    assert "Alice" in html
    assert "Invite" not in html
    assert "Remove" not in html
    assert "@example.org" not in html.split('id="main"')[1]


def test_htmx_gets_the_faces_alone(household: Household, alice: User, bob: User, client_of: ClientOf) -> None:
    response = client_of(alice).get(url(household), headers={"HX-Request": "true"})
    assert "<html" not in response.content.decode()
    assert 'aria-label="Bob"' in response.content.decode()
    assert "HX-Request" in response.headers["vary"]
