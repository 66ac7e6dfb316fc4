"""Shelves with few and with very many lots: what the pantry costs with each, side by side in one run.

It is run with `.venv/bin/python -m benchmarks.shelves`.
"""

import argparse
import gzip
import os
import random
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

import django

django.setup()

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from accounts.models import Household, Role, User
from kitchen.ids import new_id
from pantry.models import Food, MovementKind, Place, StockItem, StockMovement
from tests.database import as_owner
from tests.factories import HouseholdFactory, MembershipFactory, UserFactory

STORAGES = ("pantry", "fridge", "freezer")
FEW, MANY = 300, 10_000
CONTROL = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")
# What a page is asked for, by what one does there.
PAGES = {
    "eat first": "",
    "by place": "?by=place",
    "by aisle": "?by=category",
    "search": "?q=tom",
    "search, nothing found": "?q=zebra",
    "what is late": "?state=late",
    "page 5": "?page=5",
    "stock-take": "take/{place}/",
}


def fill_shelves(
    household: Household, owner: User, foods: Sequence[Food], count: int, chance: random.Random
) -> list[StockItem]:
    """So many lots in three places, four of five with a date, each with the line of the ledger that put it there."""
    places = [
        Place.objects.create(household=household, name=name.title(), name_key=name, storage=name, position=at)
        for at, name in enumerate(STORAGES)
    ]
    items = [_lot(household, owner, chance.choice(foods), chance.choice(places), chance) for _ in range(count)]
    StockItem.objects.bulk_create(items)
    StockMovement.objects.bulk_create(_line(item, owner) for item in items)
    return items


def _lot(household: Household, owner: User, food: Food, place: Place, chance: random.Random) -> StockItem:
    days = chance.randint(-2, 60)
    return StockItem(
        household=household,
        food=food,
        name=food.name,
        name_key=food.name_key,
        amount=Decimal(chance.randint(1, 20) * 50),
        unit="g",
        place=place,
        use_by=date.today() + timedelta(days=days) if chance.random() < 0.8 else None,  # noqa: DTZ011
        date_kind="estimated",
        added_by=owner,
    )


def _line(item: StockItem, owner: User) -> StockMovement:
    there = {"household": item.household, "item": item, "unit": item.unit, "to_place": item.place}
    return StockMovement(**there, operation=new_id(), kind=MovementKind.ADDED, delta=item.amount, by=owner)


class Shelves:
    """A household of one person with so many lots, whose client does what people do."""

    def __init__(self, count: int) -> None:
        self.household: Household = HouseholdFactory(name=f"{count} lots")
        owner: User = UserFactory()
        MembershipFactory(household=self.household, user=owner, role=Role.OWNER)
        self.client = Client()
        with as_owner():
            foods = list(Food.objects.filter(staple=False).order_by("id"))
            self.items = fill_shelves(self.household, owner, foods, count, random.Random(1))
            self.client.force_login(owner, backend="allauth.account.auth_backends.AuthenticationBackend")
        self.room = f"/h/{self.household.code}/pantry/"
        self.left = iter(self.items)

    def look(self, query: str) -> bytes:
        page = self.client.get(self.room + query.format(place=self.items[0].place_id))
        assert page.status_code == 200, page.status_code
        return page.content

    def quick_add(self) -> bytes:
        sent = {"line": "2 l milk fridge friday", "operation": str(new_id())}
        return self.post("add/", sent)

    def use_up(self) -> bytes:
        sent = {"part": "all", "operation": str(new_id())}
        return self.post(f"stock/{next(self.left).pk}/use/", sent)

    def use_up_20(self) -> bytes:
        sent = {"lot": [str(next(self.left).pk) for _ in range(20)], "operation": str(new_id())}
        return self.post("several/use/", sent)

    def post(self, to: str, sent: dict[str, object]) -> bytes:
        done = self.client.post(self.room + to, sent, headers={"hx-request": "true"})
        assert done.status_code == 200, done.status_code
        return done.content

    def deeds(self) -> dict[str, Callable[[], bytes]]:
        looks = {what: lambda query=query: self.look(query) for what, query in PAGES.items()}
        return {**looks, "quick add": self.quick_add, "using up": self.use_up, "using up 20 at once": self.use_up_20}


def compare(rounds: int) -> None:
    """Prints the median times, their ratio, the queries of each, and the page with many, compressed."""
    few, many = Shelves(FEW), Shelves(MANY)
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"\n| pantry | ms, {FEW} lots | ms, {MANY:,} lots | ratio | queries | gzipped |\n|---|---|---|---|---|---|")
    both = [few.deeds(), many.deeds()]
    facts = {what: [_asks(deeds[what]) for deeds in both] for what in both[0]}
    times: dict[str, list[list[float]]] = {what: [[], []] for what in both[0]}
    for _ in range(min(rounds, FEW // 30)):
        for what, kept in times.items():
            for deeds, of in zip(both, kept, strict=True):
                of.append(_took(deeds[what]))
    for what, kept in times.items():
        a, b = (statistics.median(of) for of in kept)
        (asked_few, _size), (asked_many, size) = facts[what]
        asked = str(asked_many) if asked_few == asked_many else f"{asked_few} and {asked_many}"
        print(f"| {what} | {a:.1f} | {b:.1f} | {b / a:.2f} | {asked} | {size} |")


def _took(deed: Callable[[], bytes]) -> float:
    start = time.perf_counter()
    deed()
    return (time.perf_counter() - start) * 1000


def _asks(deed: Callable[[], bytes]) -> tuple[int, int]:
    deed()
    with CaptureQueriesContext(connection) as queries:
        content = deed()
    return sum(not one["sql"].startswith(CONTROL) for one in queries), len(gzip.compress(content))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=10)
    given = parser.parse_args()
    call_command("migrate", verbosity=0)
    with override_settings(ALLOWED_HOSTS=["testserver"]):
        compare(given.rounds)


if __name__ == "__main__":
    main()
