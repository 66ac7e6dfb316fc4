from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kitchen.units import Quantity


@dataclass(frozen=True)
class Entry:
    """What one typed entry says; "" and None where it says nothing.

    `pack` is what one of several packs holds: of "4x 400g tomatoes" the quantity is 1600 g and the pack 400 g; of
    a rough half ("half a jar") the pack is what there is half of. `rough` stands instead of a quantity: "some",
    "half" or "little". `place` is a key of the places that the caller named. `wrong` is a sentence for the person
    who typed; an entry with it is not added, and `text` is what they typed.
    """

    text: str
    name: str
    quantity: Quantity | None = None
    pack: Quantity | None = None
    rough: str = ""
    storage: str = ""
    place: str = ""
    use_by: date | None = None
    date_kind: str = ""
    price: Decimal | None = None
    wrong: str = ""
