"""In which units a lot can be told, for choosing one."""

from decimal import Decimal

from kitchen.units import UNITS, Quantity, convertible, unit_name
from kitchen.units.table import SIZED
from pantry.models import StockItem
from pantry.queries.amount import facts_of

USUAL = {
    "metric": ("g", "kg", "ml", "l", "piece", "tsp", "tbsp", "cup"),
    "us": ("oz", "lb", "tsp", "tbsp", "cup", "fl_oz", "quart", "piece", "g", "ml"),
}
BOUGHT = ("pack", "tin", "jar", "bottle", "bag", "box", "carton", "tub", "bunch", "head", "clove", "slice", "loaf")


def units_for(item: StockItem, system: str = "metric") -> list[tuple[str, str]]:
    """The lot's own unit first, then the usual ones into which its amount can be converted."""
    facts, one = facts_of(item.food_ref), Quantity(Decimal(1), item.unit)
    others = [unit for unit in USUAL.get(system, USUAL["metric"]) if convertible(one, unit, facts)]
    if facts:
        known = [unit for unit in facts.unit_weights if unit in UNITS and unit not in SIZED]
        others += [unit for unit in known if convertible(one, unit, facts)]
    return [(unit, unit_name(unit)) for unit in dict.fromkeys([item.unit, *others])]


def all_units(first: str = "", system: str = "metric") -> list[tuple[str, str]]:
    wanted = [first, *USUAL.get(system, USUAL["metric"]), *BOUGHT, *UNITS]
    offered = [unit for unit in dict.fromkeys(wanted) if unit in UNITS and (unit == first or unit not in SIZED)]
    return [(unit, unit_name(unit)) for unit in offered]
