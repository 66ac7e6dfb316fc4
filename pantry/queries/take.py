"""Stock-take: what lies in one place, what of it somebody has seen today, and what came out."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Count, Max, Q, QuerySet

from accounts.models import Household
from kitchen.units import UNITS, unit_name
from kitchen.zones import zone
from pantry.models import MovementKind, Place, Rough, StockItem, StockMovement
from pantry.queries.aisle import with_aisles
from pantry.queries.due import unfinished
from pantry.queries.facets import PICTURES
from pantry.queries.stock import Lot, drawn

# How many rows one walks along at a time: what is confirmed makes room for the next.
STEP, SEEN = 40, 20
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
    here = with_aisles(unfinished(place.household).filter(place=place)).select_related("place", "product")
    waiting = here.filter(Q(counted_on=None) | ~Q(counted_on=today))
    seen, (corrected, gone) = here.filter(counted_on=today), _outcome(place, today)
    rows = drawn(waiting.order_by("aisle", "name_key", "use_by", "pk")[:STEP], today, system)
    counts = here.aggregate(waiting=Count("pk", ~Q(counted_on=today) | Q(counted_on=None)), seen=Count("pk"))
    done = counts["seen"] - counts["waiting"]
    return Walk(
        place=place,
        picture=PICTURES[place.storage],
        rows=[counted(lot) for lot in rows],
        seen=drawn(_newest(seen)[:SEEN], today, system),
        waiting=counts["waiting"],
        right=max(0, done - corrected),
        corrected=corrected,
        gone=gone,
    )


def counted(lot: Lot) -> Counted:
    item = lot.item
    amount = "" if item.amount is None else f"{item.amount.normalize():f}"
    step = item.pack or STEPS.get(item.unit, Decimal(1))
    unit = unit_name(item.unit) if item.unit in UNITS else item.unit
    return Counted(lot, amount, "" if item.unit == "piece" else unit, f"{step.normalize():f}")


def _newest(seen: QuerySet[StockItem]) -> QuerySet[StockItem]:
    last = Max("movements__created_at", filter=Q(movements__kind=MovementKind.COUNTED))
    return seen.annotate(last=last).order_by("-last", "pk")


def _outcome(place: Place, today: date) -> tuple[int, int]:
    """How many lots were corrected today, and of how many nothing was found."""
    midnight = datetime.combine(today, datetime.min.time(), tzinfo=zone(place.household.time_zone))
    lines = StockMovement.objects.filter(household=place.household_id, kind=MovementKind.COUNTED)
    standing = lines.filter(created_at__gte=midnight, undoes=None, undone_by=None, item__place=place)
    corrected, gone = set(), set()
    for item, delta, changes, finished in standing.values_list("item", "delta", "changes", "item__finished_at"):
        if finished:
            gone.add(item)
        elif delta or set(changes) - {"counted_on"}:
            corrected.add(item)
    return len(corrected), len(gone)
