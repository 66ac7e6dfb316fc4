from dataclasses import dataclass
from decimal import Decimal

from kitchen.units import Quantity

TIMER, TEMPERATURE, AMOUNT = "timer", "temperature", "amount"
SECOND, CELSIUS, FAHRENHEIT, GAS = "second", "celsius", "fahrenheit", "gas"


@dataclass(frozen=True)
class Span:
    """A place of a step's text, `text[start:end]`, that says a time, a heat or an amount.

    `low` and, for a range, `high` are seconds of a timer, degrees Celsius of a temperature (exact, to be rounded by
    whoever shows them) or amounts of `unit`, a code of kitchen.units. `scale` is in what a temperature was written:
    celsius, fahrenheit or gas; `fan`: that of an oven with a fan.
    """

    start: int
    end: int
    kind: str
    low: Decimal
    high: Decimal | None = None
    unit: str = ""
    scale: str = ""
    fan: bool = False

    @property
    def quantity(self) -> Quantity | None:
        return Quantity(self.low, self.unit) if self.kind == AMOUNT else None

    @property
    def quantity_max(self) -> Quantity | None:
        return Quantity(self.high, self.unit) if self.kind == AMOUNT and self.high is not None else None

    @property
    def seconds(self) -> int:
        """How long a timer runs: the shorter time of a range, after which one looks."""
        return int(self.low) if self.kind == TIMER else 0
