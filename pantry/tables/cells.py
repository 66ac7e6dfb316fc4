"""What a cell says: an amount, a day, a price. Raises a refusal of one sentence for what it cannot say."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from kitchen.errors import DomainError
from kitchen.units import Quantity, find_unit, read_number, read_unit, rounded
from pantry.models import DateKind, Rough, Storage
from pantry.parsing.dates import take_date

NEVER = frozenset({"2999-12-31", "2888-12-31"})
MOST, DEAREST = Decimal(10_000_000), Decimal(1_000_000)
ROUGH = {str(value): str(value) for value in Rough.values}
KINDS = {"use by": DateKind.USE_BY, "expiry": DateKind.USE_BY, "best before": DateKind.BEST_BEFORE}
STORAGES = {
    "fridge": Storage.FRIDGE,
    "refrigerator": Storage.FRIDGE,
    "freezer": Storage.FREEZER,
    "pantry": Storage.PANTRY,
    "cupboard": Storage.PANTRY,
}
LONGEST_NUMBER = 40


def amount_of(cell: str, unit: str) -> Quantity | None:
    """A number, with its unit in the same cell or in one of its own; None for an empty cell."""
    if not cell:
        return None
    found = read_number(cell) if len(cell) <= LONGEST_NUMBER else None
    rest = cell[found[1] :].strip() if found else ""
    if found is None or not (found[0] <= MOST and rounded(found[0]) > 0):
        raise DomainError(_("“%(cell)s” is no amount above nothing that a kitchen can hold.") % {"cell": cell[:40]})
    return Quantity(found[0], unit_of(rest or unit))


def unit_of(word: str) -> str:
    """The code of a unit; a piece where none is named."""
    if not word:
        return "piece"
    known = find_unit(word)
    if known is None and (read := read_unit(word)) and read[1] == len(word):
        known = read[0]
    if known is None:
        raise DomainError(_("“%(word)s” is no unit that is known here.") % {"word": word[:40]})
    return known.code


def day_of(cell: str, today: date) -> date | None:
    if not cell or cell[:10] in NEVER:
        return None
    try:
        return date.fromisoformat(cell[:10])
    except ValueError:
        # A date is looked for behind a name.
        found = take_date(f"x {cell}", today)
    if found.day is None or found.rest != "x":
        raise DomainError(found.wrong or _("“%(cell)s” is no day.") % {"cell": cell[:40]})
    return found.day


def past_day_of(cell: str, today: date) -> date | None:
    found = day_of(cell, today)
    if found and found > today:
        raise DomainError(_("“%(cell)s” is a day that is still to come.") % {"cell": cell[:40]})
    return found


def price_of(cell: str) -> Decimal | None:
    """Without a currency, or with its sign before or behind: it is that of the household."""
    bare = cell.strip("€$£¥ złtkcKčEURSDGBPLN\u00a0")
    if not bare:
        return None
    found = read_number(bare) if len(bare) <= LONGEST_NUMBER else None
    if found is None or bare[found[1] :].strip() or not 0 <= found[0] <= DEAREST:
        raise DomainError(_("“%(cell)s” is no price.") % {"cell": cell[:40]})
    return found[0].quantize(Decimal("0.01"))


def kind_of(cell: str) -> str:
    return str(KINDS.get(cell.casefold().replace("_", " ").replace("-", " "), ""))


def storage_of(cell: str) -> str:
    return str(STORAGES.get(cell.casefold(), ""))
