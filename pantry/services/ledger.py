"""One thing that somebody does to the stock: under the household's lock, once an operation, told in the ledger.

Each line keeps the fields of its lot that it set, so that taking it back is telling the others again (pantry.replay).
"""

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
from pantry.lot_fields import Kept, changes, fields_of
from pantry.models import MovementKind, Place, StockItem, StockMovement
from pantry.queries.amount import facts_of, how_much
from pantry.queries.worth import worth_of

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

    def done(self, *kinds: str) -> list[StockItem]:
        """The lots that this operation has changed already (by lines of those kinds): what arrives twice is done once.

        What was taken back since is refused: it would seem to be done, and nothing would have happened.
        """
        lines = StockMovement.objects.filter(household=self.household, operation=self.operation)
        if lines.exclude(undone_by=None).exists():
            raise DomainError(_("This has been taken back: load the page again to do it anew."))
        wanted = lines.filter(kind__in=kinds) if kinds else lines
        return list(_lots(self.household).filter(pk__in=wanted.values("item")))

    def lot(self, id: UUID | None, *, finished: bool = False) -> StockItem:
        """A lot as it is now, locked. One that is used up is found only if that is asked for."""
        lots = _lots(self.household).select_for_update(of=("self",))
        found = lots.filter(pk=id).first() if id else None
        if found is None:
            raise DomainError(_("This is not in the pantry any more."))
        if found.finished_at and not finished:
            raise DomainError(_("Nothing of it is left: %(name)s has been used up.") % {"name": found.name})
        return found

    def lots(self, items: Iterable[StockItem]) -> list[StockItem]:
        """Several, each once, locked in one order."""
        return [self.lot(id) for id in sorted({item.pk for item in items})]

    def place(self, place: Place | None) -> Place:
        """As it is now: it may have been removed since the page was drawn."""
        found = Place.objects.there().filter(household=self.household, pk=place.pk).first() if place else None
        if found is None:
            raise DomainError(_("This place is not there any more: choose another."), field="place")
        return found

    def write(self, item: StockItem, kind: str, delta: Decimal | None, **more: Any) -> StockMovement:
        """A line of the ledger, in the unit of the lot unless `more` says another."""
        given = {"unit": item.unit, "operation": self.operation, **more}
        return StockMovement.objects.create(
            household=self.household, item=item, kind=kind, delta=delta, by=self.by, **given
        )

    def keep(self, item: StockItem, before: Kept, kind: str, delta: Decimal | None, **more: Any) -> StockMovement:
        """Save a lot whose fields were `before`, with the line that tells what became of them."""
        item.save()
        return self.write(item, kind, delta, changes=changes(before, fields_of(item)), **more)

    def take(self, item: StockItem, quantity: Quantity | None, kind: str, reason: str = "") -> dict[str, Any]:
        """Take so much off a locked lot, all of it for None; what the feed says of it."""
        amount = amount_to_take(item, quantity)
        less = None if amount is None else -amount
        self.write(item, kind, less, reason=reason, value=worth_of(item, amount))
        told = lot_facts(item, amount)
        change_amount(item, less)
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


def kept(quantity: Quantity) -> Quantity:
    """As it is written down, which must not be nothing either."""
    check_amount(quantity)
    written = Quantity(rounded(quantity.amount), quantity.unit)
    check_amount(written)
    return written


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


def nothing_of(item: StockItem) -> Decimal | None:
    """The delta of a line that changes no amount."""
    return None if item.amount is None else NOTHING


def lines_of(household: Household, operation: UUID | None) -> list[StockMovement]:
    """What an operation wrote, in the order in which lots are locked."""
    if operation is None:
        return []
    lines = StockMovement.objects.filter(household=household, operation=operation)
    return list(lines.order_by("item", "id"))


def standing(item: StockItem) -> QuerySet[StockMovement]:
    """The lines of a lot that have neither been taken back nor take one back."""
    return StockMovement.objects.standing().filter(household=item.household_id, item=item)


def _lots(household: Household) -> QuerySet[StockItem]:
    return StockItem.objects.filter(household=household).select_related("place", "food", "product").order_by("pk")


ADDED, CONSUMED, WASTED = MovementKind.ADDED, MovementKind.CONSUMED, MovementKind.WASTED
MOVED, CORRECTED, COUNTED = MovementKind.MOVED, MovementKind.CORRECTED, MovementKind.COUNTED
OPENED, FROZEN, THAWED = MovementKind.OPENED, MovementKind.FROZEN, MovementKind.THAWED
SPLIT, MERGED = MovementKind.SPLIT, MovementKind.MERGED
