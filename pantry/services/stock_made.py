"""What becomes of food in a kitchen: lots go, and what was made of them is put away, in one line of the feed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction

from accounts.models import Household, User
from kitchen.units import Quantity
from pantry.models import StockItem
from pantry.queries.day import today_in
from pantry.services.ledger import ADDED, CONSUMED, Deed, begin, in_unit
from pantry.services.new_lots import NewLot, completed
from pantry.services.stock import put_on_shelf


@dataclass(frozen=True)
class Use:
    """So much of a lot, in any unit that its food can be told in; all of it for None."""

    lot: UUID
    quantity: Quantity | None = None


@dataclass(frozen=True)
class Making:
    """What goes and what comes of it; `verb` tells it in the feed, with `facts` of its own."""

    verb: str
    uses: Sequence[Use] = ()
    made: Sequence[NewLot] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)


@transaction.atomic
def make_of_stock(household: Household, making: Making, *, by: User, operation: UUID) -> list[StockItem]:
    """Take everything off the shelves that is used, or nothing; the lots that were made."""
    deed = begin(household, by, operation)
    if deed.done():
        return deed.done(ADDED)
    taken = [_take(deed, id, shares) for id, shares in _by_lot(making.uses)]
    lots = completed(making.made, deed.household, today=today_in(deed.household)) if making.made else []
    items = [put_on_shelf(deed, lot) for lot in lots]
    deed.tell(making.verb, taken, **making.facts)
    return items


def _by_lot(uses: Iterable[Use]) -> list[tuple[UUID, list[Quantity | None]]]:
    """Locked in one order; what several ingredients take of one lot goes at once."""
    found: dict[UUID, list[Quantity | None]] = {}
    for use in uses:
        found.setdefault(use.lot, []).append(use.quantity)
    return sorted(found.items())


def _take(deed: Deed, id: UUID, shares: list[Quantity | None]) -> dict[str, Any]:
    lot = deed.lot(id)
    measured = [share for share in shares if share is not None]
    if len(measured) < len(shares):
        return deed.take(lot, None, CONSUMED)
    if len(measured) == 1 or lot.amount is None:
        return deed.take(lot, measured[0], CONSUMED)
    whole = sum((in_unit(share, lot) for share in measured), Decimal(0))
    return deed.take(lot, Quantity(whole, lot.unit), CONSUMED)
