"""Who is shopping, where, with which list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from accounts.models import Household, User
from kitchen.tones import tone_of
from shopping.models import ItemState, ShoppingList, ShoppingTrip, Store
from shopping.queries.store import store_of


@dataclass(frozen=True)
class Shopper:
    """Somebody who is shopping with a list just now."""

    person: UUID
    name: str
    initial: str
    tone: int
    where: str
    since: datetime
    trip: ShoppingTrip

    @property
    def sentence(self) -> str:
        words = {"name": self.name, "store": self.where}
        return (_("%(name)s is shopping at %(store)s") if self.where else _("%(name)s is shopping")) % words


def open_trip_of(household: Household, person: User | None) -> ShoppingTrip | None:
    """The trip that somebody is on: what they tick was bought on it. One query; nobody is on none."""
    if person is None:
        return None
    open_ones = ShoppingTrip.objects.filter(household=household, by=person, ended_at=None)
    return open_ones.select_related("store", "shopping_list").first()


def where_bought(shopping_list: ShoppingList, by: User | None) -> tuple[ShoppingTrip | None, Store | None]:
    """On which trip and in which store something is that is ticked now; `by` is None for a visitor with a link."""
    trip = open_trip_of(shopping_list.household, by)
    if trip and trip.store_id:
        return trip, trip.store
    return trip, store_of(shopping_list, by)


def shoppers_of(household: Household) -> list[Shopper]:
    """Everybody who is shopping, who went first first: one query."""
    open_ones = ShoppingTrip.objects.filter(household=household, ended_at=None)
    return [shopper_of(trip) for trip in open_ones.select_related("by", "store").order_by("started_at", "id")]


def shoppers_on(shopping_list: ShoppingList, shoppers: Iterable[Shopper]) -> list[Shopper]:
    return [one for one in shoppers if one.trip.shopping_list_id == shopping_list.pk]


def shopper_of(trip: ShoppingTrip) -> Shopper:
    name = trip.by.called
    where = trip.store.name if trip.store else ""
    return Shopper(trip.by_id, name, name[:1].upper(), tone_of(trip.by_id), where, trip.started_at, trip)


def counts_of(trip: ShoppingTrip) -> tuple[int, int]:
    """What was bought on the trip, and what is still open on its list: one query."""
    items = trip.shopping_list.items
    bought = Count("pk", filter=Q(trip=trip, state__in=(ItemState.TICKED, ItemState.PUT_AWAY)))
    found = items.aggregate(bought=bought, left=Count("pk", filter=Q(state=ItemState.OPEN)))
    return found["bought"], found["left"]
