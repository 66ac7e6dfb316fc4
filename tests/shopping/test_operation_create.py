"""shopping:operation.create: what devices send, and the rules for two people at once."""

import json
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from accounts.models import Activity, Household, User
from kitchen.doctor import State
from shopping.models import ItemState, ListOperation, ShoppingList, ShoppingListItem
from shopping.operation_check import check, faults_of
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories.shopping import ShoppingListFactory
from tests.shopping.rows import on_list, rows, state_of


class Device:
    """A signed-in client that sends operations on one list."""

    def __init__(self, client: Client, person: User, kept: ShoppingList) -> None:
        self.client, self.person, self.kept = client, person, kept

    def post(self, *operations: dict[str, Any], **other: Any) -> Any:
        body = {"protocol": 1, "person": str(self.person.pk), "operations": list(operations), **other}
        url = f"/h/{self.kept.household.code}/shopping/operations/"
        return self.client.post(url, json.dumps(body), content_type="application/json")

    def send(self, kind: str, item: object = None, **more: Any) -> dict[str, Any]:
        """One operation, and what became of it."""
        (result,) = self.post(self.made(kind, item, **more)).json()["results"]
        return dict(result)

    def made(self, kind: str, item: object = None, **more: Any) -> dict[str, Any]:
        return {"id": str(uuid4()), "list": str(self.kept.pk), "item": str(item or uuid4()), "kind": kind, **more}


@pytest.fixture
def at_home(saturday: ShoppingList, alice: User, client_of: ClientOf) -> Device:
    return Device(client_of(alice), alice, saturday)


@pytest.fixture
def in_shop(saturday: ShoppingList, bob: User, client_of: ClientOf) -> Device:
    return Device(client_of(bob), bob, saturday)


def item_named(kept: ShoppingList, name: str) -> ShoppingListItem:
    with as_owner():
        return ShoppingListItem.objects.get(shopping_list=kept, name=name)


def test_one_after_the_other_with_rows_to_draw(at_home: Device, saturday: ShoppingList) -> None:
    milk = str(uuid4())
    sent = [at_home.made("add", milk, text="2 l milk"), at_home.made("tick", milk)]
    answer = at_home.post(*sent).json()
    assert [(one["outcome"], one["number"], one["item"]) for one in answer["results"]] == [
        ("applied", 1, milk),
        ("applied", 2, milk),
    ]
    assert list(answer["rows"]) == [str(saturday.pk)]
    assert 'data-state="ticked"' in answer["rows"][str(saturday.pk)]
    assert "csrf" not in answer["rows"][str(saturday.pk)]
    assert rows(saturday, ItemState.TICKED) == [("Milk", Decimal(2), "l")]


def test_what_comes_twice_or_late_is_applied_once(at_home: Device, in_shop: Device, saturday: ShoppingList) -> None:
    adding = at_home.made("add", text="2 l milk")
    tick = at_home.made("tick", adding["item"])
    first = at_home.post(adding, tick).json()["results"]
    in_shop.send("untick", adding["item"])
    for _ in range(2):
        assert [one["number"] for one in at_home.post(adding, tick).json()["results"]] == [
            one["number"] for one in first
        ]
    assert rows(saturday) == [("Milk", Decimal(2), "l")]


def test_an_addition_that_joins_says_so_and_is_known_by_both_ids(
    at_home: Device, in_shop: Device, saturday: ShoppingList
) -> None:
    there = at_home.send("add", text="1 l milk")["item"]
    mine = str(uuid4())
    joined = in_shop.send("add", mine, text="500 ml milk")
    assert (joined["item"], joined["said"]) == (there, "Milk: 1 l and 500 ml are now 1.5 l.")
    assert joined["undo"].endswith("/undo/")
    assert in_shop.send("tick", mine)["item"] == there
    assert rows(saturday, ItemState.TICKED) == [("Milk", Decimal("1.5"), "l")]
    # More of what lies in the basket is another thing to buy.
    at_home.send("add", text="1 l milk")
    assert rows(saturday) == [("Milk", Decimal(1), "l")]


def test_a_removal_takes_off_only_what_its_maker_saw(at_home: Device, in_shop: Device, saturday: ShoppingList) -> None:
    added = at_home.send("add", text="milk")
    in_shop.send("tick", added["item"])
    refused = at_home.send("remove", added["item"], seen=added["number"])
    assert refused["outcome"] == "refused"
    assert refused["why"] == "Bob has Milk in the basket by now: it stays."
    assert state_of(item_named(saturday, "Milk")) == ItemState.TICKED
    bread = at_home.send("add", text="bread")
    changed = in_shop.send("edit", bread["item"], fields={"note": "the dark one"})
    assert "Bob has changed Bread meanwhile" in at_home.send("remove", bread["item"], seen=bread["number"])["why"]
    assert at_home.send("remove", bread["item"], seen=changed["number"])["outcome"] == "applied"
    assert state_of(item_named(saturday, "Bread")) == ItemState.REMOVED
    assert at_home.send("restore", bread["item"])["outcome"] == "applied"
    assert state_of(item_named(saturday, "Bread")) == ItemState.OPEN


def test_what_one_takes_off_and_another_edits_is_back_with_both(
    at_home: Device, in_shop: Device, saturday: ShoppingList
) -> None:
    added = at_home.send("add", text="1 l milk")
    at_home.send("remove", added["item"], seen=added["number"])
    answer = in_shop.post(in_shop.made("edit", added["item"], fields={"amount": "2 l"})).json()
    assert "Alice took it off, Bob changed it: it is back" in answer["rows"][str(saturday.pk)]
    assert rows(saturday) == [("Milk", Decimal(2), "l")]


def test_what_was_ticked_and_taken_off_comes_back_ticked(at_home: Device, saturday: ShoppingList) -> None:
    for back, more in {"restore": {}, "edit": {"fields": {"note": "the big one"}}}.items():
        item = at_home.send("add", text="milk")["item"]
        for kind in ("tick", "remove", "remove"):
            at_home.send(kind, item)
        at_home.send(back, item, **more)
        assert rows(saturday, ItemState.OPEN) == []
        at_home.send("remove", item)


def test_two_who_change_different_things_change_both(at_home: Device, in_shop: Device, saturday: ShoppingList) -> None:
    added = at_home.send("add", text="1 l milk")
    at_home.send("edit", added["item"], fields={"amount": "2 l"})
    in_shop.send("edit", added["item"], fields={"note": "the fresh one"})
    milk = item_named(saturday, "Milk")
    assert (milk.quantity, milk.note) == (Decimal(2), "the fresh one")


def test_what_is_refused_stays_refused(at_home: Device, saturday: ShoppingList) -> None:
    wrong = at_home.made("add", text="0 kg flour")
    for _ in range(2):
        (told,) = at_home.post(wrong).json()["results"]
        assert (told["outcome"], told["number"]) == ("refused", None)
        assert told["why"]
    for fields in ({"amount": "very much"}, {"name": ""}, {"category": "999999"}, {"colour": "red"}, ["name"]):
        added = at_home.send("add", text="milk")
        assert at_home.send("edit", added["item"], fields=fields)["outcome"] == "refused"
    assert at_home.send("dance", uuid4())["outcome"] == "refused"
    assert at_home.send("tick", uuid4())["why"] == "This is not on the list any more."
    assert rows(saturday) == [("Milk", None, "")]


def test_a_guest_ticks_and_nothing_else(
    saturday: ShoppingList, guest: User, at_home: Device, client_of: ClientOf
) -> None:
    visiting, added = Device(client_of(guest), guest, saturday), at_home.send("add", text="milk")
    assert visiting.send("tick", added["item"])["outcome"] == "applied"
    for kind, more in {"add": {"text": "beer"}, "edit": {"fields": {"note": "x"}}, "remove": {}, "restore": {}}.items():
        assert visiting.send(kind, added["item"], **more)["outcome"] == "refused"


def test_what_another_person_made_here_is_not_sent(at_home: Device, bob: User, saturday: ShoppingList) -> None:
    answer = at_home.post(at_home.made("add", text="milk"), person=str(bob.pk))
    assert answer.status_code == 409
    assert rows(saturday) == []


def test_strangers_find_nothing(
    saturday: ShoppingList, stranger: User, other_household: Household, at_home: Device, client_of: ClientOf
) -> None:
    added = at_home.send("add", text="milk")
    elsewhere = Device(client_of(stranger), stranger, saturday)
    assert elsewhere.post(elsewhere.made("tick", added["item"])).status_code == 404
    own = f"/h/{other_household.code}/shopping/operations/"
    body = {"protocol": 1, "person": str(stranger.pk), "operations": [elsewhere.made("tick", added["item"])]}
    told = elsewhere.client.post(own, json.dumps(body), content_type="application/json").json()["results"][0]
    assert (told["outcome"], told["why"]) == ("refused", "This list is not there any more.")
    assert state_of(item_named(saturday, "Milk")) == ItemState.OPEN


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{",
        '{"protocol": 2, "operations": []}',
        '{"protocol": 1}',
        '{"protocol": 1, "operations": [1]}',
        '{"protocol": 1, "operations": [{"id": "x"}]}',
        '{"protocol": 1, "operations": [' + ",".join(["{}"] * 101) + "]}",
        "[" * 100_000,
        "x" * 300_000,
    ],
)
def test_what_is_no_message_says_to_load_again(body: str, at_home: Device) -> None:
    url = f"/h/{at_home.kept.household.code}/shopping/operations/"
    answer = at_home.client.post(url, body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json()["reload"] is True


def test_forms_of_other_sites_are_not_read(at_home: Device) -> None:
    url, message = f"/h/{at_home.kept.household.code}/shopping/operations/", at_home.made("add", text="milk")
    body = json.dumps({"protocol": 1, "person": str(at_home.person.pk), "operations": [message]})
    assert at_home.client.post(url, body, content_type="text/plain").status_code == 400
    foreign = at_home.client.post(url, body, content_type="application/json", headers={"Sec-Fetch-Site": "cross-site"})
    assert foreign.status_code == 400


def test_ids_that_stand_elsewhere_are_refused(
    at_home: Device, saturday: ShoppingList, household: Household, other_household: Household
) -> None:
    """And what comes after it is applied."""
    (theirs,) = on_list(ShoppingListFactory(household=other_household), "Oats")
    taken = [at_home.send("add", text="milk")["item"], theirs.pk]
    sent = [*(at_home.made("add", id, text="bread") for id in taken), at_home.made("add", text="rice")]
    assert [one["outcome"] for one in at_home.post(*sent).json()["results"]] == ["refused", "refused", "applied"]
    with as_owner():
        assert ListOperation.objects.filter(household=household, number=None).count() == 2
        assert Activity.objects.filter(household=household, verb="item.added").count() == 2


@pytest.mark.django_db(databases=["default", "owner"], transaction=True)
def test_the_doctor_sees_what_wrote_past_the_operations(at_home: Device, saturday: ShoppingList) -> None:
    added = at_home.send("add", text="2 l milk")
    at_home.send("tick", added["item"])
    assert faults_of(saturday.household_id) == []
    with as_owner():
        ShoppingListItem.objects.filter(pk=added["item"]).update(state=ItemState.OPEN)
    assert faults_of(saturday.household_id) == ["1 items of shopping lists are not what their operations say"]
    assert check().state == State.FAIL
    with as_owner():
        ListOperation.objects.filter(number=1).delete()
    assert "1 shopping lists miss operations, or have some twice" in faults_of(saturday.household_id)
