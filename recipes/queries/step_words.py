"""The text of a step for one reader: amounts scaled, units and temperatures theirs, times to be pressed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from kitchen.units import UNITS, Quantity, convert, tell_range
from kitchen.units.table import LENGTH
from recipes.parsing.step_text import AMOUNT, CELSIUS, FAHRENHEIT, TEMPERATURE, TIMER, Span, read_step

SCALES = {"metric": CELSIUS, "us": FAHRENHEIT}
# Units that readers of the other system do not have at hand; spoons and cups are everybody's.
FOREIGN = {
    "metric": frozenset({"oz", "lb", "inch", "fl_oz", "pint", "quart", "gallon"}),
    "us": frozenset({"mg", "g", "dag", "kg", "ml", "cl", "dl", "l", "cm"}),
}
# What stands between two ways to say the same: "180C/350F/gas 4", "225 g (8 oz)".
BETWEEN = re.compile(r"[\s/,|;=(\[~≈-]*(?:or|oder|about|fan)?[\s/(\[:]*", re.IGNORECASE)
OVEN, FIVE, ONE = Decimal(100), Decimal(5), Decimal(1)
HALF, QUARTER = Decimal("0.5"), Decimal("0.25")


@dataclass(frozen=True)
class Piece:
    """A part of the text. `kind` is "" for plain words; `written` is what the recipe says where another is shown."""

    text: str
    kind: str = ""
    written: str = ""
    seconds: int = 0


@dataclass(frozen=True)
class Telling:
    """For whom: how much more than written, and in which units."""

    factor: Decimal = ONE
    system: str = "metric"

    def pieces(self, text: str) -> list[Piece]:
        """The text whole, in its order."""
        found, at = [], 0
        for chain in chains(text):
            for span, piece in zip(chain, self._chain(text, chain), strict=True):
                if span.start > at:
                    found.append(Piece(text[at : span.start]))
                found.append(piece)
                at = span.end
        return [*found, Piece(text[at:])] if at < len(text) else found

    def _chain(self, text: str, chain: list[Span]) -> Iterator[Piece]:
        """Where the reader's own way to say it stands there too, nothing is turned into it."""
        own = any(self._is_own(span) for span in chain)
        for at, span in enumerate(chain):
            written = text[span.start : span.end]
            if span.kind == TIMER:
                yield Piece(written, TIMER, seconds=span.seconds)
                continue
            told = written
            if span.kind == TEMPERATURE and not own and at == 0:
                told = heat_in_words(span, SCALES.get(self.system, CELSIUS))
            elif span.kind == AMOUNT:
                told = self._amount(span, written, keeps=own and len(chain) > 1)
            is_same = squeezed(told) == squeezed(written)
            yield Piece(written if is_same else told, span.kind, "" if is_same else written)

    def _is_own(self, span: Span) -> bool:
        if span.kind == TEMPERATURE:
            return span.scale == SCALES.get(self.system, CELSIUS)
        return span.kind == AMOUNT and span.unit not in FOREIGN.get(self.system, frozenset())

    def _amount(self, span: Span, written: str, *, keeps: bool) -> str:
        """`keeps`: it stays in its own units, beside those of the reader."""
        is_length = UNITS[span.unit].kind == LENGTH
        factor = ONE if is_length else self.factor
        if factor == ONE and (keeps or self._is_own(span)):
            return written
        if is_length:
            return length_in_words(span)
        system = "us" if keeps and span.unit in FOREIGN["metric"] else "metric" if keeps else self.system
        return tell_range(span.low * factor, None if span.high is None else span.high * factor, span.unit, system)


def chains(text: str) -> Iterator[list[Span]]:
    """Spans of one kind that say the same thing in several ways, together."""
    chain: list[Span] = []
    for span in read_step(text):
        if chain and (span.kind != chain[-1].kind or not BETWEEN.fullmatch(text, chain[-1].end, span.start)):
            yield chain
            chain = []
        chain.append(span)
    if chain:
        yield chain


def length_in_words(span: Span) -> str:
    """In the other unit, to the half centimetre or quarter of an inch."""
    unit, step = ("cm", HALF) if span.unit == "inch" else ("inch", QUARTER)
    numbers = [convert(Quantity(each, span.unit), unit).amount for each in (span.low, span.high) if each is not None]
    low, *high = [max((number / step).quantize(ONE, ROUND_HALF_UP), ONE) * step for number in numbers]
    return tell_range(low, high[0] if high else None, unit, "us" if unit == "inch" else "metric")


def heat_in_words(span: Span, scale: str) -> str:
    numbers = [degrees(heat, scale) for heat in (span.low, span.high) if heat is not None]
    told = "–".join(dict.fromkeys(numbers))
    return (_("%(degrees)s °F") if scale == FAHRENHEIT else _("%(degrees)s °C")) % {"degrees": told}


def degrees(heat: Decimal, scale: str) -> str:
    """Rounded as an oven is set; what a thermometer in the meat says is told to the degree."""
    number = heat * 9 / 5 + 32 if scale == FAHRENHEIT else heat
    step = FIVE if heat >= OVEN else ONE
    return f"{(number / step).quantize(ONE, ROUND_HALF_UP) * step:f}"


def squeezed(text: str) -> str:
    return re.sub(r"[\s°º˚.]|degrees?", "", text).casefold()
