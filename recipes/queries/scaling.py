"""The amounts of a recipe for another number of people."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Protocol

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kitchen.units import Quantity, tell, tell_range, unit_name
from recipes.models import Recipe

MOST = Decimal(1000)
HALF, ONE = Decimal("0.5"), Decimal(1)


class Written(Protocol):
    """As much of an ingredient as is told: a row of one has it."""

    @property
    def quantity(self) -> Decimal | None: ...
    @property
    def quantity_max(self) -> Decimal | None: ...
    @property
    def unit(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def note(self) -> str: ...
    @property
    def optional(self) -> bool: ...


@dataclass(frozen=True)
class Servings:
    """`wanted` of `base`; a recipe that does not say for how many it is has the base 1 and is made so many times.

    `what` is what they are, where they are not people.
    """

    wanted: Decimal
    base: Decimal
    is_counted: bool
    what: str = ""

    @property
    def factor(self) -> Decimal:
        return self.wanted / self.base

    @property
    def fewer(self) -> str:
        """One less; half of what is made once; "" for no less."""
        less = self.wanted.to_integral_value(ROUND_CEILING) - 1
        if less >= 1:
            return plainly(less)
        return plainly(HALF) if not self.is_counted and self.wanted > HALF else ""

    @property
    def more(self) -> str:
        next_one = self.wanted.to_integral_value(ROUND_FLOOR) + 1
        return plainly(next_one) if next_one <= MOST else ""

    @property
    def asked(self) -> str | None:
        """For an address: None where it is as written."""
        return None if self.wanted == self.base else plainly(self.wanted)

    @property
    def words(self) -> str:
        """4 people, 12 biscuits, or 2 times"""
        number = tell(Quantity(self.wanted, "piece"))
        if self.what:
            return _("%(number)s %(what)s") % {"number": number, "what": self.what}
        if self.is_counted:
            return ngettext("%(number)s person", "%(number)s people", plural(self.wanted)) % {"number": number}
        return ngettext("%(number)s time", "%(number)s times", plural(self.wanted)) % {"number": number}


def plainly(number: Decimal) -> str:
    return f"{number.normalize():f}"


def plural(number: Decimal) -> int:
    return 1 if number == 1 else 2


def servings_for(recipe: Recipe, wanted: Decimal | None) -> Servings:
    """What was asked for, within bounds; else as the recipe is written."""
    base = Decimal(recipe.servings or ONE)
    if wanted is None or not 0 < wanted <= MOST:
        wanted = base
    what = recipe.servings_of if recipe.servings else ""
    return Servings(wanted, base, is_counted=recipe.servings is not None, what=what)


def scaled(amount: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if amount is None else amount * factor


def amount_in_words(line: Written, factor: Decimal, system: str = "metric") -> str:
    """4–5 cloves, 1½ tsp, 250 g; a line without an amount says its unit, if any, and does not change."""
    if line.quantity is None:
        return unit_name(line.unit) if line.unit else ""
    return tell_range(line.quantity * factor, scaled(line.quantity_max, factor), line.unit or "piece", system)


def written(line: Written) -> str:
    """The name with what is said beside it: onion, sliced (optional)."""
    name = _("%(name)s, %(note)s") % {"name": line.name, "note": line.note} if line.note else line.name
    return _("%(name)s (if you like)") % {"name": name} if line.optional else name
