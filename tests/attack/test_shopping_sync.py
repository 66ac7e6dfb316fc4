"""What hostile devices send as changes of a list: nothing breaks, nothing of others is touched, the list goes on."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from shopping.models import ListOperation, ShoppingList, ShoppingListItem
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ShoppingListFactory, ShoppingListItemFactory
from tests.shopping.devices import Device, Network
from tests.shopping.verdicts import Ledger

HUGE, LONG, ZERO = 10**40, "x" * 5000, "a\0b"
FIELDS: dict[str, list[Any]] = {
    "name": ["", " ", LONG, ZERO, "\ud83d", "\u202eevil", 5, None, [], {}, True],
    "amount": [
        "1e400",
        "NaN",
        "-1 kg",
        "0",
        "9" * 300,
        "1/0",
        "∞",
        ZERO,
        5,
        [],
        "999999999999999999 kg",
        "0.00000001 g",
    ],
    "note": [LONG, ZERO, {}, 7, "<script>alert(1)</script>"],
    "price": ["-1", "NaN", "Infinity", "1e30", "1,2,3", ZERO, 5, "9" * 50],
    "needed_on": ["0000-00-00", "9999-12-31", "0001-01-01", "tomorrow", "31.02.2026", 20260101, ZERO],
    "category": ["999999", "-1", "NaN", "1e9", str(HUGE), [1], ZERO, "dairy"],
    "assigned_to": ["me", str(uuid4()), "0", ZERO, 5, []],
    "state": ["ticked"],
    "household": ["x"],
    "number": ["0"],
}
ODD: list[dict[str, Any]] = [
    {"kind": "add", "text": LONG},
    {"kind": "add", "text": ZERO},
    {"kind": "add", "text": None},
    {"kind": "add", "text": [1]},
    {"kind": "add", "text": "\n" * 3999},
    {"kind": "add", "text": "a,b;c\n" * 660},
    {"kind": "add", "text": "9" * 4000},
    {"kind": "add", "text": "1e999 kg flour, 1/0 l milk, NaN eggs"},
    {"kind": "add", "text": "(((((((((" * 400},
    {"kind": "add", "text": "\ud83d"},
    {"kind": "remove", "seen": HUGE},
    {"kind": "remove", "seen": -1},
    {"kind": "remove", "seen": "5"},
    {"kind": "remove", "seen": None},
    {"kind": "restore"},
    {"kind": "put_away"},
    {"kind": "take_back"},
    {"kind": "first"},
    {"kind": "TICK"},
    {"kind": ["tick"]},
    {"kind": None},
    {"kind": "edit"},
    {"kind": "edit", "fields": []},
    {"kind": "edit", "fields": {"__class__": "x"}},
    *({"kind": "edit", "fields": {name: value}} for name, values in FIELDS.items() for value in values),
]


@pytest.fixture
def saturday(household: Any) -> ShoppingList:
    kept: ShoppingList = ShoppingListFactory(household=household, name="Saturday shop")
    return kept


def device_of(kept: ShoppingList, user: User, client: Client) -> Device:
    url = reverse("shopping:operation.create", args=[kept.household.code])
    return Device(str(user.pk), client, url, Network())


def asked(kept: ShoppingList, item: str, **odd: Any) -> dict[str, Any]:
    return {"id": str(uuid4()), "list": str(kept.pk), "item": item, "kind": "tick", **odd}


def test_odd_changes_are_refused_and_the_list_goes_on(
    saturday: ShoppingList, alice: User, client_of: ClientOf, caplog: pytest.LogCaptureFixture
) -> None:
    """Each in a request of its own and all in one; none is a fault of the server's, none stops what comes behind it."""
    client = client_of(alice)
    device = device_of(saturday, alice, client)
    milk = device.do("add", str(saturday.pk), text="2 l milk").item
    assert device.send()
    told = [asked(saturday, str(uuid4()) if odd["kind"] == "add" else milk, **odd) for odd in ODD]
    said = {"protocol": 1, "person": str(alice.pk)}
    for batch in ([[one] for one in told], [told[:100]]):
        for operations in batch:
            answer = client.post(device.url, {**said, "operations": operations}, content_type="application/json")
            assert answer.status_code == 200, (operations, answer.content[:300])
            outcomes = {one["outcome"] for one in answer.json()["results"]}
            assert outcomes <= {"applied", "refused"}, (operations, outcomes)
            assert all(one["why"] for one in answer.json()["results"] if one["outcome"] == "refused")
    assert not [one for one in caplog.records if "operation failed" in str(one.msg)]
    assert client.get(reverse("shopping:list.show", args=[saturday.household.code, saturday.pk])).status_code == 200
    device.do("tick", str(saturday.pk), milk)
    assert device.send()
    assert device.answers[-1].outcome == "applied"
    Ledger(saturday).judge()


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "x"}, {"id": 5}, {"id": None}, {"list": HUGE}, {"list": []}, {"item": {}}, {"item": "0" * 31},
        {"item": True},
    ],
)  # fmt: skip
def test_ids_that_are_none_make_no_message(
    changes: dict[str, Any], saturday: ShoppingList, alice: User, client_of: ClientOf
) -> None:
    device = device_of(saturday, alice, client_of(alice))
    said = {"protocol": 1, "person": str(alice.pk), "operations": [{**asked(saturday, str(uuid4())), **changes}]}
    assert device.client.post(device.url, said, content_type="application/json").status_code == 400


@pytest.mark.parametrize(
    "body",
    [
        b"", b"\xff\xfe", b"[" * 100_000, b'{"protocol": 1, "operations": {}}', b'{"protocol": true, "operations": []}',
        b'{"protocol": 1.0e400, "operations": []}', b'{"protocol": 1, "person": [], "operations": [[]]}',
        b'{"protocol": 1, "operations": [' + b"{}," * 9_999 + b"{}]}", b"9" * 300_000, b"null", b"NaN",
    ],
)  # fmt: skip
def test_bodies_that_are_no_message(body: bytes, saturday: ShoppingList, alice: User, client_of: ClientOf) -> None:
    device = device_of(saturday, alice, client_of(alice))
    answer = device.client.post(device.url, body, content_type="application/json")
    assert answer.status_code in {400, 409}
    with as_owner():
        assert not ListOperation.objects.exists()


def test_ids_of_others_open_nothing(
    saturday: ShoppingList, alice: User, stranger: User, other_household: Any, client_of: ClientOf
) -> None:
    """Their list, their item, their operation's id, also as ids of things of one's own."""
    theirs = ShoppingListItemFactory(shopping_list=ShoppingListFactory(household=other_household), name="Cake")
    sam = device_of(theirs.shopping_list, stranger, client_of(stranger))
    done = sam.do("tick", str(theirs.shopping_list_id), str(theirs.pk))
    assert sam.send()
    device = device_of(saturday, alice, client_of(alice))
    kept, own = str(saturday.pk), str(theirs.shopping_list_id)
    for listed, kind, body in (
        (own, "tick", {}),
        (kept, "untick", {}),
        (kept, "edit", {"fields": {"name": "Mine"}}),
        (kept, "remove", {"seen": 99}),
        (own, "add", {"text": "poison"}),
        (kept, "add", {"text": "poison"}),
    ):
        device.do(kind, listed, str(theirs.pk), **body)
        assert device.send()
        assert device.answers[-1].outcome == "refused", (listed, kind)
    with as_owner():
        theirs.refresh_from_db()
        assert (theirs.name, theirs.state, theirs.number) == ("Cake", "ticked", 1)
        assert theirs.household_id == other_household.pk
    # An id that they have used is free here: whether it was used is not told.
    device.do("add", kept, text="bread")
    device.disk.waiting[-1].id = done.id
    assert device.send()
    assert device.answers[-1].outcome == "applied"
    with as_owner():
        assert ShoppingListItem.objects.filter(household=saturday.household_id).count() == 1


def test_a_guests_device_changes_nothing_but_ticks(
    saturday: ShoppingList, alice: User, guest: User, client_of: ClientOf
) -> None:
    device, gretas = (device_of(saturday, user, client_of(user)) for user in (alice, guest))
    kept, milk = str(saturday.pk), device.do("add", str(saturday.pk), text="milk").item
    assert device.send()
    for kind, body in (
        ("add", {"text": "cake"}), ("edit", {"fields": {"price": "1"}}), ("remove", {"seen": 99}), ("restore", {}),
    ):  # fmt: skip
        gretas.do(kind, kept, milk if kind != "add" else "", **body)
    gretas.do("tick", kept, milk)
    assert gretas.send()
    assert [one.outcome for one in gretas.answers] == ["refused"] * 4 + ["applied"]
    said = {"protocol": 1, "person": str(alice.pk), "operations": []}
    assert gretas.client.post(gretas.url, said, content_type="application/json").status_code == 409
