"""Reads what one thing of several holds: "400g/14oz", "14-ounce", "(about 14 oz)"."""

from dataclasses import dataclass, replace
from decimal import Decimal

from kitchen.units.amount_words import ABOUT, BEFORE_UNIT, GAP, SLASH, THICK, TO, past
from kitchen.units.numbers import read_number
from kitchen.units.quantity import Quantity
from kitchen.units.reading import read_unit
from kitchen.units.table import COUNT, PACKAGE, Unit


@dataclass(frozen=True)
class Size:
    """`said` is how it was written; `end` is where the text goes on."""

    quantity: Quantity
    said: str
    end: int


def read_size(text: str, at: int) -> Size | None:
    """The size that begins at `at`, with what says the same in other units behind it."""
    if not (size := one_size(text, at)):
        return None
    end = size.end
    while other := (
        one_size(text, past(SLASH, text, end)) if SLASH.match(text, end) else in_brackets(text, past(GAP, text, end))
    ):
        end = other.end
    return replace(size, said=text[at:end].strip(), end=past(THICK, text, end))


def one_size(text: str, at: int) -> Size | None:
    start = past(ABOUT, text, at)
    if not (number := read_number(text, start)):
        return None
    unit = read_unit(text, past(BEFORE_UNIT, text, number[1]))
    if (to := TO.match(text, unit[1] if unit else number[1])) and (high := read_number(text, to.end())):
        unit = read_unit(text, past(BEFORE_UNIT, text, high[1])) or unit
    if not unit or unit[0].kind in {PACKAGE, COUNT}:
        return None
    amount, end = with_smaller(text, number[0], *unit)
    return Size(Quantity(amount, unit[0].code), text[at:end].strip(), end)


def with_smaller(text: str, amount: Decimal, unit: Unit, end: int) -> tuple[Decimal, int]:
    """With the smaller unit behind it: "1 pound 3 ounces"."""
    number = read_number(text, past(GAP, text, end)) if text[end : end + 1] == " " else None
    again = read_unit(text, past(BEFORE_UNIT, text, number[1])) if number else None
    if number and again and again[0].kind == unit.kind and again[0].factor < unit.factor:
        return amount + number[0] * again[0].factor / unit.factor, again[1]
    return amount, end


def in_brackets(text: str, at: int) -> Size | None:
    if not text.startswith("(", at) or not (size := one_size(text, at + 1)):
        return None
    end = past(GAP, text, size.end)
    return replace(size, end=end + 1) if text.startswith(")", end) else None


def read_bracket(text: str, end: int) -> Size | None:
    """A size in brackets between the number and its unit: "1 (14 oz) can"."""
    start = past(GAP, text, end)
    if not text.startswith("(", start) or not (size := read_size(text, start + 1)):
        return None
    close = past(GAP, text, size.end)
    if not text.startswith(")", close) or not read_unit(text, past(GAP, text, close + 1)):
        return None
    return replace(size, end=close + 1)
