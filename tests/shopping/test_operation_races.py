"""shopping:operation.create, asked by several devices in the same moment, each in a real transaction of its own."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection
from django.urls import reverse

from accounts.models import User
from shopping.models import ShoppingList
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories.shopping import ShoppingListFactory
from tests.shopping.devices import Device, Network
from tests.shopping.rows import rows
from tests.shopping.verdicts import Ledger

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 4


def at_once(works: list[Callable[[], object]]) -> None:
    """Each in a thread of its own, beginning together; whatever breaks in one breaks the test."""
    together = threading.Barrier(len(works), timeout=30)
    broken: list[BaseException] = []

    def run(work: Callable[[], object]) -> None:
        try:
            together.wait()
            work()
        except BaseException as error:  # noqa: BLE001  (a thread's error is the test's)
            broken.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    if broken:
        raise broken[0]


def devices_of(kept: ShoppingList, users: list[User], client_of: ClientOf) -> list[Device]:
    url = reverse("shopping:operation.create", args=[kept.household.code])
    return [Device(str(user.pk), client_of(user), url, Network()) for user in users]


def test_devices_that_add_tick_and_change_in_the_same_moment(
    saturday: ShoppingList, alice: User, bob: User, carol: User, client_of: ClientOf
) -> None:
    """Same things join, whoever comes first; each device's own operations stand in its order."""
    devices = devices_of(saturday, [alice, bob, carol, bob], client_of)

    def shop(at: int, device: Device) -> None:
        kept = str(saturday.pk)
        for number in range(ROUNDS):
            device.do("add", kept, text="500 g flour")
            own = device.do("add", kept, text=f"thing {at} of {number}")
            device.do("tick", kept, own.item)
            device.do("edit", kept, own.item, fields={"note": f"note {number}"})
            while device.disk.waiting:
                device.send()

    at_once([lambda at=at, one=one: shop(at, one) for at, one in enumerate(devices)])
    ledger = Ledger(saturday)
    ledger.judge()
    for device in devices:
        assert len(device.answers) == 4 * ROUNDS
        ledger.judge_device(device)
    assert ledger.list.number == len(devices) * 4 * ROUNDS
    assert rows(saturday) == [("Flour", 8000, "g")]
    assert len(rows(saturday, "ticked")) == len(devices) * ROUNDS


def test_the_same_request_several_times_at_once(saturday: ShoppingList, alice: User, client_of: ClientOf) -> None:
    """A device that sends again because the answer was slow, while the first copy is being done."""
    copies = devices_of(saturday, [alice] * 3, client_of)
    first = copies[0]
    own = first.do("add", str(saturday.pk), text="2 l milk")
    first.do("tick", str(saturday.pk), own.item)
    first.do("untick", str(saturday.pk), own.item)
    for copy in copies[1:]:
        copy.kept = first.kept
        copy.restart()
    at_once([copy.send for copy in copies])
    ledger = Ledger(saturday)
    ledger.judge()
    assert ledger.list.number == 3
    assert [[(one.outcome, one.number) for one in copy.answers] for copy in copies] == [
        [("applied", 1), ("applied", 2), ("applied", 3)]
    ] * 3


def test_two_lists_in_opposite_orders(saturday: ShoppingList, alice: User, bob: User, client_of: ClientOf) -> None:
    """Neither waits for the other for ever, and neither is told that it is done when it is not."""
    market = str(ShoppingListFactory(household=saturday.household).pk)
    devices, orders = devices_of(saturday, [alice, bob], client_of), [(str(saturday.pk), market)] * 2
    for device, (one, two) in zip(devices, [orders[0], orders[1][::-1]], strict=True):
        for number in range(2 * ROUNDS):
            device.do("add", (one, two)[number % 2], text=f"thing {number}")

    def deliver(device: Device) -> None:
        while device.disk.waiting:
            device.send()

    at_once([lambda one=one: deliver(one) for one in devices])
    with as_owner():
        lists = list(ShoppingList.objects.filter(household=saturday.household))
    for kept in lists:
        ledger = Ledger(kept)
        ledger.judge()
        assert ledger.list.number == 2 * ROUNDS
        for device in devices:
            ledger.judge_device(device)
