"""Every unit that an amount can have, and what it is worth.

Mass counts in grams, volume in millilitres, length in centimetres, all exactly. A pint alone is that of the United
States, 473.176473 ml, and so are cup, quart, gallon and fluid ounce; the imperial ones, a fifth larger, are units of
their own ("imperial pint"). A teaspoon is a third of a tablespoon, 4.92892159375 ml.
The metric spoons of 5 and 15 ml are the same two units here: the difference of 1.4 % is smaller than that between
a level and a heaped spoon, and two kinds of teaspoon on one page would help nobody.

A package (a tin, a bottle, a clove, a pinch) is a kind of its own, so that ten bottles are never ten ounces; only
what is known of a food turns it into a weight.
"""

from dataclasses import dataclass
from decimal import Decimal

MASS, VOLUME, LENGTH, COUNT, PACKAGE = "mass", "volume", "length", "count", "package"


@dataclass(frozen=True)
class Unit:
    """`factor` leads to the unit in which the kind is counted: g, ml, cm, piece; a package is worth one of itself."""

    code: str
    kind: str
    factor: Decimal = Decimal(1)

    @property
    def family(self) -> str:
        """Units of one family turn into each other without knowing the food."""
        return self.code if self.kind == PACKAGE else self.kind


FACTORS = {
    MASS: {
        "mg": "0.001",
        "g": "1",
        "dag": "10",
        "kg": "1000",
        "oz": "28.349523125",
        "lb": "453.59237",
    },
    VOLUME: {
        "ml": "1",
        "cl": "10",
        "dl": "100",
        "l": "1000",
        "tsp": "4.92892159375",
        "tbsp": "14.78676478125",
        "fl_oz": "29.5735295625",
        "cup": "236.5882365",
        "pint": "473.176473",
        "quart": "946.352946",
        "gallon": "3785.411784",
        "imp_fl_oz": "28.4130625",
        "imp_pint": "568.26125",
        "imp_quart": "1136.5225",
        "imp_gallon": "4546.09",
    },
    LENGTH: {"cm": "1", "inch": "2.54"},
    COUNT: {"piece": "1", "dozen": "12", "small": "1", "large": "1"},
}
METRIC_UNITS = frozenset(["mg", "g", "dag", "kg", "ml", "cl", "dl", "l", "cm"])
# What the same word means in kitchens of the United Kingdom and Ireland.
IMPERIAL = {"fl_oz": "imp_fl_oz", "pint": "imp_pint", "quart": "imp_quart", "gallon": "imp_gallon"}
# Pieces of a size: what is known of the food tells how much more than a piece one weighs. Nobody types them as a unit.
SIZED = ("small", "large")
# What is bought, then what is cut or plucked off, then what is measured with the fingers.
BOUGHT = ("tin", "jar", "bottle", "pack", "bag", "box", "carton", "tub", "bunch", "loaf", "bar", "block")
CUT = ("clove", "slice", "strip", "stick", "stalk", "sprig", "head", "leaf", "cube", "ball", "knob", "sheet")
PINCHED = ("handful", "pinch", "dash", "splash", "drop")
# What is put aside of a dish that was cooked.
SERVED = ("portion",)
PACKAGES = BOUGHT + CUT + PINCHED + SERVED

UNITS: dict[str, Unit] = {
    code: Unit(code, kind, Decimal(factor)) for kind, factors in FACTORS.items() for code, factor in factors.items()
} | {code: Unit(code, PACKAGE) for code in PACKAGES}
