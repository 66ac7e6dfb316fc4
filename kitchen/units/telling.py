"""Amounts as people write them: 1.5 kg, ½ tsp, 2 tins."""

from decimal import ROUND_HALF_UP, Context, Decimal

from kitchen.units.conversion import convert
from kitchen.units.names import with_unit
from kitchen.units.quantity import Quantity
from kitchen.units.table import COUNT, IMPERIAL, PACKAGE

FRACTIONS = {
    Decimal("0.25"): "¼",
    Decimal(1) / 3: "⅓",
    Decimal("0.5"): "½",
    Decimal(2) / 3: "⅔",
    Decimal("0.75"): "¾",
}
NEAR = Decimal("0.02")
SPOONS = {"tsp", "tbsp", "cup"}
# From which amount on a unit is told as another one, and below which.
LARGER = {"mg": (1000, "g"), "g": (1000, "kg"), "ml": (1000, "l")}
SMALLER = {"kg": (1, "g"), "l": (1, "ml"), "lb": (1, "oz")}
FLUID = frozenset({"fl_oz", "pint", "quart", "gallon", *IMPERIAL.values()})
METRIC = {"oz": "g", "lb": "g", "inch": "cm"} | dict.fromkeys(FLUID, "ml")
# Metric amounts for readers of US units, the largest first: from which amount on, in the last unit.
US_MASS = ((Decimal(16), "lb"), (Decimal(0), "oz"))
US_VOLUME = ((Decimal(768), "gallon"), (Decimal(192), "quart"), (Decimal(12), "cup"), (Decimal(3), "tbsp"))
TEN, HUNDRED = Decimal(10), Decimal(100)
WIDE = Context(prec=80)


def tell(quantity: Quantity, system: str = "metric") -> str:
    """The amount for people, sensibly rounded, in their system ("metric" or "us"); spoons, cups and packages stay."""
    told = suited(quantity, system)
    return with_unit(number(told), told.unit, told.amount)


def tell_range(low: Decimal, high: Decimal | None, unit: str, system: str = "metric") -> str:
    """Two amounts in one unit: "4–5 cloves"; without `high` as `tell`."""
    if high is None or high == low:
        return tell(Quantity(low, unit), system)
    most = suited(Quantity(high, unit), system)
    least = convert(Quantity(low, unit), most.unit)
    return with_unit(f"{number(least)}–{number(most)}", most.unit, most.amount)


def suited(quantity: Quantity, system: str = "metric") -> Quantity:
    """The amount in the unit in which people of the system would say it."""
    if system == "us":
        return american(quantity)
    if quantity.unit in METRIC:
        quantity = convert(quantity, METRIC[quantity.unit])
    return promoted(quantity)


def promoted(quantity: Quantity) -> Quantity:
    from_on, larger = LARGER.get(quantity.unit, (None, ""))
    below, smaller = SMALLER.get(quantity.unit, (None, ""))
    if from_on is not None and quantity.amount >= from_on:
        return promoted(convert(quantity, larger))
    if below is not None and 0 < quantity.amount < below:
        return convert(quantity, smaller)
    return quantity


def american(quantity: Quantity) -> Quantity:
    if quantity.unit in {"mg", "g", "dag", "kg"}:
        return by_size(convert(quantity, "oz"), US_MASS)
    if quantity.unit in {"ml", "cl", "dl", "l", *IMPERIAL.values()}:
        return by_size(convert(quantity, "tsp"), US_VOLUME)
    return convert(quantity, "inch") if quantity.unit == "cm" else promoted(quantity)


def by_size(quantity: Quantity, sizes: tuple[tuple[Decimal, str], ...]) -> Quantity:
    size = quantity.amount + NEAR
    return next((convert(quantity, unit) for from_on, unit in sizes if size >= from_on), quantity)


def number(quantity: Quantity) -> str:
    """The amount in digits, with a fraction where kitchens use one, without zeros at its end."""
    amount = quantity.amount
    if quantity.unit in SPOONS or quantity.kind in {COUNT, PACKAGE}:
        near = amount.to_integral_value()
        if near and abs(amount - near) < NEAR:
            return str(int(near))
        whole = int(amount)
        for part, sign in FRACTIONS.items():
            if amount >= 0 and abs(amount - whole - part) < NEAR:
                return f"{whole}{sign}" if whole else sign
    return plain(amount)


def plain(amount: Decimal) -> str:
    size = abs(amount)
    if size >= HUNDRED:
        step = Decimal(1)
    elif size >= TEN:
        step = Decimal("0.1")
    elif size >= Decimal("0.01") or not size:
        step = Decimal("0.01")
    else:
        step = Decimal(1).scaleb(size.adjusted())
    text = format(amount.quantize(step, ROUND_HALF_UP, WIDE), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
