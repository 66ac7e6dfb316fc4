"""The page of the pantry: its places, the groups by urgency, and what of them stands on one page."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Household
from pantry.models import Place
from pantry.queries.stock import Lot, lots

# A page of so many rows stays below its weight also with long names.
ROWS = 80
LONGEST_SEARCH = 80
TITLES = {
    "late": _("Past its date"),
    "now": _("Today and tomorrow"),
    "week": _("This week"),
    "later": _("Later"),
    "undated": _("Without a date"),
}
PICTURES = {"pantry": "🚪", "fridge": "🧊", "freezer": "❄️"}


@dataclass(frozen=True)
class Asked:
    """What the address asks for; what is in it that cannot be is left out."""

    place: UUID | None = None
    text: str = ""
    page: str = "1"
    system: str = "metric"


@dataclass(frozen=True)
class Shelf:
    place: Place
    count: int
    picture: str


@dataclass(frozen=True)
class Group:
    """`count` are all lots of the group, `lots` those on this page."""

    name: str
    title: Any
    lots: list[Lot]
    count: int


@dataclass(frozen=True)
class Shelves:
    """`here` is the place that is looked into; `total` counts the whole pantry, `found` what was asked for."""

    shelves: list[Shelf]
    here: Place | None
    text: str
    groups: list[Group]
    page: Page[Lot]
    total: int

    @property
    def found(self) -> int:
        return self.page.paginator.count

    @property
    def urgent(self) -> int:
        """How many must be eaten by tomorrow."""
        return sum(lot.group in ("late", "now") for lot in self.page.paginator.object_list)


def asked_of(query: Any, system: str) -> Asked:
    """Out of a request's query."""
    typed = "".join(letter if letter.isprintable() else " " for letter in query.get("q", "")[:LONGEST_SEARCH])
    return Asked(_uuid(query.get("place", "")), " ".join(typed.split()), query.get("page", "1"), system)


def shelves_page(household: Household, asked: Asked, *, today: date) -> Shelves:
    shelves = shelves_of(household)
    here = next((shelf.place for shelf in shelves if shelf.place.pk == asked.place), None)
    found = lots(household, today=today, place=here, text=asked.text, system=asked.system)
    page = Paginator(found, ROWS).get_page(asked.page)
    return Shelves(
        shelves=shelves,
        here=here,
        text=asked.text,
        groups=_groups(found, list(page.object_list)),
        page=page,
        total=sum(shelf.count for shelf in shelves),
    )


def shelves_of(household: Household) -> list[Shelf]:
    unfinished = Count("stock", filter=Q(stock__finished_at=None))
    places = Place.objects.there().filter(household=household).annotate(unfinished=unfinished)
    return [Shelf(place, int(vars(place)["unfinished"]), PICTURES[place.storage]) for place in places]


def _groups(found: list[Lot], shown: list[Lot]) -> list[Group]:
    counts: dict[str, int] = {}
    for lot in found:
        counts[lot.group] = counts.get(lot.group, 0) + 1
    return [
        Group(name, TITLES[name], list(of_group), counts[name])
        for name, of_group in groupby(shown, lambda lot: lot.group)
    ]


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
