"""One scan: what a code means here, and what is done with it. Asks no network: known codes work without one."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Activity, Household, User
from accounts.services.membership import lock_household
from kitchen.errors import DomainError
from kitchen.units import Quantity, tell
from pantry.barcodes import Code, Link, read_code
from pantry.models import InStore, Place, Product, ProductBarcode, StockItem, StockMovement
from pantry.queries.label import labelled, read_address
from pantry.queries.product import barcode_of, lots_of
from pantry.services.product import Said, add_product, say_measure
from pantry.services.scan_stock import Piece, piece_of, put_away, use_one

ADD, USE, LOOK = "add", "use", "look"
MODES = (ADD, USE, LOOK)


@dataclass(frozen=True)
class Wish:
    """What a scan is meant to do; `operation` is the page's own id of it: sent twice, it is done once."""

    mode: str
    operation: UUID


@dataclass(frozen=True)
class Scan:
    """What came of a scan. `state`: added, used, seen (nothing was done), unknown (somebody has to say what it is),
    measure (somebody has to say what its last digits are), label (`target` is what it is of).
    """

    wish: Wish
    state: str
    code: Code | None = None
    product: Product | None = None
    lot: StockItem | None = None
    lots: tuple[StockItem, ...] = ()
    went: str = ""
    activity: UUID | None = None
    target: StockItem | Place | None = None


def scan(household: Household, text: str | Code | Link, wish: Wish, *, by: User) -> Scan:
    """`text` as it was typed, or as it was seen in a picture."""
    told = text.text if isinstance(text, Link) else text
    if isinstance(told, str) and (address := read_address(told)):
        return Scan(wish, "label", target=_target(household, *address))
    code = _readable(told)
    barcode = barcode_of(household, code)
    if barcode is None:
        return Scan(wish, "unknown", code)
    if wish.mode != LOOK and code.in_store and not barcode.in_store:
        return Scan(wish, "measure", code, barcode.product)
    return done(barcode, code, wish, by=by)


def done(barcode: ProductBarcode, code: Code, wish: Wish, *, by: User, **said: Any) -> Scan:
    """With a code that is known: put its package away, use one up, or only tell."""
    household, product = barcode.product.household, barcode.product
    piece = piece_of(code, barcode.in_store, household.currency)
    if wish.mode == ADD:
        lot = put_away(product, piece, by=by, operation=wish.operation, **said)
        activity = _told(household, "stock.added", wish)
        return Scan(wish, "added", code, product, lot, activity=activity)
    if wish.mode == USE:
        lot = use_one(product, piece, by=by, operation=wish.operation)
        activity = _told(household, "stock.used", wish)
        return Scan(wish, "used", code, product, lot, went=_went(lot, wish), activity=activity)
    return Scan(wish, "seen", code, product, lots=tuple(lots_of(product)))


@transaction.atomic
def keep_scanned(household: Household, code: Code, said: Said, wish: Wish, *, by: User, **more: Any) -> Scan:
    """Remember what a code is, for the whole household, and do what was meant to be done with it.

    Where somebody else has said it in the meantime, theirs stays.
    """
    if code.not_food:
        raise DomainError(code.not_food)
    lock_household(household)
    barcode = barcode_of(household, code)
    if barcode is None:
        add_product(household, said, by=by, id=uuid5(wish.operation, "product"))
        barcode = barcode_of(household, code)
    if barcode is None:
        raise DomainError(_("This barcode is not known any more."))
    return done(barcode, code, wish, by=by, **more)


@transaction.atomic
def measure_scanned(household: Household, code: Code, measure: str, wish: Wish, *, by: User) -> Scan:
    """A shop's own code, of which somebody has just said what its last digits are."""
    barcode = barcode_of(household, code)
    if barcode is None:
        raise DomainError(_("This barcode is not known any more."))
    known = barcode if barcode.in_store else say_measure(barcode, measure, by=by)
    return done(known, code, wish, by=by)


def measures_of(code: Code, currency: str) -> dict[str, Piece]:
    """What the last digits of a shop's code would mean, either way."""
    return {measure: piece_of(code, measure, currency) for measure in InStore.values}


def _readable(told: str | Code) -> Code:
    code = read_code(told) if isinstance(told, str) else told
    if code.not_food:
        raise DomainError(code.not_food)
    return code


def _target(household: Household, code: str, id: UUID) -> StockItem | Place:
    found = labelled(household, id) if code == household.code else None
    if found is None:
        raise DomainError(_("This label belongs to another kitchen, or what it was on is long gone."))
    return found


def _told(household: Household, verb: str, wish: Wish) -> UUID | None:
    """The line of the feed that can be taken back."""
    lines = Activity.objects.filter(household=household, verb=verb, subject=wish.operation, undone_at=None)
    return lines.values_list("pk", flat=True).first()


def _went(lot: StockItem, wish: Wish) -> str:
    """How much this scan took off the lot, in words; nothing where nobody had measured it."""
    line = StockMovement.objects.filter(household=lot.household_id, operation=wish.operation, item=lot).first()
    return tell(Quantity(-line.delta, line.unit)) if line and line.delta else ""
