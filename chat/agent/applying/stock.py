"""Adding, using, wasting and moving food, from what a proposal keeps of it (JSON)."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from chat.agent.deps import Kitchen
from chat.agent.lookups import by_id, lot_by_id
from kitchen.errors import DomainError
from kitchen.units import Quantity
from pantry.models import FoodId, StockItem, StockMovement, food_text, read_food_ref
from pantry.services.place import places_of
from pantry.services.stock import NewLot, add_stock, move_stock, use_food, use_stock, waste_stock

# The days of a new lot that are told one by one.
DAYS = ("printed_on", "opened", "frozen")


def add(kitchen: Kitchen, arguments: dict[str, Any]) -> str:
    lots = [new_lot(kitchen, kept) for kept in arguments["lots"]]
    add_stock(kitchen.household, lots, by=kitchen.person, operation=UUID(arguments["operation"]))
    return ""


def use(kitchen: Kitchen, arguments: dict[str, Any]) -> str:
    """One lot as it was named, or a food over its lots: exactly those that were shown."""
    if arguments.get("food"):
        use_all_lots(kitchen, arguments)
    else:
        use_one(kitchen, arguments)
    check_taken(kitchen, arguments)
    return ""


def use_one(kitchen: Kitchen, arguments: dict[str, Any]) -> list[dict[str, Any]]:
    item, operation = lot_by_id(kitchen, arguments["lots"][0]["id"]), UUID(arguments["operation"])
    use_stock(item, quantity_of(arguments["lots"][0]), by=kitchen.person, operation=operation)
    return taken(kitchen, operation)


def use_all_lots(kitchen: Kitchen, arguments: dict[str, Any]) -> list[dict[str, Any]]:
    operation = UUID(arguments["operation"])
    what = meant(arguments["food"])
    use_food(kitchen.household, what, quantity_of(arguments), by=kitchen.person, operation=operation)
    return taken(kitchen, operation)


def meaning(ref: FoodId | None, name: str) -> int | str:
    """How a proposal says which food: the catalogue's number, the text of another id, else the name."""
    return ref if isinstance(ref, int) else food_text(ref) or name


def meant(told: int | str) -> FoodId | str:
    ref = read_food_ref(told)
    return told if ref is None or (isinstance(told, str) and isinstance(ref, int)) else ref


def waste(kitchen: Kitchen, arguments: dict[str, Any]) -> str:
    waste_one(kitchen, arguments)
    check_taken(kitchen, arguments)
    return ""


def waste_one(kitchen: Kitchen, arguments: dict[str, Any]) -> list[dict[str, Any]]:
    lot, operation = arguments["lots"][0], UUID(arguments["operation"])
    item = lot_by_id(kitchen, lot["id"])
    waste_stock(item, quantity_of(lot), arguments["reason"], by=kitchen.person, operation=operation)
    return taken(kitchen, operation)


def move(kitchen: Kitchen, arguments: dict[str, Any]) -> str:
    item = lot_by_id(kitchen, arguments["lot"])
    place = by_id(arguments["place"], places_of(kitchen.household), _("This place is not there any more."))
    part = quantity_of(arguments["part"]) if arguments.get("part") else None
    move_stock(item, place, part, by=kitchen.person, operation=UUID(arguments["operation"]))
    return ""


def taken(kitchen: Kitchen, operation: UUID) -> list[dict[str, Any]]:
    """What an operation took, lot by lot; an amount is null where the lot was only roughly known."""
    lines = StockMovement.objects.filter(household=kitchen.household, operation=operation)
    found = [
        {"id": str(line.item_id), "amount": None if line.delta is None else _exact(-line.delta), "unit": line.unit}
        for line in lines
    ]
    return sorted(found, key=lambda lot: str(lot["id"]))


def check_taken(kitchen: Kitchen, arguments: dict[str, Any]) -> None:
    """What was done is what was shown; refused otherwise, which takes it back."""
    shown = sorted(arguments["lots"], key=lambda lot: str(lot["id"]))
    if taken(kitchen, UUID(arguments["operation"])) != shown:
        raise DomainError(_("The pantry has changed since: ask again, so that it fits what is here now."))


def quantity_of(kept: dict[str, Any]) -> Quantity | None:
    return Quantity(Decimal(kept["amount"]), kept["unit"]) if kept.get("amount") else None


def kept_quantity(quantity: Quantity | None) -> dict[str, Any]:
    return {"amount": _exact(quantity.amount), "unit": quantity.unit} if quantity else {"amount": None, "unit": ""}


def whole_of(item: StockItem) -> dict[str, Any]:
    """All of a lot, as it is now: if somebody takes some of it meanwhile, the proposal does not fit any more."""
    return {"id": str(item.pk), "amount": None if item.amount is None else _exact(item.amount), "unit": item.unit}


def kept_lot(lot: NewLot) -> dict[str, Any]:
    return {
        "name": lot.name,
        **kept_quantity(lot.quantity),
        "rough": str(lot.rough),
        "pack": kept_quantity(lot.pack) if lot.pack else None,
        "place": str(lot.place.pk) if lot.place else "",
        "use_by": lot.use_by.isoformat() if lot.use_by else "",
        "date_kind": str(lot.date_kind),
        "food": food_text(lot.food_id),
        "note": lot.note,
        "price": None if lot.price is None else str(lot.price),
        "printed_kind": str(lot.printed_kind),
        **{name: day.isoformat() for name in DAYS if (day := getattr(lot, name))},
    }


def new_lot(kitchen: Kitchen, kept: dict[str, Any]) -> NewLot:
    place = by_id(kept["place"], places_of(kitchen.household), _("This place is not there any more."))
    return NewLot(
        name=kept["name"],
        quantity=quantity_of(kept),
        rough=kept["rough"],
        pack=quantity_of(kept["pack"]) if kept["pack"] else None,
        place=place,
        storage=place.storage,
        use_by=_day(kept, "use_by"),
        date_kind=kept["date_kind"],
        food_id=read_food_ref(kept["food"]),
        note=kept.get("note", ""),
        price=Decimal(kept["price"]) if kept.get("price") else None,
        printed_kind=kept.get("printed_kind", ""),
        printed_on=_day(kept, "printed_on"),
        opened=_day(kept, "opened"),
        frozen=_day(kept, "frozen"),
    )


def _day(kept: dict[str, Any], name: str) -> date | None:
    return date.fromisoformat(kept[name]) if kept.get(name) else None


def _exact(amount: Decimal) -> str:
    return f"{amount.normalize():f}"
