"""recipes:bookmarklet.show and recipes:bookmarklet.receive: a browser hands a page over; a click here takes it in."""

from html import unescape
from urllib.parse import unquote

from django.test import Client

from accounts.models import Household, User
from kitchen.ids import new_id
from recipes.models import ImportBatch, Recipe
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.recipes.importing import count, dish, page_of, read_waiting


def receiving(household: Household) -> str:
    return f"/h/{household.code}/recipes/import/bookmark/receive/"


def test_the_bookmark_hands_the_page_to_us_alone(household: Household, bob: User, client_of: ClientOf) -> None:
    html = unquote(unescape(client_of(bob).get(f"/h/{household.code}/recipes/import/bookmark/").content.decode()))
    assert 'data-program="(() => {' in html
    assert "javascript:" not in html
    assert "http://testserver" in html
    assert receiving(household) in html
    assert "postMessage" in html
    assert '"*"' not in html


def test_a_page_that_was_handed_over_comes_in(household: Household, bob: User, client_of: ClientOf) -> None:
    sent = {"operation": str(new_id()), "url": "https://example.org/dal", "html": page_of(dish())}
    answer = client_of(bob).post(receiving(household), sent)
    assert answer.status_code == 302
    read_waiting()
    with as_owner():
        assert Recipe.objects.get().source_url == "https://example.org/dal"
        assert ImportBatch.objects.get().way == "page"


def test_nothing_is_kept_before_the_click(household: Household, bob: User, client_of: ClientOf) -> None:
    """A foreign page may open ours and speak to it, but not press its button: that takes the form's own token."""
    answer = client_of(bob).get(receiving(household))
    assert answer["Cross-Origin-Opener-Policy"] == "unsafe-none"
    assert answer["X-Frame-Options"] == "DENY"
    foreign = Client(enforce_csrf_checks=True)
    foreign.cookies = client_of(bob).cookies
    sent = {"operation": str(new_id()), "url": "https://example.org/dal", "html": page_of(dish())}
    assert foreign.post(receiving(household), sent, headers={"Origin": "https://evil.example"}).status_code == 403
    assert count() == 0


def test_an_address_that_is_none_is_left_out(household: Household, bob: User, client_of: ClientOf) -> None:
    sent = {"operation": str(new_id()), "url": "javascript:alert(1)", "html": page_of(dish())}
    client_of(bob).post(receiving(household), sent)
    read_waiting()
    with as_owner():
        assert Recipe.objects.get().source_url == ""


def test_no_page_is_said(household: Household, bob: User, guest: User, client_of: ClientOf) -> None:
    answer = client_of(bob).post(receiving(household), {"operation": str(new_id()), "html": ""})
    assert answer.status_code == 422
    assert "No page has arrived yet." in answer.content.decode()
    assert client_of(guest).get(receiving(household)).status_code == 403
