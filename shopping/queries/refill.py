"""What of the shelves is to be bought again: what runs low with how much of it, or lots that somebody chose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accounts.models import Household
from kitchen.units import Quantity
from pantry.models import FoodId, StockItem
from pantry.queries.foods import food
from pantry.queries.low import Low, running_low
from shopping.company import Key
from shopping.models import ShoppingList
from shopping.queries.bought import Bought, bought
from shopping.queries.suggestion import OnLists, on_lists
from shopping.queries.suggestion_words import low_words
from shopping.wanted import Wanted

# What lasts so many days more is only offered.
SOON = 3


@dataclass(frozen=True)
class Refill:
    """`amount` fills it up to the minimum, else is what is usually bought. `proposed`: it is ticked to begin with."""

    ref: FoodId
    key: str
    name: str
    emoji: str
    why: str
    amount: Quantity | None
    listed: bool
    proposed: bool

    def wanted(self, amount: Quantity | None) -> Wanted:
        exact, unit = (amount.amount, amount.unit) if amount else (None, "")
        return Wanted(name=self.name, quantity=exact, unit=unit, food=food(self.ref))


@dataclass(frozen=True)
class RefillPage:
    rows: list[Refill]
    lists: list[ShoppingList]


def refill_page(household: Household, today: date, system: str = "metric") -> RefillPage:
    """The same few queries, whatever runs low."""
    history = bought(household, today)
    there = on_lists(history)
    rows = [_row(low, there, history) for low in running_low(household, today, system)]
    lists = ShoppingList.objects.filter(household=household, archived_at=None)
    return RefillPage(rows, list(lists))


def _row(low: Low, there: OnLists, history: Mapping[Key, Bought]) -> Refill:
    before, listed = history.get(low.ref), low.ref in there.anywhere
    presses = bool(low.minimum) or (low.out is not None and low.out.days <= SOON)
    return Refill(
        ref=low.ref,
        key=low.key,
        name=before.name if before and before.days else low.name[:1].upper() + low.name[1:],
        emoji=low.emoji,
        why=low_words(low),
        amount=low.buy or (before.amount if before else None),
        listed=listed,
        proposed=presses and not listed,
    )


def wanted_of(household: Household, lots: Iterable[UUID]) -> list[Wanted]:
    """Each food once, without an amount: how much is bought, whoever shops decides."""
    wanted: dict[object, Wanted] = {}
    for lot in StockItem.objects.filter(household=household, pk__in=list(lots)).order_by("name_key", "pk"):
        name = lot.name[:1].upper() + lot.name[1:]
        wanted.setdefault(lot.food_ref or lot.name_key, Wanted(name=name, food=food(lot.food_ref)))
    return list(wanted.values())
