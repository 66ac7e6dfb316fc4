"""One thing that somebody does to the stock: under the household's lock, once an operation, told in the ledger."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, Household, User
from accounts.roles import TABLE
from accounts.services.activity import record
from accounts.services.membership import lock_household, require_role
from accounts.services.notice import announce
from kitchen.errors import DomainError
from kitchen.units import Quantity, convert, rounded
from pantry.models import MovementKind, StockItem, StockMovement
from pantry.queries.amount import facts_of, how_much

NOTHING = Decimal(0)
# More than anybody keeps at home, in any unit; what is typed by mistake ends here.
MOST = Decimal(10_000_000)
# How many lots a line of the feed names.
NAMED = 5


@dataclass(frozen=True)
class Deed:
    household: Household
    by: User
    operation: UUID

    def done(self) -> list[StockItem]:
        """The lots that this operation has changed already: what arrives twice is done once.

        What was taken back since is refused: it would seem to be done, and nothing would have happened.
        """
        lines = StockMovement.objects.filter(household=self.household, operation=self.operation)
        if lines.exclude(undone_by=None).exists():
            raise DomainError(_("This has been taken back: load the page again to do it anew."))
        return list(_lots(self.household).filter(pk__in=lines.values("item")))

    def lot(self, id: UUID | None, *, finished: bool = False) -> StockItem:
        """A lot as it is now, locked. One that is used up is found only if that is asked for."""
        lots = _lots(self.household).select_for_update(of=("self",))
        found = lots.filter(pk=id).first() if id else None
        if found is None:
            raise DomainError(_("This is not in the pantry any more."))
        if found.finished_at and not finished:
            raise DomainError(_("Nothing of it is left: %(name)s has been used up.") % {"name": found.name})
        return found

    def write(self, item: StockItem, kind: str, delta: Decimal | None, **more: Any) -> StockMovement:
        """A line of the ledger, in the unit of the lot unless `more` says another."""
        given = {"unit": item.unit, "operation": self.operation, **more}
        return StockMovement.objects.create(
            household=self.household, item=item, kind=kind, delta=delta, by=self.by, **given
        )

    def take(self, item: StockItem, quantity: Quantity | None, kind: str, reason: str = "") -> dict[str, Any]:
        """Take so much off a locked lot, all of it for None; what the feed says of it."""
        amount = amount_to_take(item, quantity)
        self.write(item, kind, None if amount is None else -amount, reason=reason)
        told = lot_facts(item, amount)
        change_amount(item, None if amount is None else -amount)
        return told

    def tell(self, verb: str, lots: Iterable[dict[str, Any]], **facts: Any) -> Activity:
        """The line of the feed, and word to every open page."""
        named = list(lots)
        facts |= {"lots": named[:NAMED], "more": max(0, len(named) - NAMED)}
        announce(self.household, "stock")
        return record(self.household, verb, by=self.by, subject=self.operation, facts=facts)


def begin(household: Household, by: User, operation: UUID) -> Deed:
    locked = lock_household(household)
    require_role(locked, by, TABLE)
    return Deed(locked, by, operation)


def amount_to_take(item: StockItem, quantity: Quantity | None) -> Decimal | None:
    """In the unit of the lot; None where it is only roughly known and all of it goes."""
    if quantity is None:
        return item.amount
    if item.amount is None:
        raise DomainError(
            _("Nobody has measured how much %(name)s there is: use all of it, or say how much is left.")
            % {"name": item.name},
            field="amount",
        )
    amount = in_unit(quantity, item)
    if amount > item.amount:
        raise DomainError(
            _("There is not that much: %(name)s, %(amount)s left.") % {"name": item.name, "amount": how_much(item)},
            field="amount",
        )
    return amount


def in_unit(quantity: Quantity, item: StockItem) -> Decimal:
    """A positive amount in the lot's unit, through what is known of its food."""
    check_amount(quantity)
    amount = rounded(convert(quantity, item.unit, facts_of(item.food_ref)).amount)
    if amount <= NOTHING:
        raise DomainError(_("That is too little to be counted."), field="amount")
    return amount


def check_amount(quantity: Quantity) -> None:
    if not NOTHING < quantity.amount <= MOST:
        raise DomainError(_("Give an amount above nothing that a kitchen can hold."), field="amount")


def change_amount(item: StockItem, delta: Decimal | None) -> None:
    """Keep what is left; the last of it finishes the lot, and what comes back opens it again."""
    if item.amount is not None and delta is not None:
        item.amount += delta
        gone = item.amount == NOTHING
    else:
        gone = True
    item.finished_at = (item.finished_at or timezone.now()) if gone else None
    item.save(update_fields=["amount", "finished_at"])


def lot_facts(item: StockItem, amount: Decimal | None) -> dict[str, Any]:
    """How a line of the feed names a lot: with the amount that came or went, not with what is left."""
    return {
        "name": item.name,
        "amount": None if amount is None else str(amount),
        "unit": item.unit,
        "rough": item.rough,
        "pack": None if item.pack is None else str(item.pack),
    }


def lines_of(household: Household, operation: UUID | None) -> list[StockMovement]:
    """What an operation wrote, in the order in which lots are locked."""
    if operation is None:
        return []
    lines = StockMovement.objects.filter(household=household, operation=operation)
    return list(lines.order_by("item", "id"))


def standing(item: StockItem) -> QuerySet[StockMovement]:
    """The lines of a lot that have neither been taken back nor take one back."""
    return StockMovement.objects.filter(household=item.household_id, item=item, undoes=None, undone_by=None)


def _lots(household: Household) -> QuerySet[StockItem]:
    return StockItem.objects.filter(household=household).select_related("place", "food").order_by("pk")


ADDED, CONSUMED, WASTED = MovementKind.ADDED, MovementKind.CONSUMED, MovementKind.WASTED
MOVED, CORRECTED = MovementKind.MOVED, MovementKind.CORRECTED
