"""How much there is of a lot, in words."""

from decimal import Decimal

from kitchen.units import UNITS, Facts, Quantity, tell
from kitchen.units.table import COUNT, PACKAGE
from pantry.models import FoodId, Rough, StockItem
from pantry.queries.foods import food


def quantity_of(item: StockItem) -> Quantity | None:
    """None for a lot that is only roughly known."""
    return None if item.amount is None else Quantity(item.amount, item.unit)


def one_of(item: StockItem) -> Quantity | None:
    """One package or piece, where there are several; None where there is one, or it is not counted so."""
    if item.amount is None or item.unit not in UNITS:
        return None
    one = item.pack or (Decimal(1) if UNITS[item.unit].kind in {COUNT, PACKAGE} else None)
    return Quantity(one, item.unit) if one and one < item.amount else None


def facts_of(ref: FoodId | None) -> Facts | None:
    """What is known of a food for converting its amounts."""
    known = food(ref)
    return known.units if known else None


def how_much(item: StockItem, system: str = "metric") -> str:
    return in_words(item.amount, item.unit, item.rough, item.pack, system)


def in_words(
    amount: Decimal | None, unit: str, rough: str = "", pack: Decimal | None = None, system: str = "metric"
) -> str:
    """Whole packs as people count them: 4 × 400 g."""
    if amount is None:
        return str(Rough(rough).label) if rough in Rough.values else ""
    if unit not in UNITS:
        return f"{amount.normalize():f} {unit}"
    if pack and amount > pack and amount % pack == 0:
        return f"{amount / pack:f} × {tell(Quantity(pack, unit), system)}".replace(".0000 ×", " ×")
    return tell(Quantity(amount, unit), system)
