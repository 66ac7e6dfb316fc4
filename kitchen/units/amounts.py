"""Reads an amount from a place in a text: "2 l", "4 x 400g tins", "1 (14 oz) can", "4-5 cloves", "1 lb 8 oz"."""

from dataclasses import dataclass, replace
from decimal import Decimal

from kitchen.units.amount_words import ADDED, BEFORE_UNIT, COMPOUND, EITHER, GAP, HOW, LETTER, OR, PLUS, TIMES, TO, past
from kitchen.units.numbers import read_number
from kitchen.units.quantity import Quantity
from kitchen.units.reading import read_unit
from kitchen.units.sizes import Size, read_bracket, read_size
from kitchen.units.table import BOUGHT, COUNT, METRIC_UNITS, PACKAGE, Unit


@dataclass(frozen=True)
class Amount:
    """`unit` is None for things that are counted; `size` is what one of them holds, `said` how that was written.

    `how` is a word such as "heaped". `pack` names the package when the amount is its content ("400 g tin"). `end`
    is where the text goes on.
    """

    low: Decimal
    end: int
    high: Decimal | None = None
    unit: Unit | None = None
    size: Quantity | None = None
    said: str = ""
    how: str = ""
    pack: Unit | None = None


def read_amount(text: str, at: int = 0) -> Amount | None:
    """The amount that begins at `at`; None where the text begins with no number, or with a name such as "7up"."""
    if not (first := read_number(text, at)):
        return None
    high, end = read_high(text, *first)
    counted = Amount(first[0], end, high)
    times = TIMES.match(text, end)
    if times:
        size = read_size(text, times.end())
        if size or times[0].strip() != "*":
            counted = replace(counted, end=times.end())
    else:
        size = None
    found = None if size else with_unit(text, counted)
    if size or not found:
        size = size or read_size(text, past(GAP, text, end)) or read_bracket(text, end)
    if size:
        return packed(text, counted, size)
    return found or (None if LETTER.match(text, end) and not times else counted)


def read_high(text: str, low: Decimal, end: int) -> tuple[Decimal | None, int]:
    """The upper end of a range: "4-5", "2 or 3"."""
    if (to := TO.match(text, end)) and (more := read_number(text, to.end())) and more[0] > low:
        return more[0], more[1]
    return None, end


def with_unit(text: str, counted: Amount) -> Amount | None:
    """The amount with the unit that follows its number."""
    start = past(BEFORE_UNIT, text, counted.end)
    how = HOW.match(text, start)
    found = read_unit(text, how.end() if how else start)
    if not found or COMPOUND.match(text, found[1]):
        return None
    amount = replace(counted, unit=found[0], end=found[1], how=how[0].strip() if how else "")
    if found[0].kind in {PACKAGE, COUNT}:
        other = OR.match(text, amount.end)
        again = read_unit(text, other.end()) if other else None
        return replace(amount, end=again[1]) if again and again[0].code in BOUGHT else amount
    return in_package(text, with_more(text, amount, found[0]))


def with_more(text: str, amount: Amount, unit: Unit) -> Amount:
    """With what is put to it ("1 lb 8 oz", "1 tbsp plus 1 tsp"), or the end of a range that says its unit again."""
    if amount.high is not None:
        return amount
    amount = with_part(text, amount, unit)
    to = TO.match(text, amount.end)
    found = read_measure(text, to.end()) if to else None
    if not to or not found or not same_scale(found[1], unit, mixed=not EITHER.search(to[0])):
        return amount
    high = with_part(text, Amount(found[0] * found[1].factor / unit.factor, found[2]), unit)
    return replace(amount, high=high.low, end=high.end) if high.low > amount.low else amount


def with_part(text: str, amount: Amount, unit: Unit) -> Amount:
    """With the smaller unit behind it; a larger one only behind "plus"."""
    plus = past(PLUS, text, amount.end)
    found = read_measure(text, plus)
    if not found or found[1].kind != unit.kind:
        return amount
    smaller = found[1].factor < unit.factor
    if not smaller and not ADDED.search(text, amount.end, plus):
        return amount
    return replace(amount, low=amount.low + found[0] * found[1].factor / unit.factor, end=found[2])


def read_measure(text: str, at: int) -> tuple[Decimal, Unit, int] | None:
    """A number with its unit."""
    number = read_number(text, at)
    unit = read_unit(text, past(BEFORE_UNIT, text, number[1])) if number else None
    return (number[0], *unit) if number and unit else None


def same_scale(one: Unit, other: Unit, *, mixed: bool) -> bool:
    """Whether a range may go from one to the other: "800 g to 1 kg", but "1 lb or 500 g" says the same twice."""
    if one == other:
        return True
    return mixed and one.kind == other.kind and (one.code in METRIC_UNITS) == (other.code in METRIC_UNITS)


def in_package(text: str, amount: Amount) -> Amount:
    """The package whose content the amount is: "400 g tin"."""
    after = read_unit(text, past(BEFORE_UNIT, text, amount.end))
    if after and after[0].code in BOUGHT:
        return replace(amount, pack=after[0], end=after[1])
    return amount


def packed(text: str, counted: Amount, size: Size) -> Amount:
    """So many things of a size, with the package or the word "pieces" that may follow."""
    counted = replace(counted, size=size.quantity, said=size.said, end=size.end)
    again = with_unit(text, counted)
    if again and again.unit and again.unit.kind == PACKAGE:
        return again
    return replace(again, unit=None) if again and again.unit and again.unit.kind == COUNT else counted
