"""shopping:operation.create cannot lose: devices of three people, a network that loses, doubles, delays and reorders.

Whatever was sent in whatever order, in the end all screens are the server's page, what was acknowledged stands,
nothing ticked came back by itself, each operation was applied once, and the numbers have no gap. Which faults this
found when they were put in by hand is told in docs/benchmarks.md. A seed that fails is run alone by its number.
"""

import json
from dataclasses import dataclass
from random import Random
from unittest.mock import patch

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from accounts.live.drawing import draw
from accounts.live.seat import Reader
from accounts.models import Household, Role, User
from accounts.queries.notice import last_number
from kitchen import tenancy
from shopping.models import ShoppingList
from shopping.services import operation
from tests.conftest import ClientOf
from tests.factories.shopping import ShoppingListFactory
from tests.shopping.devices import FATES, Device, Network
from tests.shopping.pages import Page, page_of
from tests.shopping.verdicts import Ledger, judge_doctor

pytestmark = pytest.mark.django_db(databases=["default", "owner"])
SEEDS, STEPS = 6, 160
TEXTS = ("milk", "2 l milk", "1 kg flour", "500 g flour", "bread", "4 lemons", "butter, 2 kg sugar")
CHANGES = ({"note": "the good one"}, {"name": "rye bread"}, {"amount": "3 kg"}, {"amount": "", "note": "small"})
# How often each is done, of 100.
DONE = {
    "adds": 10, "ticks": 16, "unticks": 5, "edits": 6, "removes": 6, "restores": 4, "ticks_without_scripts": 3,
    "sends": 18, "stumbles": 2, "hears": 12, "hears_again": 3, "arrives_late": 7, "restarts": 4, "loads": 2,
    "loads_the_copy": 2,
}  # fmt: skip


@dataclass(frozen=True)
class Seat:
    user: User
    role: Role
    client: Client


class Shopping:
    """A device stands at each seat, on two lists of a household."""

    def __init__(self, household: Household, seats: list[Seat], seed: int) -> None:
        self.household, self.seats, self.chance, self.network = household, seats, Random(seed), Network()
        self.lists: list[ShoppingList] = ShoppingListFactory.create_batch(2, household=household)
        url = reverse("shopping:operation.create", args=[household.code])
        self.devices = [Device(str(seat.user.pk), seat.client, url, self.network) for seat in seats]
        self.messages: list[tuple[Device, str]] = []
        self.pages: list[tuple[Device, Page]] = []

    def go_on(self, steps: int) -> None:
        for name in self.chance.choices(list(DONE), list(DONE.values()), k=steps):
            at = self.chance.randrange(len(self.seats))
            getattr(self, name)(self.devices[at], self.seats[at])

    def adds(self, device: Device, _seat: Seat) -> None:
        device.do("add", str(self.chance.choice(self.lists).pk), text=self.chance.choice(TEXTS))

    def ticks(self, device: Device, _seat: Seat) -> None:
        self._does(device, "tick", "open")

    def unticks(self, device: Device, _seat: Seat) -> None:
        self._does(device, "untick", "ticked")

    def edits(self, device: Device, _seat: Seat) -> None:
        self._does(device, "edit", fields=self.chance.choice(CHANGES))

    def removes(self, device: Device, _seat: Seat) -> None:
        self._does(device, "remove")

    def restores(self, device: Device, _seat: Seat) -> None:
        """Something that went from the screen."""
        if gone := sorted(id for id, row in device.disk.rows.items() if row.state == "gone"):
            item = self.chance.choice(gone)
            device.do("restore", device.place(item)[0], item)

    def _does(self, device: Device, kind: str, state: str = "", **body: object) -> None:
        """To something on the screen: mostly where it makes sense, now and then where it is so already."""
        screen = device.shown()
        fitting = [item for item, (now, _name) in screen.items() if now == state]
        if found := fitting if fitting and self.chance.random() < 0.9 else list(screen):
            item = self.chance.choice(found)
            kept, number = device.place(item)
            device.do(kind, kept, item, **({"seen": number} if kind == "remove" else body))

    def ticks_without_scripts(self, device: Device, seat: Seat) -> None:
        """The other door: a form."""
        if found := [row for row in device.disk.rows.values() if row.state != "gone"]:
            verb, row = self.chance.choice(["tick", "untick"]), self.chance.choice(found)
            url = reverse(f"shopping:item.{verb}", args=[self.household.code, row.item])
            assert seat.client.post(url).status_code in {302, 422}

    def sends(self, device: Device, _seat: Seat) -> None:
        device.send(self.chance.choice(["arrives", *FATES]))

    def stumbles(self, device: Device, _seat: Seat) -> None:
        """The database fails the server in the middle of a request: what follows must not overtake."""
        keep, left = operation.keep, [self.chance.randrange(3)]

        def failing(*args: object, **kwargs: object) -> None:
            left[0] -= 1
            if left[0] == -1:
                raise OperationalError("the connection is gone")
            keep(*args, **kwargs)  # type: ignore[arg-type]

        with patch("shopping.services.item.keep", failing), patch("shopping.services.adding.keep", failing):
            device.send()

    def arrives_late(self, _device: Device, _seat: Seat) -> None:
        self.network.deliver(self.chance.randrange(50))

    def restarts(self, device: Device, _seat: Seat) -> None:
        before = device.shown()
        device.restart()
        assert device.shown() == before

    def loads(self, device: Device, seat: Seat) -> None:
        for kept in self.lists:
            self.pages.append((device, page_of(kept, seat.client)))
            self.pages[-1][1].open_on(device)

    def loads_the_copy(self, _device: Device, _seat: Seat) -> None:
        """A page from the device's own store, as old as it may be."""
        if self.pages:
            device, page = self.chance.choice(self.pages)
            page.open_on(device)

    def hears(self, device: Device, seat: Seat) -> None:
        """What the socket says; where too much happened for it, the pages are loaded."""
        with tenancy.scope(household=self.household.pk):
            last = last_number(self.household.pk)
        reader = Reader(seat.role, "en")
        said = draw(self.household.pk, device.disk.seen, last, [reader])[reader]
        self.messages.append((device, said))
        if not device.hear(json.loads(said)):
            self.loads(device, seat)

    def hears_again(self, _device: Device, _seat: Seat) -> None:
        """A message of before, out of its order."""
        if self.messages:
            device, said = self.chance.choice(self.messages)
            device.hear(json.loads(said))

    def end(self) -> None:
        """Everything is delivered, and all look."""
        while self.network.late:
            self.network.deliver(self.chance.randrange(50))
        for device, seat in zip(self.devices, self.seats, strict=True):
            while device.disk.waiting:
                device.send()
            self.arrives_late(device, seat)
        for device, seat in zip(self.devices, self.seats, strict=True):
            self.hears(device, seat)
        for ledger in map(Ledger, self.lists):
            ledger.judge()
            pages = {seat.role: page_of(ledger.list, seat.client).rows() for seat in self.seats}
            for device, seat in zip(self.devices, self.seats, strict=True):
                ledger.judge_device(device)
                assert device.base(str(ledger.list.pk)) == pages[seat.role]


@pytest.fixture
def seats(alice: User, bob: User, guest: User, client_of: ClientOf) -> list[Seat]:
    """Two devices each of Alice and Bob, one of their guest."""
    people = [(alice, Role.OWNER), (bob, Role.MEMBER), (guest, Role.GUEST), (alice, Role.OWNER), (bob, Role.MEMBER)]
    return [Seat(user, role, client_of(user)) for user, role in people]


@pytest.mark.parametrize("seed", range(SEEDS))
def test_nothing_is_lost_and_all_come_to_the_same(household: Household, seats: list[Seat], seed: int) -> None:
    shopping = Shopping(household, seats, seed)
    shopping.go_on(STEPS)
    shopping.end()
    judge_doctor()
