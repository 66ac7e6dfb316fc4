from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from kitchen.units.table import UNITS, Unit

# The one fixed scale of amounts that are kept.
SCALE = Decimal("0.0001")


def rounded(amount: Decimal) -> Decimal:
    """The amount at the scale at which amounts are kept; halves go up."""
    return amount.quantize(SCALE, rounding=ROUND_HALF_UP)


@dataclass(frozen=True)
class Quantity:
    """An exact amount of a unit, named by its code; a code that is not in the table raises KeyError."""

    amount: Decimal
    unit: str

    def __post_init__(self) -> None:
        if self.unit not in UNITS:
            raise KeyError(self.unit)

    @property
    def measure(self) -> Unit:
        return UNITS[self.unit]

    @property
    def kind(self) -> str:
        return self.measure.kind
