"""Editing what comes onto the shelves, goes off them, moves, or is set right."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from chat.agent.applying import cooking, correcting, stock
from chat.agent.deps import Kitchen
from chat.agent.editing.parts import AMOUNT, CHOICE, DATE, TEXT, Edit, Part, Said, amount_said
from chat.agent.lookups import by_id, lot_by_id
from chat.agent.rehearsal import rehearsed
from chat.agent.toolbox import Planned
from chat.agent.tools.correcting import corrected, real_amount
from chat.agent.tools.dish import noted
from chat.agent.tools.stock import coming, going, moving
from kitchen.errors import DomainError
from kitchen.units import tell
from pantry.models import DateKind, WasteReason
from pantry.queries.foods import food_called
from pantry.queries.stock import shelves
from pantry.services.new_lots import LONGEST_NAME
from pantry.services.place import places_of

Arguments = dict[str, Any]


def _places(kitchen: Kitchen) -> tuple[tuple[str, str], ...]:
    return tuple((str(place.pk), place.name) for place in places_of(kitchen.household))


def add_parts(kitchen: Kitchen, arguments: Arguments) -> list[Part]:
    places, parts = _places(kitchen), []
    for at, kept in enumerate(arguments["lots"]):
        quantity, group = stock.quantity_of(kept), kept["name"]
        parts += [
            Part(f"name_{at}", _("Name"), TEXT, kept["name"], group, most=LONGEST_NAME),
            Part(f"amount_{at}", _("How much"), AMOUNT, tell(quantity) if quantity else "", group, required=False),
            Part(f"place_{at}", _("Where"), CHOICE, kept["place"], group, places),
            Part(f"use_by_{at}", _("Use by"), DATE, kept["use_by"], group, required=False),
        ]
    return parts


def add_changed(kitchen: Kitchen, arguments: Arguments, said: Said) -> Planned:
    lots = [_lot_said(kitchen, kept, said, at) for at, kept in enumerate(arguments["lots"])]
    changed = {**arguments, "lots": [stock.kept_lot(lot) for lot in lots]}
    rehearsed(lambda: stock.add(kitchen, changed))
    return Planned(changed, [coming(kitchen, lot) for lot in lots])


def _lot_said(kitchen: Kitchen, kept: Arguments, said: Said, at: int) -> Any:
    """What was said otherwise; the day that somebody types is one said by hand."""
    lot, name, use_by = stock.new_lot(kitchen, kept), said[f"name_{at}"], said[f"use_by_{at}"]
    typed = said[f"amount_{at}"]
    if typed != (tell(lot.quantity) if lot.quantity else ""):
        lot = replace(lot, quantity=amount_said(typed, f"amount_{at}") if typed else None, rough=lot.rough or "")
    if name != lot.name:
        lot = replace(lot, name=name, food_id=food_called(name))
    if use_by != lot.use_by:
        kind = DateKind.USE_BY if use_by else ""
        lot = replace(lot, use_by=use_by, date_kind=kind, printed_on=None, printed_kind="", undated=use_by is None)
    place = by_id(said[f"place_{at}"], places_of(kitchen.household), _("This place is not there any more."))
    return replace(lot, place=place, storage=place.storage)


def use_parts(kitchen: Kitchen, arguments: Arguments) -> list[Part]:
    """A food over its lots has one amount; else each lot its own, where it is measured."""
    if arguments.get("food"):
        quantity = stock.quantity_of(arguments)
        return [Part("amount", _("How much"), AMOUNT, tell(quantity) if quantity else "")]
    return _of_lots(kitchen, arguments)


def _of_lots(kitchen: Kitchen, arguments: Arguments, *, required: bool = True) -> list[Part]:
    return [
        Part(f"amount_{at}", _("How much"), AMOUNT, tell(quantity), _named(kitchen, kept), required=required)
        for at, kept in enumerate(arguments["lots"])
        if (quantity := stock.quantity_of(kept))
    ]


def _named(kitchen: Kitchen, kept: Arguments) -> str:
    item = shelves(kitchen.household).filter(pk=kept["id"]).first()
    return item.name if item else ""


def _lots_said(arguments: Arguments, said: Said) -> list[dict[str, Any]]:
    """What is left empty stays on the shelf. An amount that was not touched stays exactly as it was."""
    lots = []
    for at, kept in enumerate(arguments["lots"]):
        quantity, name = stock.quantity_of(kept), f"amount_{at}"
        if quantity is None or name not in said:
            lots.append(kept)
        elif said[name]:
            same = said[name] == tell(quantity)
            lots.append(kept if same else {"id": kept["id"], **stock.kept_quantity(amount_said(said[name], name))})
    return lots


def use_changed(kitchen: Kitchen, arguments: Arguments, said: Said) -> Planned:
    if arguments.get("food"):
        changed = {**arguments, **stock.kept_quantity(amount_said(said["amount"], "amount"))}
        changed["lots"] = rehearsed(lambda: stock.use_all_lots(kitchen, changed))
    else:
        changed = {**arguments, "lots": _lots_said(arguments, said)}
        changed["lots"] = rehearsed(lambda: stock.use_one(kitchen, changed))
    return Planned(changed, [going(kitchen, kept) for kept in changed["lots"]])


def waste_parts(kitchen: Kitchen, arguments: Arguments) -> list[Part]:
    reasons = tuple((value, str(label)) for value, label in WasteReason.choices)
    return [*_of_lots(kitchen, arguments), Part("reason", _("Why"), CHOICE, arguments["reason"], choices=reasons)]


def waste_changed(kitchen: Kitchen, arguments: Arguments, said: Said) -> Planned:
    changed = {**arguments, "lots": _lots_said(arguments, said), "reason": said["reason"]}
    changed["lots"] = rehearsed(lambda: stock.waste_one(kitchen, changed))
    effect = [going(kitchen, kept) for kept in changed["lots"]]
    effect[0]["where"] = f"{effect[0]['where']}, {WasteReason(said['reason']).label}"
    return Planned(changed, effect)


def dish_parts(kitchen: Kitchen, arguments: Arguments) -> list[Part]:
    return _of_lots(kitchen, arguments, required=False)


def dish_changed(kitchen: Kitchen, arguments: Arguments, said: Said) -> Planned:
    changed = {**arguments, "lots": _lots_said(arguments, said)}
    order: dict[Any, int] = {kept["id"]: at for at, kept in enumerate(changed["lots"])}
    taken = rehearsed(lambda: cooking.cook_as_told(kitchen, changed))
    changed["lots"] = sorted(taken, key=lambda kept: order[kept["id"]])
    return Planned(changed, [*(going(kitchen, kept) for kept in changed["lots"]), noted(kitchen, changed)])


def move_parts(kitchen: Kitchen, arguments: Arguments) -> list[Part]:
    return [Part("place", _("Where to"), CHOICE, arguments["place"], choices=_places(kitchen))]


def move_changed(kitchen: Kitchen, arguments: Arguments, said: Said) -> Planned:
    item = lot_by_id(kitchen, arguments["lot"])
    place = by_id(said["place"], places_of(kitchen.household), _("This place is not there any more."))
    if item.place_id == place.pk:
        sentence = _("%(name)s is there already: %(place)s.") % {"name": item.name, "place": place.name}
        raise DomainError(sentence, field="place")
    changed = {**arguments, "place": str(place.pk)}
    rehearsed(lambda: stock.move(kitchen, changed))
    return Planned(changed, [moving(item, place, stock.quantity_of(changed["part"]) if changed.get("part") else None)])


def correct_parts(kitchen: Kitchen, arguments: Arguments) -> list[Part]:
    quantity = stock.quantity_of(arguments)
    group = lot_by_id(kitchen, arguments["lot"]).name
    return [Part("amount", _("How much there is"), AMOUNT, tell(quantity) if quantity else _("nothing"), group)]


def correct_changed(kitchen: Kitchen, arguments: Arguments, said: Said) -> Planned:
    item = lot_by_id(kitchen, arguments["lot"])
    try:
        quantity = real_amount(said["amount"], item.unit)
    except DomainError as refusal:
        raise DomainError(str(refusal), field="amount") from refusal
    changed = {**arguments, **stock.kept_quantity(quantity)}
    rehearsed(lambda: correcting.correct(kitchen, changed))
    return Planned(changed, [corrected(kitchen, item, quantity)])


ADD, USE, WASTE = Edit(add_parts, add_changed), Edit(use_parts, use_changed), Edit(waste_parts, waste_changed)
DISH, MOVE = Edit(dish_parts, dish_changed), Edit(move_parts, move_changed)
CORRECT = Edit(correct_parts, correct_changed)
