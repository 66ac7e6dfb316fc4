"""Keeping what things cost, beside the purchases that say it."""

from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Activity, Household, User
from accounts.services.activity import record
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.zones import zone
from shopping.models import ItemState, OperationKind, PriceRecord, ShoppingList, ShoppingListItem
from shopping.records import exact, record_of
from shopping.services.list import lock_list
from shopping.services.operation import Change, Source, keep

FOLLOWS = (
    "product_id",
    "food_id",
    "own_food_id",
    "store_id",
    "name",
    "name_key",
    "quantity",
    "unit",
    "price",
    "paid_on",
)


def keep_prices(household: Household, items: Iterable[ShoppingListItem]) -> None:
    """For what has been bought and is off its list now: one price for each item that has one, kept once."""
    records = [_record(household, item) for item in items if item.price is not None]
    if records:
        PriceRecord.objects.bulk_create(
            records, update_conflicts=True, unique_fields=["household", "item"], update_fields=FOLLOWS
        )


def drop_prices(household: Household, items: Iterable[ShoppingListItem]) -> None:
    """They lie in the basket again: what they cost is not said for good yet."""
    PriceRecord.objects.filter(household=household, item__in=[item.pk for item in items]).delete()


@transaction.atomic
def correct_price(item: ShoppingListItem, price: Decimal | None, *, by: User) -> None:
    """Of something that was bought and is off its list; None for nobody knows."""
    kept = lock_list(item.household, item.shopping_list_id, by=by, archived=True)
    found = kept.items.select_for_update(no_key=True).get(pk=item.pk)
    if found.state != ItemState.PUT_AWAY:
        raise DomainError(_("This has not been put away: change its price on the list."))
    before = found.price
    if before == price:
        return
    _set(kept, found, price, by)
    facts = {"name": found.name, "list": str(kept.pk), "before": exact(before), "after": exact(price)}
    record(kept.household, "price.corrected", by=by, subject=found.pk, facts=facts)


@transaction.atomic
def undo_correction(activity: Activity, by: User) -> None:
    kept = lock_list(activity.household, UUID(activity.facts["list"]), by=by, archived=True)
    found = kept.items.select_for_update(no_key=True).filter(pk=activity.subject or new_id()).first()
    if found is None or found.state != ItemState.PUT_AWAY or exact(found.price) != activity.facts["after"]:
        raise DomainError(_("This has been changed again since."))
    before = activity.facts["before"]
    _set(kept, found, Decimal(before) if before is not None else None, by)


def _set(kept: ShoppingList, item: ShoppingListItem, price: Decimal | None, by: User) -> None:
    before = record_of(item)
    item.price = price
    keep(kept, [Change(item, OperationKind.EDIT, before, ("price",))], Source(by))
    drop_prices(kept.household, [item])
    keep_prices(kept.household, [item])


def _record(household: Household, item: ShoppingListItem) -> PriceRecord:
    bought_at = item.ticked_at or item.created_at
    assert item.price is not None
    kept = PriceRecord(
        household=household,
        item=item,
        product_id=item.product_id,
        store_id=item.store_id,
        name=item.name,
        name_key=item.name_key,
        quantity=item.quantity,
        unit=item.unit,
        price=item.price,
        currency=household.currency,
        paid_on=bought_at.astimezone(zone(household.time_zone)).date(),
        by_id=item.ticked_by_id,
    )
    kept.food_ref = item.food_ref
    return kept
