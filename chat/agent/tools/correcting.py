"""What there really is of a lot: the pantry keeper counts again. Only proposed, like every change."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chat.agent.amounts import read_amount
from chat.agent.applying import correcting, stock
from chat.agent.deps import Kitchen
from chat.agent.lookups import as_id
from chat.agent.rehearsal import rehearsed
from chat.agent.toolbox import Planned, tool
from chat.agent.tools.stock import one_lot
from chat.agent.values import units_of
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.units import Quantity, tell
from pantry.models import StockItem
from pantry.queries.amount import how_much
from pantry.queries.stock import picture_of

NOTHING = {"0", "nothing", "none", "no", "empty", "zero"}


@tool("pantry", gettext_lazy("Preparing the correction"), "pantry:stock.edit")
def correct_stock(kitchen: Kitchen, lot: str, amount: str) -> Planned:
    """Propose to set right how much of a lot there really is; nothing counts as used or thrown away by it.

    Args:
        lot: the id of the lot, or its name where there is only one.
        amount: how much is really there, such as "300 g", "2" or "nothing".

    """
    item = one_lot(kitchen, lot, lot if as_id(lot) else "")
    quantity = real_amount(amount, item.unit)
    arguments: dict[str, Any] = {
        "operation": str(new_id()),
        "lot": str(item.pk),
        "was": stock.whole_of(item),
        **stock.kept_quantity(quantity),
    }
    before = how_much(item, units_of(kitchen))
    if item.amount is not None and quantity == Quantity(item.amount, item.unit):
        raise DomainError(
            _("It is written down so already: %(name)s, %(amount)s.") % {"name": item.name, "amount": before}
        )
    rehearsed(lambda: correcting.correct(kitchen, arguments))
    return Planned(arguments, [corrected(kitchen, item, quantity)], _("I set it right, if you agree."))


def corrected(kitchen: Kitchen, item: StockItem, quantity: Quantity | None) -> dict[str, str]:
    system = units_of(kitchen)
    before = how_much(item, system) or _("not measured")
    where = _("%(place)s, was %(amount)s") % {"place": item.place.name, "amount": before}
    now = tell(quantity, system) if quantity else _("nothing")
    return {"emoji": picture_of(item.food_ref), "name": item.name, "amount": now, "where": where}


def real_amount(text: str, unit: str) -> Quantity | None:
    """None is nothing at all. A bare number is in the unit that the lot is counted in."""
    if " ".join(text.casefold().split()) in NOTHING:
        return None
    wanted = read_amount(text)
    if wanted.quantity is None:
        raise DomainError(_("Say how much there really is, such as “300 g” or “nothing”."))
    bare = text.strip().replace(",", ".").replace(".", "", 1).isdigit()
    return Quantity(wanted.quantity.amount, unit) if bare and unit else wanted.quantity
