"""Stores, and people who are shopping there."""

from datetime import datetime
from typing import Any

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.ids import new_id
from pantry.catalogue import AISLES
from shopping.models import ListOperation, ShoppingList, ShoppingListItem, ShoppingTrip, Store
from tests.database import as_owner
from tests.factories.shopping import ShoppingTripFactory, StoreFactory

AISLE = {one.slug: one.id for one in AISLES.values()}


def store(household: Household, name: str = "Corner shop", **fields: Any) -> Store:
    made: Store = StoreFactory(household=household, name=name, **fields)
    return made


def trip(kept: ShoppingList, by: User, **fields: Any) -> ShoppingTrip:
    made: ShoppingTrip = ShoppingTripFactory(shopping_list=kept, household=kept.household, by=by, **fields)
    return made


def kept_trip(one: ShoppingTrip) -> ShoppingTrip:
    with as_owner():
        return ShoppingTrip.objects.get(pk=one.pk)


def kept_store(one: Store) -> Store:
    with as_owner():
        return Store.objects.get(pk=one.pk)


def walked(one: Store) -> list[str]:
    """The slugs of its aisles, the first first."""
    slugs = {id: slug for slug, id in AISLE.items()}
    return [slugs[id] for id in kept_store(one).aisles]


def as_member(household: Household, person: User) -> Any:
    """The scope in which a request of this person works."""
    return tenancy.scope(household=household.pk, person=person.pk)


def ticked_at(item: ShoppingListItem, when: datetime, by: User, **fields: Any) -> None:
    """As if it had been ticked then, and that had been written down."""
    with as_owner():
        ShoppingListItem.objects.filter(pk=item.pk).update(state="ticked", ticked_at=when, ticked_by=by, **fields)
        operation_at(item, when, by, "tick")


def operation_at(item: ShoppingListItem, when: datetime, by: User, kind: str) -> None:
    with as_owner():
        kept = ShoppingList.objects.get(pk=item.shopping_list_id)
        kept.number += 1
        kept.save(update_fields=["number"])
        made = ListOperation.objects.create(
            household=kept.household,
            shopping_list=kept,
            item=item,
            operation=new_id(),
            number=kept.number,
            kind=kind,
            by=by,
        )
        ListOperation.objects.filter(pk=made.pk).update(made_at=when)
