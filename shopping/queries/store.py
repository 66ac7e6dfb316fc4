"""The shops of a household, which of them somebody has chosen for a list, and how one of them is walked."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import Household, User
from pantry.catalogue import CATEGORIES
from shopping.models import ShoppingList, Store
from shopping.queries.aisle_order import aisle_order

# Among a person's preferences: {id of the list: id of the store}, "" for none.
STORES_KEY = "stores"
AISLES = {one.id: one for one in CATEGORIES.values()}


@dataclass(frozen=True)
class AisleRow:
    """One aisle of a store's walk; `passed` says whether trips have taught anything of it."""

    id: int
    name: str
    emoji: str
    placed: bool
    passed: bool


@dataclass(frozen=True)
class StorePage:
    """`taught` says that there is something to forget: learned, or placed by hand."""

    store: Store
    aisles: list[AisleRow]

    @property
    def taught(self) -> bool:
        return bool(self.store.pairs or self.store.placed)


def stores_of(household: Household) -> list[Store]:
    return list(Store.objects.filter(household=household, removed_at=None))


def store_page(store: Store) -> StorePage:
    passed = {int(aisle) for pair in store.pairs for aisle in pair.split(">")}
    placed = set(store.placed)
    walked = [AISLES[id] for id in aisle_order(store)]
    rows = [AisleRow(one.id, _(one.name), one.emoji, one.id in placed, one.id in passed) for one in walked]
    return StorePage(store, rows)


def chosen_id(shopping_list: ShoppingList, person: User) -> UUID | None:
    """The store that somebody chose for a list, else the list's own; None also where they chose none."""
    chosen = person.preferences.get(STORES_KEY, {}).get(str(shopping_list.pk))
    if chosen is None:
        return shopping_list.store_id
    return UUID(chosen) if chosen else None


def store_of(shopping_list: ShoppingList, person: User | None) -> Store | None:
    """Where somebody shops with a list, whose order the page has: where they are just now, where they said they
    would be, where the list is for. One query.
    """
    ours = Store.objects.filter(household=shopping_list.household_id, removed_at=None)
    if person is None:
        return ours.filter(pk=shopping_list.store_id).first() if shopping_list.store_id else None
    chosen = chosen_id(shopping_list, person)
    there = Q(trips__by=person, trips__ended_at=None, trips__shopping_list=shopping_list)
    found = list(ours.filter(Q(pk=chosen) | there).distinct()[:2])
    return next((one for one in found if one.pk != chosen), None) or next(iter(found), None)
