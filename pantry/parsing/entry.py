from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kitchen.units import Quantity


@dataclass(frozen=True)
class Entry:
    """What one typed entry says; "" and None where it says nothing.

    `pack` is what one of several packs holds: of "4x 400g tomatoes" the quantity is 1600 g and the pack 400 g; of
    a rough half ("half a jar") the pack is what there is half of. `rough` stands instead of a quantity: "some",
    "half" or "little". `brand` is a part of `name`. `place` is a key of the places that the caller named.

    `price` was paid for all of it, written as `paid`; one of those `currencies` was named, or none. A price that cannot
    be reckoned stays in `note`. `opened` is the day on which the package was opened. `wrong` is a sentence
    for the person who typed; an entry with it is not added, and `text` is what they typed.
    """

    text: str
    name: str
    quantity: Quantity | None = None
    pack: Quantity | None = None
    rough: str = ""
    brand: str = ""
    storage: str = ""
    place: str = ""
    use_by: date | None = None
    date_kind: str = ""
    price: Decimal | None = None
    paid: str = ""
    currencies: tuple[str, ...] = ()
    opened: date | None = None
    note: str = ""
    wrong: str = ""
