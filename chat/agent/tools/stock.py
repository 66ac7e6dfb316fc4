"""The pantry keeper's hands: adding, using, throwing away and moving food. Each only proposes."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chat.agent.amounts import Amount, read_amount
from chat.agent.applying import stock
from chat.agent.deps import Kitchen
from chat.agent.lookups import lot_by_id, lots_called, none_called, place_called
from chat.agent.rehearsal import rehearsed
from chat.agent.toolbox import Planned, tool
from chat.agent.values import units_of
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.units import Quantity, tell
from pantry.models import Place, StockItem, WasteReason
from pantry.queries.amount import how_much, in_words
from pantry.queries.day import due_in_words, why_in_words
from pantry.queries.stock import picture_of, shelves
from pantry.services.stock import NewLot, new_lots

AGENT = "pantry"
MOST_NAMED = 4
TAKEN = gettext_lazy("I take this off the shelves, if you agree.")


@tool(AGENT, gettext_lazy("Preparing what comes into the pantry"), "pantry:stock.add")
def add_stock(kitchen: Kitchen, text: str) -> Planned:
    """Propose to put food on the shelves.

    Args:
        text: one thing a line, as people write it: "2 l milk fridge friday", "500 g rice".

    """
    lots, wrong = new_lots(text, kitchen.household, today=kitchen.today)
    if wrong:
        raise DomainError(f"{wrong[0].text}: {wrong[0].wrong}")
    if not lots:
        raise DomainError(_("Write what there is."))
    arguments = {"operation": str(new_id()), "lots": [stock.kept_lot(lot) for lot in lots]}
    rehearsed(lambda: stock.add(kitchen, arguments))
    return Planned(arguments, [coming(kitchen, lot) for lot in lots], _("This comes onto the shelves, if you agree."))


def coming(kitchen: Kitchen, lot: NewLot) -> dict[str, str]:
    amount = lot.quantity or Quantity(Decimal(0), "piece")
    pack = lot.pack.amount if lot.pack else None
    words = in_words(amount.amount if lot.quantity else None, amount.unit, lot.rough, pack)
    due, why = due_in_words(lot.use_by, kitchen.today), why_in_words(lot.date_kind)
    where = [lot.place.name if lot.place else "", f"{due} ({why})" if due and why else due]
    return {
        "emoji": picture_of(lot.food_id),
        "name": lot.name,
        "amount": words,
        "where": ", ".join(filter(None, where)),
    }


@tool(AGENT, gettext_lazy("Preparing what is used"), "pantry:stock.use")
def use_stock(kitchen: Kitchen, food: str = "", amount: str = "all", lot: str = "") -> Planned:
    """Propose to take food that was eaten or cooked off the shelves; what must be eaten first goes first.

    Args:
        food: what it is; may be left out with `lot`.
        amount: such as "200 g", "2", "half" or "all".
        lot: the id of one lot, where it is known which.

    """
    wanted = read_amount(amount)
    items = [lot_by_id(kitchen, lot)] if lot else of_one_kind(kitchen, food)
    operation = str(new_id())
    if len(items) == 1:
        return _taking(kitchen, operation, items[0], wanted)
    if wanted.share is not None:
        raise DomainError(which_one(items))
    meant = stock.meaning(items[0].food_ref, items[0].name)
    arguments: dict[str, Any] = {"operation": operation, "food": meant, **stock.kept_quantity(wanted.quantity)}
    urgency = {str(item.pk): at for at, item in enumerate(items)}
    taken = rehearsed(lambda: stock.use_all_lots(kitchen, arguments))
    arguments["lots"] = sorted(taken, key=lambda kept: urgency.get(kept["id"], len(urgency)))
    return Planned(arguments, [going(kitchen, kept) for kept in arguments["lots"]], str(TAKEN))


def _taking(kitchen: Kitchen, operation: str, item: StockItem, wanted: Amount) -> Planned:
    quantity = wanted.of(item)
    kept = {"id": str(item.pk), **stock.kept_quantity(quantity)} if quantity else stock.whole_of(item)
    arguments: dict[str, Any] = {"operation": operation, "lots": [kept]}
    arguments["lots"] = rehearsed(lambda: stock.use_one(kitchen, arguments))
    return Planned(arguments, [going(kitchen, kept) for kept in arguments["lots"]], str(TAKEN))


@tool(AGENT, gettext_lazy("Preparing what is thrown away"), "pantry:stock.waste")
def waste_stock(
    kitchen: Kitchen, food: str = "", amount: str = "all", reason: str = "spoiled", lot: str = ""
) -> Planned:
    """Propose to write down food that was thrown away.

    Args:
        food: what it is; may be left out with `lot`.
        amount: such as "200 g", "2", "half" or "all".
        reason: spoiled, past_date, left_over, not_liked, broken or other.
        lot: the id of one lot, where it is known which.

    """
    item = one_lot(kitchen, food, lot)
    quantity = read_amount(amount).of(item)
    kept = {"id": str(item.pk), **stock.kept_quantity(quantity)} if quantity else stock.whole_of(item)
    why = reason if reason in WasteReason.values else WasteReason.OTHER
    arguments: dict[str, Any] = {"operation": str(new_id()), "lots": [kept], "reason": str(why)}
    arguments["lots"] = rehearsed(lambda: stock.waste_one(kitchen, arguments))
    effect = [going(kitchen, line) for line in arguments["lots"]]
    effect[0]["where"] = f"{effect[0]['where']}, {WasteReason(why).label}"
    return Planned(arguments, effect, _("I write down that it was thrown away, if you agree."))


@tool(AGENT, gettext_lazy("Preparing the move"), "pantry:stock.move")
def move_stock(kitchen: Kitchen, to: str, food: str = "", lot: str = "", amount: str = "all") -> Planned:
    """Propose to move food to another place.

    Args:
        to: a place, or "pantry", "fridge", "freezer".
        food: what it is; may be left out with `lot`.
        lot: the id of one lot, where it is known which.
        amount: such as "200 g", "2", "half" or "all".

    """
    place = place_called(kitchen, to)
    item = one_lot(kitchen, food, lot, elsewhere=str(place.pk))
    if item.place_id == place.pk:
        raise DomainError(_("%(name)s is there already: %(place)s.") % {"name": item.name, "place": place.name})
    quantity = read_amount(amount).of(item)
    arguments: dict[str, Any] = {"operation": str(new_id()), "lot": str(item.pk), "place": str(place.pk)}
    if quantity:
        arguments["part"] = stock.kept_quantity(quantity)
    rehearsed(lambda: stock.move(kitchen, arguments))
    return Planned(arguments, [moving(item, place, quantity)], _("I move it, if you agree."))


def moving(item: StockItem, place: Place, part: Quantity | None = None) -> dict[str, str]:
    where = _("from %(place)s to %(to)s") % {"place": item.place.name, "to": place.name}
    amount = tell(part) if part else how_much(item)
    return {"emoji": picture_of(item.food_ref), "name": item.name, "amount": amount, "where": where}


def of_one_kind(kitchen: Kitchen, food: str) -> list[StockItem]:
    """The lots of the one food that is meant; refuses where there is none, or several foods could be."""
    found = lots_called(kitchen, food)
    if not found.things:
        raise DomainError(none_called(food, found.near, _("in the pantry")))
    if not found.exact:
        raise DomainError(none_called(food, [item.name for item in found.things], _("in the pantry")))
    kinds = {item.food_ref or item.name_key for item in found.things}
    if len(kinds) > 1:
        raise DomainError(which_one(found.things))
    return found.things


def one_lot(kitchen: Kitchen, food: str, lot: str, *, elsewhere: str = "") -> StockItem:
    """`elsewhere` leaves out what lies in that place already, if there is more."""
    if lot:
        return lot_by_id(kitchen, lot)
    items = of_one_kind(kitchen, food)
    others = [item for item in items if str(item.place_id) != elsewhere] or items
    if len(others) > 1:
        raise DomainError(which_one(others))
    return others[0]


def which_one(items: list[StockItem]) -> str:
    named = "; ".join(f"{item.name}, {how_much(item)}, {item.place.name}" for item in items[:MOST_NAMED])
    return _("Several could be meant: %(lots)s. Say which one.") % {"lots": named}


def going(kitchen: Kitchen, kept: dict[str, Any]) -> dict[str, str]:
    item, system = shelves(kitchen.household).get(pk=kept["id"]), units_of(kitchen)
    quantity = stock.quantity_of(kept)
    whole = quantity is None or (item.amount is not None and quantity == Quantity(item.amount, item.unit))
    amount = how_much(item, system) if whole or quantity is None else tell(quantity, system)
    left = (
        ""
        if whole or quantity is None or item.amount is None
        else tell(Quantity(item.amount - quantity.amount, item.unit), system)
    )
    where = [item.place.name, _("all of it") if whole else _("%(amount)s left") % {"amount": left}]
    return {"emoji": picture_of(item.food_ref), "name": item.name, "amount": amount, "where": ", ".join(where)}
