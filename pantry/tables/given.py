"""What a row of a table says."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from kitchen.units import Quantity


@dataclass(frozen=True)
class Given:
    """A lot to come, from row `line` of a file. What a cell leaves open is empty or None."""

    line: int
    name: str
    brand: str = ""
    quantity: Quantity | None = None
    rough: str = ""
    pack: Quantity | None = None
    place: str = ""
    storage: str = ""
    use_by: date | None = None
    date_kind: str = ""
    opened: date | None = None
    frozen: date | None = None
    price: Decimal | None = None
    note: str = ""
    barcode: str = ""


@dataclass(frozen=True)
class GivenFood:
    """A food to come; `said` in the words of pantry/services/food.py."""

    line: int
    name: str
    said: dict[str, Any] = field(default_factory=dict)
    minimum: Quantity | None = None


@dataclass(frozen=True)
class GivenLine:
    """So much of something that was used or thrown away on a day; `lot` tells lots of one name apart."""

    line: int
    on: date
    kind: str
    name: str
    quantity: Quantity
    reason: str = ""
    value: Decimal | None = None
    lot: str = ""


@dataclass(frozen=True)
class Wrong:
    """A row that cannot come in: where it stands, what it says, and why in one sentence."""

    line: int
    text: str
    why: str
    file: str = ""
