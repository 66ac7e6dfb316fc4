"""What somebody wants to buy, and how it joins what is on the list already. Asks no database."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from kitchen.units import UNITS, CannotConvert, Facts, Quantity, convert, rounded, tell
from pantry.catalogue import FoodFacts
from pantry.parsing import Entry, parse_entries
from recipes.models import Recipe

MOST = Decimal(100_000_000)
MOST_AT_ONCE = 300
# What stands in brackets behind a name is said of it: "bread (the dark one)".
IN_BRACKETS = re.compile(r"(.*\S)\s*\(([^()]+)\)")
# What amounts of two families are summed up in: what can be weighed before what can be poured.
BEFORE = ("mass", "volume", "count")


@dataclass(frozen=True)
class Wanted:
    """`quantity` is in `unit`, None where nobody said how much. `id` is the form's own, for a new row.

    `more` are further columns of a new row: price, needed_on, assigned_to, product, picture, category_id.
    """

    name: str
    quantity: Decimal | None = None
    unit: str = ""
    food: FoodFacts | None = None
    note: str = ""
    recipe: Recipe | None = None
    id: UUID | None = None
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def amount(self) -> Quantity | None:
        return amount_of(self.quantity, self.unit)

    def with_id(self, id: UUID) -> "Wanted":
        return replace(self, id=id)


@dataclass(frozen=True)
class Merged:
    """What was on the list already: how much it was, what came to it, how much it is now."""

    name: str
    before: Quantity | None
    added: Quantity | None
    after: Quantity | None

    @property
    def sentence(self) -> str:
        told = {"name": self.name, **{part: tell(amount) if amount else "" for part, amount in self.amounts.items()}}
        if self.after is None:
            return _("%(name)s is on the list already.") % told
        if self.added is None:
            return _("%(name)s is on the list already: %(after)s.") % told
        if self.before is None:
            return _("%(name)s is on the list already, from now on with an amount: %(after)s.") % told
        if self.is_estimate:
            return _("%(name)s: %(before)s and %(added)s are now about %(after)s.") % told
        return _("%(name)s: %(before)s and %(added)s are now %(after)s.") % told

    @property
    def amounts(self) -> dict[str, Quantity | None]:
        return {"before": self.before, "added": self.added, "after": self.after}

    @property
    def is_estimate(self) -> bool:
        """Summed up by what one of it, a package or a litre usually weighs."""
        units = [amount.measure for amount in self.amounts.values() if amount]
        return len({(unit.kind, unit.family) for unit in units}) > 1


def amount_of(quantity: Decimal | None, unit: str) -> Quantity | None:
    """At the scale at which amounts are kept; nothing, and less, is no amount."""
    if quantity is None or (exact := rounded(quantity)) <= 0:
        return None
    return Quantity(exact, unit if unit in UNITS else "piece")


def wanted_from_text(text: str, *, today: date, currency: str = "") -> tuple[list[Wanted], list[Entry]]:
    """What a typed line asks for, and what of it cannot be: each with its sentence. A day in it is when it is needed,
    a price in the household's `currency` what it costs.
    """
    entries = parse_entries(text, today=today, most=MOST_AT_ONCE)
    return [_wanted(one, today, currency) for one in entries if not one.wrong], [one for one in entries if one.wrong]


def _wanted(entry: Entry, today: date, currency: str) -> Wanted:
    named, quantity = IN_BRACKETS.fullmatch(entry.name), entry.quantity
    name, aside = named.groups() if named else (entry.name, "")
    return Wanted(
        name=name[:1].upper() + name[1:],
        quantity=quantity.amount if quantity else None,
        unit=quantity.unit if quantity else "",
        note=", ".join(filter(None, (_packs(entry), entry.note, aside))),
        more=_asides(entry, today, currency),
    )


def _asides(entry: Entry, today: date, currency: str) -> dict[str, Any]:
    more: dict[str, Any] = {}
    if entry.use_by and entry.use_by >= today:
        more["needed_on"] = entry.use_by
    if entry.price is not None and (not entry.currencies or currency in entry.currencies):
        more["price"] = entry.price
    return more


def _packs(entry: Entry) -> str:
    """Says "4 × 400 g" where somebody counts packages."""
    whole, pack = entry.quantity, entry.pack
    if whole is None or pack is None or whole.unit != pack.unit or not pack.amount or whole.amount <= pack.amount:
        return ""
    count = whole.amount / pack.amount
    return f"{count.normalize():f} × {tell(pack)}" if count == count.to_integral_value() else ""


def told(quantity: Decimal | None, unit: str) -> str:
    """The amount in words for a row; "" where nobody said how much."""
    amount = amount_of(quantity, unit)
    return tell(amount) if amount else ""


def summed(one: Quantity, other: Quantity, facts: Facts | None) -> Quantity | None:
    """Both together in the unit of the first, or in what can be weighed; None where they cannot be compared."""
    target = one.unit
    if one.measure.family != other.measure.family:
        kinds = [kind for kind in BEFORE if kind in {one.kind, other.kind}]
        target = next((each.unit for each in (one, other) if kinds and each.kind == kinds[0]), one.unit)
    try:
        total = convert(one, target, facts).amount + convert(other, target, facts).amount
    except CannotConvert:
        return None
    return Quantity(rounded(total), target) if total < MOST else None


def less(whole: Quantity, part: Quantity, facts: Facts | None) -> Quantity | None:
    """What remains of `whole`, at least nothing; None where they cannot be compared."""
    try:
        left = whole.amount - convert(part, whole.unit, facts).amount
    except CannotConvert:
        return None
    return Quantity(max(Decimal(0), rounded(left)), whole.unit)
