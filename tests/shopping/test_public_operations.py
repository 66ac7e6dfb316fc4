"""shopping:public.operations: a visitor's device sends its ticks as a member's does, and opens nothing else so."""

from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Household, User
from shopping.models import ItemState, ListLink, ShoppingList, ShoppingListItem
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ShoppingListFactory
from tests.shopping.rows import on_list, state_of
from tests.shopping.visits import asks, operations_of, outcomes, send, shared


@pytest.fixture
def milk(saturday: ShoppingList) -> ShoppingListItem:
    return on_list(saturday, "Milk")[0]


@pytest.fixture
def link(saturday: ShoppingList, alice: User) -> ListLink:
    return shared(saturday, alice)


def test_ticks_are_applied_once_each(saturday: ShoppingList, milk: ShoppingListItem, link: ListLink) -> None:
    tick = asks("tick", milk.pk, saturday.pk)
    for _ in range(2):
        answer = send(Client(), link.token, tick)
        assert outcomes(answer) == ["applied"]
    row = answer.json()["rows"][str(saturday.pk)]
    assert f'id="item_{milk.pk}"' in row
    assert 'data-state="ticked"' in row
    assert f"/l/{link.token}/items/{milk.pk}/untick/" in row
    (kept,) = operations_of(saturday)
    assert (kept.kind, kept.by_id, kept.link_id, str(kept.operation)) == ("tick", None, link.pk, tick["id"])


@pytest.mark.parametrize(
    ("kind", "more"),
    [("add", {"text": "gin"}), ("edit", {"fields": {"name": "Gin"}}), ("remove", {"seen": 9}), ("restore", {})],
)
def test_a_visitor_only_ticks(
    kind: str, more: dict[str, object], saturday: ShoppingList, milk: ShoppingListItem, link: ListLink
) -> None:
    item = uuid4() if kind == "add" else milk.pk
    answer = send(Client(), link.token, asks(kind, item, saturday.pk, **more))
    assert outcomes(answer) == ["refused"]
    assert answer.json()["results"][0]["why"] == "With this link things are ticked, and nothing else."
    with as_owner():
        assert list(ShoppingListItem.objects.values_list("name", "state")) == [("Milk", "open")]


def test_other_lists_and_their_things_are_out_of_reach(
    household: Household, saturday: ShoppingList, milk: ShoppingListItem, link: ListLink, other_household: Household
) -> None:
    presents = ShoppingListFactory(household=household, name="Presents")
    theirs = ShoppingListFactory(household=other_household)
    (watch,), (bread,) = on_list(presents, "Watch"), on_list(theirs, "Bread")
    asked = [
        asks("tick", watch.pk, presents.pk),  # another list of the same household
        asks("tick", watch.pk, saturday.pk),  # its thing, as if it were on this one
        asks("tick", milk.pk, presents.pk),
        asks("tick", bread.pk, theirs.pk),  # and of another household
        asks("tick", bread.pk, saturday.pk),
        asks("tick", uuid4(), uuid4()),
        asks("tick", milk.pk, saturday.pk),
    ]
    answer = send(Client(), link.token, *asked)
    assert outcomes(answer) == ["refused"] * 6 + ["applied"]
    assert [result["id"] for result in answer.json()["results"]] == [one["id"] for one in asked]
    # Nothing tells apart what is elsewhere and what is nowhere.
    nowhere = send(Client(), link.token, asks("tick", uuid4(), saturday.pk)).json()["results"][0]
    for result in (answer.json()["results"][1], answer.json()["results"][4]):
        assert (result["why"], result["number"], result["item"]) == (nowhere["why"], None, None)
    assert list(answer.json()["rows"]) == [str(saturday.pk)]
    assert "Watch" not in answer.content.decode()
    assert {state_of(item) for item in (watch, bread)} == {ItemState.OPEN}
    assert operations_of(presents) == operations_of(theirs) == []


def test_a_change_of_a_member_is_not_told_to_who_guesses_its_id(
    household: Household, saturday: ShoppingList, link: ListLink, bob: User, client_of: ClientOf
) -> None:
    presents = ShoppingListFactory(household=household, name="Presents")
    (watch,) = on_list(presents, "Watch")
    body = {"protocol": 1, "person": str(bob.pk), "operations": [asks("tick", watch.pk, presents.pk)]}
    url = f"/h/{household.code}/shopping/operations/"
    assert outcomes(client_of(bob).post(url, body, content_type="application/json")) == ["applied"]
    again = {**body["operations"][0], "list": str(saturday.pk)}  # type: ignore[index]
    result = send(Client(), link.token, again).json()["results"][0]
    assert (result["outcome"], result["item"], result["number"]) == ("refused", None, None)


def test_a_queue_of_somebody_else_is_neither_applied_nor_dropped(
    saturday: ShoppingList, milk: ShoppingListItem, link: ListLink, bob: User
) -> None:
    answer = send(Client(), link.token, asks("tick", milk.pk, saturday.pk), person=str(bob.pk))
    assert answer.status_code == 409
    assert state_of(milk) == ItemState.OPEN


def test_after_revoking_nothing_is_applied(saturday: ShoppingList, milk: ShoppingListItem, link: ListLink) -> None:
    with as_owner():
        ListLink.objects.filter(pk=link.pk).update(revoked_at=timezone.now())
    assert send(Client(), link.token, asks("tick", milk.pk, saturday.pk)).status_code == 404
    assert state_of(milk) == ItemState.OPEN


@pytest.mark.parametrize("changes", [{"protocol": 99}, {"operations": "all"}, {"operations": [{"id": "x"}]}])
def test_what_is_not_understood_is_told_to_load_again(changes: dict[str, object], link: ListLink) -> None:
    answer = send(Client(), link.token, **changes)
    assert (answer.status_code, answer.json()["reload"]) == (400, True)


def test_no_form_of_another_site_ticks(milk: ShoppingListItem, link: ListLink) -> None:
    url = f"/l/{link.token}/operations/"
    assert Client().post(url, {"protocol": 1}).status_code == 400
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert Client().post(url, "{}", content_type="application/json", headers=headers).status_code == 400
