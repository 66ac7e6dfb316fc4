"""shopping:public.show, shopping:public.tick and shopping:public.untick: what a visitor with the link sees and does."""

from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from accounts.limits import Limit
from accounts.models import Household, User
from shopping.models import ItemState, ListLink, ShoppingList, ShoppingListItem
from shopping.views import public
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ItemReasonFactory, RecipeFactory, ShoppingListFactory
from tests.shopping.rows import on_list, state_of
from tests.shopping.visits import asks, operations_of, send, shared


@pytest.fixture
def milk(saturday: ShoppingList, bob: User) -> ShoppingListItem:
    (made,) = on_list(
        saturday, "Milk", quantity=2, unit="l", note="the blue one", price=Decimal("7.77"), added_by=bob, linked=True
    )
    return made


@pytest.fixture
def link(saturday: ShoppingList, alice: User, milk: ShoppingListItem) -> ListLink:
    return shared(saturday, alice)


def test_whoever_has_the_link_sees_what_to_buy_and_nothing_else(
    household: Household, saturday: ShoppingList, milk: ShoppingListItem, link: ListLink, bob: User, client_of: ClientOf
) -> None:
    on_list(saturday, "Bread", ticked=True, ticked_by=bob)
    on_list(saturday, "Secret cake", state=ItemState.REMOVED)
    on_list(ShoppingListFactory(household=household, name="Presents"), "Watch")
    ItemReasonFactory(item=milk, recipe=RecipeFactory(household=household, name="Grandma's pudding"))
    for client in (Client(), client_of(bob)):
        answer = client.get(f"/l/{link.token}/")
        html = answer.content.decode()
        assert answer.status_code == 200
        for shown in ("Saturday shop", "Milk", "2 l", "the blue one", "Bread", "1 of 2 in the basket"):
            assert shown in html
        for private in ("7.77", "Bob", "pudding", "Watch", "Presents", "Secret", household.name, "/h/"):
            assert private not in html
        assert "noindex" in answer["X-Robots-Tag"]
        assert '<meta name="robots" content="noindex' in html
    assert household.code not in Client().get(f"/l/{link.token}/").content.decode()


def test_a_tick_without_javascript_is_nobodys_and_can_be_taken_back(
    saturday: ShoppingList, milk: ShoppingListItem, link: ListLink, bob: User, client_of: ClientOf
) -> None:
    # Also of somebody who is signed in: the page is the visitors' door.
    for client, verb, state in ((Client(), "tick", "ticked"), (client_of(bob), "untick", "open")):
        answer = client.post(f"/l/{link.token}/items/{milk.pk}/{verb}/")
        assert (answer.status_code, answer["Location"]) == (302, f"/l/{link.token}/")
        assert state_of(milk) == state
    assert [(one.kind, one.by_id, one.link_id) for one in operations_of(saturday)] == [
        ("tick", None, link.pk),
        ("untick", None, link.pk),
    ]


def test_the_link_opens_no_other_list(
    household: Household, link: ListLink, other_household: Household, client_of: ClientOf
) -> None:
    (watch,) = on_list(ShoppingListFactory(household=household, name="Presents"), "Watch")
    (theirs,) = on_list(ShoppingListFactory(household=other_household), "Bread")
    for item in (watch, theirs):
        for verb in ("tick", "untick"):
            assert Client().post(f"/l/{link.token}/items/{item.pk}/{verb}/").status_code == 404
        assert state_of(item) == ItemState.OPEN
        assert operations_of(item.shopping_list) == []
    assert Client().get(f"/h/{household.code}/shopping/").status_code == 302


def test_what_is_put_away_is_refused_with_a_sentence(milk: ShoppingListItem, link: ListLink) -> None:
    with as_owner():
        ShoppingListItem.objects.filter(pk=milk.pk).update(state=ItemState.PUT_AWAY)
    answer = Client().post(f"/l/{link.token}/items/{milk.pk}/untick/")
    assert answer.status_code == 422
    assert "Milk has been put away already." in answer.content.decode()


def test_revoked_put_aside_and_unknown_are_alike(
    saturday: ShoppingList, milk: ShoppingListItem, link: ListLink
) -> None:
    page = f"/l/{link.token}/"
    with as_owner():
        ShoppingList.objects.filter(pk=saturday.pk).update(archived_at=timezone.now())
    assert Client().get(page).status_code == 404
    with as_owner():
        ShoppingList.objects.filter(pk=saturday.pk).update(archived_at=None)
    assert Client().get(page).status_code == 200
    with as_owner():
        ListLink.objects.filter(pk=link.pk).update(revoked_at=timezone.now())
    revoked, unknown = Client().get(page), Client().get(f"/l/{'a' * 32}/")
    assert revoked.status_code == unknown.status_code == Client().get("/l/short/").status_code == 404
    assert revoked.content == unknown.content
    assert Client().post(f"{page}items/{milk.pk}/tick/").status_code == 404
    assert state_of(milk) == ItemState.OPEN


def test_a_link_lets_nobody_tick_without_end(
    milk: ShoppingListItem, link: ListLink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(public, "CHANGES", Limit("list-link", 2, 86_400))
    client, page = Client(REMOTE_ADDR="192.0.2.77"), f"/l/{link.token}/"
    assert [client.post(f"{page}items/{milk.pk}/tick/").status_code for _ in range(3)] == [302, 302, 429]
    answer = send(client, link.token, asks("untick", milk.pk, milk.shopping_list_id))
    assert (answer.status_code, state_of(milk)) == (429, "ticked")
    assert client.get(page).status_code == 200
