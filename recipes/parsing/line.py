from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Line:
    """What one ingredient line says; `text` is the line as written.

    `unit` is a code of kitchen.units: "piece" is never said, "" with a quantity means things that are counted, and a
    unit without a quantity is one that was not counted ("pinch of salt"). `quantity_max` ends a range. `note` holds
    what is said beside the name: other amounts, preparation, purpose. A `section` is a heading: only its name counts.
    `size` is "small" or "large" where things are counted that are not as large as usual; the note has the word, too.
    """

    text: str
    quantity: Decimal | None = None
    quantity_max: Decimal | None = None
    unit: str = ""
    name: str = ""
    note: str = ""
    optional: bool = False
    section: bool = False
    size: str = ""
