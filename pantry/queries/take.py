"""Stock-take: what lies in one place, what of it somebody has seen today, and what came out."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, F, IntegerField, Max, Q, QuerySet, Value, When, Window

from accounts.models import Household
from kitchen.units import UNITS, unit_name
from pantry.models import MovementKind, Place, Rough, StockItem, StockMovement
from pantry.queries.aisle import with_aisles
from pantry.queries.day import start_of
from pantry.queries.due import unfinished
from pantry.queries.facets import PICTURES
from pantry.queries.stock import Lot, drawn

# How many rows one walks along at a time: what is confirmed makes room for the next.
STEP, SEEN = 25, 20
# How far one press on plus or minus goes, by the unit; packs go one by one.
STEPS = {"g": Decimal(50), "ml": Decimal(50), "kg": Decimal("0.25"), "l": Decimal("0.25"), "oz": Decimal(1)}


@dataclass(frozen=True)
class Walkable:
    """A place that can be walked: `seen` of `count` lots have been confirmed today, `last` is when one last was."""

    place: Place
    picture: str
    count: int
    seen: int
    last: date | None


@dataclass(frozen=True)
class Counted:
    """A row of the walk: the amount as it stands in the field, its unit in words, and the step of plus and minus."""

    lot: Lot
    amount: str
    unit: str
    step: str


@dataclass(frozen=True)
class Walk:
    """`rows` wait to be confirmed, `seen` are the newest that have been; the others are numbers of lots."""

    place: Place
    picture: str
    rows: list[Counted]
    seen: list[Lot]
    waiting: int
    right: int
    corrected: int
    gone: int

    @property
    def roughs(self) -> list[tuple[str, Any]]:
        return list(Rough.choices)

    @property
    def done(self) -> int:
        return self.right + self.corrected + self.gone

    @property
    def total(self) -> int:
        return self.done + self.waiting


def places_to_walk(household: Household, today: date) -> list[Walkable]:
    here = Q(stock__finished_at=None)
    places = Place.objects.there().filter(household=household)
    told = places.annotate(
        here=Count("stock", filter=here),
        seen=Count("stock", filter=here & Q(stock__counted_on=today)),
        last=Max("stock__counted_on"),
    )
    return [
        Walkable(place, PICTURES[place.storage], *(vars(place)[name] for name in ("here", "seen", "last")))
        for place in told
    ]


def walk_of(place: Place, today: date, system: str = "metric") -> Walk:
    """In the order of the aisles and the alphabet: like things stand together on a shelf."""
    told = _told(place, today)
    seen = list(dict.fromkeys(line.item for line in told if not line.finished))
    rows = list(_rows(place, seen[:SEEN], today))
    lots = {item.pk: lot for item, lot in zip(rows, drawn(rows, today, system), strict=True)}
    shown = [lots[id] for id in seen[:SEEN] if id in lots]
    corrected = {line.item for line in told if not line.finished and line.corrects}
    return Walk(
        place=place,
        picture=PICTURES[place.storage],
        rows=[counted(lot) for id, lot in lots.items() if id not in seen],
        seen=shown,
        waiting=(int(vars(rows[0])["here"]) if rows else 0) - len(shown),
        right=len(seen) - len(corrected),
        corrected=len(corrected),
        gone=len({line.item for line in told if line.finished}),
    )


def counted(lot: Lot) -> Counted:
    item = lot.item
    amount = "" if item.amount is None else f"{item.amount.normalize():f}"
    step = item.pack or STEPS.get(item.unit, Decimal(1))
    unit = unit_name(item.unit) if item.unit in UNITS else item.unit
    return Counted(lot, amount, "" if item.unit == "piece" else unit, f"{step.normalize():f}")


@dataclass(frozen=True)
class _Line:
    """What was said of a lot today: it `corrects` where more than the day was another."""

    item: UUID
    corrects: bool
    finished: bool


def _told(place: Place, today: date) -> list[_Line]:
    """The newest first."""
    lines = StockMovement.objects.standing().filter(household=place.household_id, kind=MovementKind.COUNTED)
    standing = lines.filter(created_at__gte=start_of(today, place.household), item__place=place)
    told = standing.order_by("-created_at", "-id").values_list("item", "delta", "changes", "item__finished_at")
    return [_Line(item, bool(delta or set(changes) - {"counted_on"}), bool(end)) for item, delta, changes, end in told]


def _rows(place: Place, seen: list[UUID], today: date) -> QuerySet[StockItem]:
    """The newest that were seen, and what waits to be, in one look; `here` counts all."""
    lots = with_aisles(unfinished(place.household).filter(place=place)).select_related("place", "product")
    first = Case(When(pk__in=seen, then=Value(0)), default=Value(1), output_field=IntegerField())
    wanted = lots.filter(Q(pk__in=seen) | Q(counted_on=None) | ~Q(counted_on=today))
    told = wanted.annotate(first=first, here=Window(Count("pk")))
    return told.order_by(F("first"), F("aisle"), "name_key", "use_by", "pk")[: len(seen) + STEP]
