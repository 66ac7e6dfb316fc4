"""Using a food wherever it lies: what must be eaten first goes first."""

from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import Household, User
from kitchen.errors import DomainError
from kitchen.units import CannotConvert, Quantity, convert, rounded, tell
from pantry.matching import name_key
from pantry.models import Food, FoodId, StockItem
from pantry.queries.amount import facts_of
from pantry.queries.day import today_in
from pantry.queries.foods import food, food_called, rows_of
from pantry.queries.stock import shelves, urgency
from pantry.services.ledger import CONSUMED, NOTHING, begin, check_amount


@transaction.atomic
def use_food(
    household: Household, what: Food | FoodId | str, quantity: Quantity | None, *, by: User, operation: UUID
) -> list[StockItem]:
    """Use so much of a food (a row of the catalogue, an id, or a name), across its lots; all of it for None.

    Lots that are only roughly known are left alone, unless all of it goes.
    """
    deed = begin(household, by, operation)
    if again := deed.done():
        return again
    lots = _lots(deed.household, what)
    if not lots:
        raise DomainError(_("There is no %(name)s in the pantry.") % {"name": _called(what)})
    shares = [(lot, None) for lot in lots] if quantity is None else _shares(lots, quantity)
    deed.tell("stock.used", [deed.take(lot, share, CONSUMED) for lot, share in shares])
    return [lot for lot, _share in shares]


def _lots(household: Household, what: Food | FoodId | str) -> list[StockItem]:
    """Locked in the order of their ids, given in the order in which they must be eaten."""
    wanted, today = _wanted(what), today_in(household)
    ids = list(shelves(household).filter(wanted).values_list("pk", flat=True))
    locked = StockItem.objects.filter(household=household, pk__in=ids).select_for_update().order_by("pk")
    found = {lot.pk: lot for lot in locked}
    return sorted((found[id] for id in ids if id in found), key=lambda lot: urgency(lot, today))


def _wanted(what: Food | FoodId | str) -> Q:
    if isinstance(what, Food):
        return rows_of(what.pk)
    if not isinstance(what, str):
        return rows_of(what)
    known = food_called(what)
    named = Q(name_key=name_key(what))
    return named | rows_of(known) if known else named


def _shares(lots: list[StockItem], quantity: Quantity) -> list[tuple[StockItem, Quantity | None]]:
    """How much each lot gives; refuses when all of them together have less."""
    check_amount(quantity)
    shares: list[tuple[StockItem, Quantity | None]] = []
    wanted, why = quantity.amount, None
    for lot in lots:
        if lot.amount is None:
            continue
        try:
            there = convert(Quantity(lot.amount, lot.unit), quantity.unit, facts_of(lot.food_ref)).amount
        except CannotConvert as refusal:
            why = refusal
            continue
        if _covers(there, wanted):
            return [*shares, (lot, _rest(lot, Quantity(wanted, quantity.unit)))]
        shares.append((lot, None))
        wanted -= there
    if why and not shares:
        raise why
    raise DomainError(_too_little(lots, quantity, wanted), field="amount")


def _covers(there: Decimal, wanted: Decimal) -> bool:
    """To the scale at which amounts are kept: 1 cup of 236.5882 ml is 1 cup."""
    return rounded(there) >= rounded(wanted)


def _rest(lot: StockItem, wanted: Quantity) -> Quantity | None:
    """The last share in the lot's own unit; None where that is all of it, or so near that nothing would be left."""
    amount = rounded(convert(wanted, lot.unit, facts_of(lot.food_ref)).amount)
    if lot.amount is None or amount >= lot.amount:
        return None
    return Quantity(max(amount, Decimal("0.0001")), lot.unit)


def _too_little(lots: list[StockItem], quantity: Quantity, missing: Decimal) -> str:
    there = quantity.amount - missing
    name = lots[0].name
    if there <= NOTHING and all(lot.amount is None for lot in lots):
        return _("Nobody has measured how much %(name)s there is: say how much is left first.") % {"name": name}
    return _("There is not that much: %(name)s, %(amount)s left.") % {
        "name": name,
        "amount": tell(Quantity(rounded(there), quantity.unit)),
    }


def _called(what: Food | FoodId | str) -> str:
    if isinstance(what, str):
        return what
    known = food(what.pk if isinstance(what, Food) else what)
    return known.name if known else _("such food")
