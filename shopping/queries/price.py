"""What things on a list will cost, by what the household paid for them last. Not for guests."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.db.models.functions import TruncDate

from accounts.models import Household
from kitchen.money import smallest
from kitchen.units import UNITS, CannotConvert, Quantity, convert
from pantry.models import FoodId, StockItem, of_foods
from pantry.queries.amount import facts_of
from shopping.models import PriceRecord, ShoppingListItem
from shopping.wanted import amount_of

DEAREST = Decimal(1_000_000_000)
COLUMNS = ("food_id", "own_food_id", "name_key", "product_id", "price", "much", "of", "day")


@dataclass(frozen=True)
class Paid:
    """`price` was paid for `amount`, None where nobody said for how much."""

    price: Decimal
    amount: Quantity | None
    product: UUID | None
    day: date


Prices = dict[FoodId | str, list[Paid]]


def prices_of(household: Household, items: Iterable[ShoppingListItem]) -> Prices:
    """What was paid for these things, by food or by the name of what has none, the newest first: of each unit the
    newest alone. One query for what lists and shelves know.
    """
    wanted = list(items)
    foods = {ref for item in wanted if (ref := item.food_ref)}
    if not wanted:
        return {}
    named = Q(food=None, own_food=None, name_key__in={item.name_key for item in wanted if not item.food_ref})
    which = Q(of_foods(foods) | named, household=household)
    bought = PriceRecord.objects.filter(which, currency=household.currency)
    lots = StockItem.objects.filter(which, price__isnull=False, price_amount__gt=0, price_unit__in=UNITS)
    rows = _newest(bought.annotate(much=F("quantity"), of=F("unit"), day=F("paid_on"))).union(
        _newest(lots.annotate(much=F("price_amount"), of=F("price_unit"), day=TruncDate("created_at"))), all=True
    )
    found: Prices = defaultdict(list)
    for food, own, name, product, price, much, unit, day in sorted(rows, key=lambda row: row[-1], reverse=True):
        found[own or food or name].append(Paid(price, amount_of(much, unit) if unit else None, product, day))
    return found


def _newest(rows: QuerySet[Any]) -> QuerySet[Any]:
    """One of each thing, product and unit."""
    apart = ("food_id", "own_food_id", "name_key", "product_id", "of")
    return rows.order_by(*apart, "-day", "-id").distinct(*apart).values_list(*COLUMNS)


def estimate(item: ShoppingListItem, paid: Iterable[Paid], currency: str) -> Decimal | None:
    """What so much of it will cost, its own product going first; without an amount what it cost last time."""
    of_product = sorted(paid, key=lambda one: one.product != item.product_id) if item.product_id else list(paid)
    wanted = amount_of(item.quantity, item.unit)
    if wanted is None:
        return of_product[0].price if of_product else None
    facts = facts_of(item.food_ref)
    for one in of_product:
        if one.amount is None:
            continue
        try:
            cost = one.price * convert(wanted, one.amount.unit, facts).amount / one.amount.amount
        except CannotConvert:
            continue
        return cost.quantize(smallest(currency), ROUND_HALF_UP) if cost <= DEAREST else None
    return None


def paid_for(item: ShoppingListItem, prices: Prices) -> list[Paid]:
    return prices.get(item.food_ref or item.name_key, [])
