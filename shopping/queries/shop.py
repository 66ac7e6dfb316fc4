"""What stands above a list about shopping: in which store, who is there, and whether one is oneself."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from accounts.models import User
from shopping.models import ShoppingList, ShoppingTrip, Store
from shopping.queries.store import chosen_id, stores_of
from shopping.queries.trip import Shopper, shopper_of, shoppers_of, shoppers_on

STORE = ("id", "name", "emoji", "aisles")
PERSON = ("id", "name", "username", "email")


@dataclass(frozen=True)
class Shop:
    """`store` is the one in whose order this person sees the list; `mine` is they themselves, shopping with it."""

    stores: list[Store]
    store: Store | None
    shoppers: list[Shopper]
    mine: Shopper | None


def with_shop(lists: QuerySet[ShoppingList]) -> QuerySet[ShoppingList]:
    """The lists with the household's stores and who is shopping with them, in the same query."""
    stores = Store.objects.filter(household=OuterRef("household"), removed_at=None).order_by("name", "id")
    trips = ShoppingTrip.objects.filter(shopping_list=OuterRef("pk"), ended_at=None).order_by("started_at", "id")
    person = JSONObject(**{name: F(f"by__{name}") for name in PERSON})
    trip = JSONObject(id="id", store="store_id", since="started_at", by=person)
    return lists.annotate(
        stores_there=ArraySubquery(stores.values(told=JSONObject(**{name: name for name in STORE}))),
        trips_there=ArraySubquery(trips.values(told=trip)),
    )


def shop_of(shopping_list: ShoppingList, person: User) -> Shop:
    """Two queries; none for a list that was found `with_shop`."""
    stores, here = _found(shopping_list) or _asked(shopping_list)
    mine = next((one for one in here if one.person == person.pk), None)
    wanted = (mine.trip.store_id if mine else None) or chosen_id(shopping_list, person)
    store = next((one for one in stores if one.pk == wanted), None)
    return Shop(stores, store, here, mine)


def _asked(shopping_list: ShoppingList) -> tuple[list[Store], list[Shopper]]:
    return stores_of(shopping_list.household), shoppers_on(shopping_list, shoppers_of(shopping_list.household))


def _found(shopping_list: ShoppingList) -> tuple[list[Store], list[Shopper]] | None:
    told = vars(shopping_list)
    if "stores_there" not in told:
        return None
    stores = [Store(**{**one, "id": UUID(one["id"])}) for one in told["stores_there"]]
    return stores, [shopper_of(_trip(one, shopping_list, stores)) for one in told["trips_there"]]


def _trip(told: dict[str, Any], shopping_list: ShoppingList, stores: list[Store]) -> ShoppingTrip:
    person = {**told["by"], "id": UUID(told["by"]["id"])}
    return ShoppingTrip(
        id=UUID(told["id"]),
        household_id=shopping_list.household_id,
        shopping_list=shopping_list,
        store=next((one for one in stores if str(one.pk) == told["store"]), None),
        by=User(**person),
        started_at=datetime.fromisoformat(told["since"]),
    )
