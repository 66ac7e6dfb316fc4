"""What of the shelves is to be bought again."""

from collections.abc import Iterable
from uuid import UUID

from accounts.models import Household
from pantry.models import StockItem
from pantry.queries.foods import food
from shopping.wanted import Wanted


def wanted_of(household: Household, lots: Iterable[UUID]) -> list[Wanted]:
    """Each food once, without an amount: how much is bought, whoever shops decides."""
    wanted: dict[object, Wanted] = {}
    for lot in StockItem.objects.filter(household=household, pk__in=list(lots)).order_by("name_key", "pk"):
        name = lot.name[:1].upper() + lot.name[1:]
        wanted.setdefault(lot.food_ref or lot.name_key, Wanted(name=name, food=food(lot.food_ref)))
    return list(wanted.values())
