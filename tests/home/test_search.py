import pytest
from django.urls import reverse

from accounts.models import Household, User
from kitchen.home.places import PLACES
from kitchen.home.templatetags.search import marked
from tests.conftest import ClientOf
from tests.factories import ActivityFactory, EaterFactory

HTMX = {"HX-Request": "true"}


def url_of(household: Household) -> str:
    return reverse("home:search", kwargs={"code": household.code})


def found(client_of: ClientOf, user: User, household: Household, text: str) -> str:
    return client_of(user).get(url_of(household), {"q": text}).content.decode()


def test_without_words_it_says_what_can_be_found(household: Household, alice: User, client_of: ClientOf) -> None:
    for text in ("", " ", "a"):
        assert "type two letters or more" in found(client_of, alice, household, text)


def test_people_are_found(household: Household, alice: User, bob: User, client_of: ClientOf) -> None:
    page = found(client_of, alice, household, "BO")
    assert "<mark>Bo</mark>b" in page
    assert f'href="/h/{household.code}/members/"' in page


def test_strangers_are_not_found(household: Household, alice: User, stranger: User, client_of: ClientOf) -> None:
    assert "Nothing here has" in found(client_of, alice, household, "Sam")


def test_eaters_are_found_by_all_but_guests(
    household: Household, alice: User, bob: User, guest: User, client_of: ClientOf
) -> None:
    EaterFactory(household=household, name="Mia", dislikes="mushrooms")
    for text in ("mia", "mush"):
        assert "eats here" in found(client_of, bob, household, text)
        assert "eats here" not in found(client_of, guest, household, text)


def test_what_happened_is_found_and_its_link_shows_it(household: Household, alice: User, client_of: ClientOf) -> None:
    ActivityFactory(household=household, number=7, actor=alice, verb="eater.added", facts={"name": "Ottoline"})
    page = found(client_of, alice, household, "ottoline")
    assert "?before=8" in page
    assert "Ottoline" in client_of(alice).get(f"/h/{household.code}/feed/?before=8").content.decode()


def test_pages_are_found_by_other_words(household: Household, alice: User, client_of: ClientOf) -> None:
    page = found(client_of, alice, household, "dark")
    assert 'href="/me/preferences/"' in page


def test_pages_are_found_by_those_who_may_open_them(
    household: Household, alice: User, guest: User, client_of: ClientOf
) -> None:
    link = f'href="/h/{household.code}/invitations/new/"'
    assert link in found(client_of, alice, household, "invite")
    assert link not in found(client_of, guest, household, "invite")


def test_every_place_that_is_found_opens(household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    for place in PLACES:
        url = reverse(place.to, kwargs={"code": household.code} if place.in_household else None)
        assert client.get(url).status_code in (200, 302), place.to


def test_htmx_gets_the_results_alone(household: Household, alice: User, client_of: ClientOf) -> None:
    response = client_of(alice).get(url_of(household), {"q": "al"}, headers=HTMX)
    page = response.content.decode()
    assert page.lstrip().startswith('<div id="results"')
    assert "<html" not in page


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "\x00\x00", "%' OR 1=1 --", "(((", "\\" * 9, "x" * 9000])
def test_what_was_typed_stays_and_is_text(household: Household, alice: User, client_of: ClientOf, text: str) -> None:
    page = found(client_of, alice, household, text)
    assert "<script>alert" not in page


def test_marks_are_escaped() -> None:
    assert (
        marked("<b>Bob & co</b>", "b")
        == "&lt;<mark>b</mark>&gt;<mark>B</mark>o<mark>b</mark> &amp; co&lt;/<mark>b</mark>&gt;"
    )
    assert marked("plain", "") == "plain"
    assert marked("a.c abc", ".") == "a<mark>.</mark>c abc"
