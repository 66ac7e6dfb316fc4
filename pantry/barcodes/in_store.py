"""Codes that a shop prints itself, on what it weighs: an item of its own, and a price or a weight.

GS1 leaves the prefixes 02 and 20 to 29 to each country, and the countries to their shops: the same digits are cents
in one, grams in the next. What they have in common is the frame: two digits of prefix, five of the item, five of the
value, the check digit. So the value is kept as the shop wrote it, and the household says once what it means. The
first digit of the value may be a check digit of the four that follow (so it is in America): where it fits, and a
price is asked for, the four are the price.
"""

from dataclasses import dataclass
from decimal import Decimal

from pantry.barcodes.digits import padded, with_check

PREFIXES = frozenset({"02", *map(str, range(20, 30))})
AMERICAN = "02"
# GS1's weighting of a price of four digits: the two first by "2-", the third by 3, the last by "5-".
TWICE, FIVE = "0246891357", "0594837261"


@dataclass(frozen=True)
class InStore:
    """`reference` is the code of the item with zeros for the value, in 14 digits; `value` is five digits."""

    reference: str
    value: str

    @property
    def is_american(self) -> bool:
        return self.reference[1:3] == AMERICAN

    def price(self, decimals: int = 2) -> Decimal:
        """In the currency of the shop, of which the last `decimals` digits are the smaller part."""
        digits = self.value[1:] if self._has_price_check() else self.value
        return Decimal(digits).scaleb(-decimals)

    def grams(self) -> Decimal:
        return Decimal(self.value)

    def _has_price_check(self) -> bool:
        return self.is_american and price_check(self.value[1:]) == self.value[0]


def price_check(four: str) -> str:
    """The digit that stands before a price of four digits, after GS1's general specifications (7.9.4)."""
    first, second, third, last = map(int, four)
    total = int(TWICE[first]) + int(TWICE[second]) + 3 * third + int(FIVE[last])
    return str(total * 3 % 10)


def read_in_store(thirteen: str) -> InStore | None:
    """From 13 digits whose check digit is right; None where the code is a manufacturer's."""
    if thirteen[:2] not in PREFIXES:
        return None
    reference = padded(with_check(thirteen[:7] + "00000"))
    return InStore(reference=reference, value=thirteen[7:12])
