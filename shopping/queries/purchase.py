"""What was bought: when, where, by whom, for how much. Not for guests."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import TruncDate
from django.utils import timezone

from accounts.models import Household
from kitchen.money import tell_money
from kitchen.tones import tone_of
from kitchen.zones import zone
from pantry.queries.foods import food
from shopping.models import ItemState, ShoppingListItem
from shopping.wanted import told

A_PAGE = 60
BOUGHT = (ItemState.TICKED, ItemState.PUT_AWAY)
# A trip, or for what was ticked on none a day.
Key = UUID | date


@dataclass(frozen=True)
class Purchase:
    """`settled` says that it is off its list: its price is corrected here, and else there."""

    id: UUID
    list_id: UUID
    name: str
    emoji: str
    amount: str
    price: str
    who: str
    settled: bool


@dataclass
class Outing:
    """What was bought on a trip, or on a day. `money` is the sum of all of it, also of what other pages show."""

    at: datetime
    store: str
    who: str
    initial: str
    tone: int
    things: int
    priced: int
    money: str
    rows: list[Purchase] = field(default_factory=list)


@dataclass(frozen=True)
class Purchases:
    page: "Page[ShoppingListItem]"
    outings: list[Outing]


def bought_in(household: Household) -> QuerySet[ShoppingListItem]:
    items = ShoppingListItem.objects.filter(household=household, state__in=BOUGHT, ticked_at__isnull=False)
    return items.select_related("household", "ticked_by", "store", "trip__store", "trip__by")


def purchases_of(household: Household, number: str | None, asked: str = "") -> Purchases:
    """The newest first, `asked` a part of their names; three queries."""
    items = bought_in(household).order_by("-ticked_at", "-id")
    if asked:
        items = items.filter(name__icontains=asked)
    page = Paginator(items, A_PAGE).get_page(number)
    found = list(page.object_list)
    sums = _sums(household, found, asked)
    outings: dict[Key, Outing] = {}
    for item in found:
        key = _key(item)
        outing = outings.setdefault(key, _outing(item, sums[key], household.currency))
        outing.rows.append(_purchase(item, household.currency))
    return Purchases(page, list(outings.values()))


@dataclass
class _Sum:
    things: int = 0
    priced: int = 0
    total: Decimal = Decimal(0)


def _sums(household: Household, found: Iterable[ShoppingListItem], asked: str) -> dict[Key, _Sum]:
    """Of whole outings, where a page ends in the middle of one."""
    keys = {_key(item) for item in found}
    day = TruncDate("ticked_at", tzinfo=zone(household.time_zone))
    trips = {key for key in keys if isinstance(key, UUID)}
    together = Q(trip__in=trips) | Q(trip=None, day__in=keys - trips)
    items = ShoppingListItem.objects.filter(household=household, state__in=BOUGHT, name__icontains=asked)
    rows = items.annotate(day=day).filter(together).order_by().values_list("trip_id", "day")
    sums: dict[Key, _Sum] = {}
    for trip, on, things, priced, total in rows.annotate(Count("pk"), Count("price"), Sum("price")):
        one = sums.setdefault(trip or on, _Sum())
        one.things, one.priced, one.total = one.things + things, one.priced + priced, one.total + (total or 0)
    return sums


def _key(item: ShoppingListItem) -> Key:
    assert item.ticked_at is not None
    return item.trip_id or timezone.localdate(item.ticked_at, zone(item.household.time_zone))


def _outing(item: ShoppingListItem, sums: _Sum, currency: str) -> Outing:
    trip = item.trip
    person = trip.by if trip else None
    store = (trip.store if trip else None) or item.store
    assert item.ticked_at is not None
    return Outing(
        at=item.ticked_at,
        store=store.name if store else "",
        who=person.called if person else "",
        initial=person.called[:1].upper() if person else "",
        tone=tone_of(person.pk) if person else 0,
        things=sums.things,
        priced=sums.priced,
        money=tell_money(sums.total, currency) if sums.priced else "",
    )


def _purchase(item: ShoppingListItem, currency: str) -> Purchase:
    known = food(item.food_ref)
    return Purchase(
        id=item.pk,
        list_id=item.shopping_list_id,
        name=item.name,
        emoji=known.emoji if known else "",
        amount=told(item.quantity, item.unit),
        price=tell_money(item.price, currency) if item.price is not None else "",
        who="" if item.trip_id else item.ticked_by.called if item.ticked_by else "",
        settled=item.state == ItemState.PUT_AWAY,
    )
