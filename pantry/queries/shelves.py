"""The page of the pantry: what is asked for in groups, as much of it as stands on one page, counted by the database."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from itertools import groupby
from operator import or_
from typing import Any

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from accounts.models import Household
from pantry.catalogue import AISLES
from pantry.models import Place, StockItem
from pantry.queries.aisle import in_aisle, with_aisles
from pantry.queries.asked import CATEGORY, MOST_AGAIN, PLACE, UNKNOWN, URGENCY, Asked
from pantry.queries.counts import Counts, counts_of, summed
from pantry.queries.day import group_of
from pantry.queries.due import URGENT, due_in, narrowed, unfinished
from pantry.queries.facets import PICTURES, Facets, aisle_picture, aisle_title, facets_of
from pantry.queries.stock import Lot, drawn

TITLES = {
    "late": _("Past its date"),
    "now": _("Today and tomorrow"),
    "week": _("This week"),
    "later": _("Later"),
    "undated": _("Without a date"),
}


@dataclass(frozen=True)
class Shelf:
    place: Place
    count: int
    picture: str


@dataclass(frozen=True)
class Part:
    """One group of all: which lots are in it, and how many. `url` shows it alone."""

    name: str
    title: Any
    condition: Q
    count: int
    picture: str = ""
    url: str = ""


@dataclass(frozen=True)
class Group:
    """What of a part stands on this page; `goes_on` where it began on the page before."""

    part: Part
    lots: list[Lot]
    goes_on: bool


@dataclass(frozen=True)
class Shelves:
    asked: Asked
    here: Place | None
    groups: list[Group]
    facets: Facets
    counts: Counts
    found: int

    @property
    def total(self) -> int:
        return self.counts.total

    @property
    def urgent(self) -> int:
        return self.counts.urgent

    @property
    def more(self) -> str:
        """The address of what comes after this page, if anything does."""
        return self.asked.url(page=self.next_page) if self.left else ""

    @property
    def next_page(self) -> int:
        return (self.asked.upto or self.asked.page) + 1

    @property
    def left(self) -> int:
        return max(0, self.found - self.asked.span[1])

    @property
    def back(self) -> str:
        return self.asked.url(page=self.asked.page - 1) if self.asked.page > 1 else ""

    @property
    def again(self) -> str:
        """Where the same is found again: this page, and with it the ones before that were loaded one by one."""
        return self.asked.url(page=self.asked.page, upto=self.asked.upto)

    @property
    def again_so_far(self) -> str:
        return self.asked.url(upto=min(self.asked.page, MOST_AGAIN))


def shelves_page(household: Household, asked: Asked, *, today: date, places: list[Place]) -> Shelves:
    """Three queries, however much there is: counts, lots, and what the household itself says of foods.

    A place that is none of the household's `places` is not looked for.
    """
    here = next((place for place in places if place.pk == asked.place), None)
    asked = replace(asked, place=here.pk if here else None)
    counts = counts_of(unfinished(household), asked.text, today)
    parts = _parts(asked, counts, places, today)
    lots = narrowed(with_aisles(unfinished(household)), asked, today)
    return Shelves(
        asked=asked,
        here=here,
        groups=list(_groups(lots, parts, asked, today)),
        facets=facets_of(asked, counts, places),
        counts=counts,
        found=sum(part.count for part in parts),
    )


def shelves_of(household: Household) -> list[Shelf]:
    here = Count("stock", filter=Q(stock__finished_at=None))
    places = Place.objects.there().filter(household=household).annotate(here=here)
    return [Shelf(place, int(vars(place)["here"]), PICTURES[place.storage]) for place in places]


def _parts(asked: Asked, counts: Counts, places: list[Place], today: date) -> list[Part]:
    cells = counts.found(asked)
    if asked.by == PLACE:
        of = summed(cells, lambda cell: cell.place)
        made = [_place_part(asked, place, of.get(place.pk, 0)) for place in places]
    elif asked.by == CATEGORY:
        of = summed(cells, lambda cell: cell.aisle)
        made = [_aisle_part(asked, slug, of.get(slug, 0)) for slug in (*AISLES, UNKNOWN)]
    else:
        of = summed(cells, lambda cell: cell.group)
        made = [Part(name, title, due_in(name, today), of.get(name, 0)) for name, title in TITLES.items()]
    return [part for part in made if part.count]


def _place_part(asked: Asked, place: Place, count: int) -> Part:
    url = asked.url(place=place.pk, storage="")
    return Part(str(place.pk), place.name, Q(place_id=place.pk), count, PICTURES[place.storage], url)


def _aisle_part(asked: Asked, slug: str, count: int) -> Part:
    return Part(slug, aisle_title(slug), in_aisle(slug), count, aisle_picture(slug), asked.url(category=slug))


def _groups(lots: QuerySet[StockItem], parts: list[Part], asked: Asked, today: date) -> Iterator[Group]:
    start, stop = asked.span
    shown, offset = _cut(parts, start, stop)
    if not shown:
        return
    rows = _rows(lots.select_related("place", "product"), shown, offset, asked)
    named = {part.name: part for part in shown}
    for name, of_part in groupby(drawn(rows, today, asked.system), lambda lot: _name_of(lot, shown, today)):
        if part := named.get(name):
            yield Group(part, list(of_part), goes_on=offset > 0 and part is shown[0])


def _rows(lots: QuerySet[StockItem], parts: list[Part], offset: int, asked: Asked) -> QuerySet[StockItem]:
    """The parts of the calendar follow each other by themselves; of others only those of this page are looked for."""
    start, stop = asked.span
    if asked.by == URGENCY:
        return lots.order_by(*URGENT)[start:stop]
    found = lots.filter(reduce(or_, (part.condition for part in parts)))
    whens = (When(part.condition, then=Value(at)) for at, part in enumerate(parts))
    ranked = found.annotate(part=Case(*whens, default=Value(len(parts)), output_field=IntegerField()))
    return ranked.order_by("part", *URGENT)[offset : offset + stop - start]


def _cut(parts: list[Part], start: int, stop: int) -> tuple[list[Part], int]:
    """The parts of which something stands between two rows, and how much of the first of them stands before."""
    shown: list[Part] = []
    offset = at = 0
    for part in parts:
        if at < stop and at + part.count > start:
            offset = offset if shown else max(0, start - at)
            shown.append(part)
        at += part.count
    return shown, offset


def _name_of(lot: Lot, parts: list[Part], today: date) -> str:
    """The part that the database put it into, as `part`; else that of its date."""
    at = vars(lot.item).get("part")
    return group_of(lot.use_by, today) if at is None else parts[at].name
