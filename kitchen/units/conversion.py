"""From one unit to another: exactly inside a family, through what is known of the food between families.

Decimal carries 40 digits here. Going there and back gives the amount again but for the last of them: the
relative error stays below `TOLERANCE`. Nothing is rounded; who keeps the result rounds it (`rounded`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, localcontext

from django.utils.translation import gettext as _

from kitchen.errors import DomainError
from kitchen.units.names import unit_name
from kitchen.units.quantity import Quantity
from kitchen.units.table import BOUGHT, COUNT, MASS, UNITS, VOLUME, Unit

DIGITS = 40
TOLERANCE = Decimal("1e-30")


@dataclass(frozen=True)
class Facts:
    """What is known of a food: grams of a ml, of a piece, of one unit by its code, and of a usual package.

    The weight of a unit (a clove of garlic 5 g, a cup of spinach 30 g) goes before the density, and the weight of a
    tin or a bag before that of the usual package, whatever that is.
    """

    density: Decimal | None = None
    piece_weight: Decimal | None = None
    unit_weights: Mapping[str, Decimal] = field(default_factory=dict)
    package_weight: Decimal | None = None


class CannotConvert(DomainError):  # noqa: N818 - a refusal, not an error
    """The sentence says what is not known."""


def convert(quantity: Quantity, unit: str, facts: Facts | None = None) -> Quantity:
    """The same amount in another unit, not rounded. Raises CannotConvert."""
    source, target = quantity.measure, UNITS[unit]
    with localcontext() as context:
        context.prec = DIGITS
        if source.family == target.family:
            return Quantity(quantity.amount * source.factor / target.factor, unit)
        known = facts or Facts()
        return Quantity(quantity.amount * weight(source, known) / weight(target, known), unit)


def convertible(quantity: Quantity, unit: str, facts: Facts | None = None) -> bool:
    try:
        convert(quantity, unit, facts)
    except CannotConvert:
        return False
    return True


def weight(unit: Unit, facts: Facts) -> Decimal:
    """Grams of one `unit` of the food. Raises CannotConvert."""
    if unit.kind == MASS:
        return unit.factor
    if known := facts.unit_weights.get(unit.code):
        return known
    if unit.kind == VOLUME and facts.density:
        return unit.factor * facts.density
    if unit.kind == COUNT and (piece := facts.piece_weight or facts.unit_weights.get("piece")):
        return unit.factor * piece
    if unit.code in BOUGHT and unit.code != "bunch" and facts.package_weight:
        return facts.package_weight
    raise CannotConvert(unknown(unit))


def unknown(unit: Unit) -> str:
    if unit.kind == VOLUME:
        return _("It is not known how much a certain volume of this weighs.")
    if unit.kind == COUNT:
        return _("It is not known how much one piece of this weighs.")
    return _("It is not known how much one “%(unit)s” of this weighs.") % {"unit": unit_name(unit.code)}
