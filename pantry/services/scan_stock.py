"""What a scan does to the stock: a package comes to the shelves, another of the same, or one goes."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from kitchen.errors import DomainError
from kitchen.money import smallest
from kitchen.units import CannotConvert, Quantity, convert, rounded
from kitchen.units.table import COUNT, PACKAGE
from pantry.barcodes import Code
from pantry.models import DateKind, InStore, Place, Product, StockItem
from pantry.queries.amount import facts_of
from pantry.queries.foods import rows_of
from pantry.queries.product import full_name, pack_of
from pantry.queries.stock import shelves
from pantry.services.ledger import ADDED, Deed, begin, change_amount, lot_facts, standing
from pantry.services.stock import NewLot, add_stock, use_stock

# The same code again so soon is another package of what has just been put away.
SOON = timedelta(minutes=30)
ONE_PACKAGE = Quantity(Decimal(1), "pack")


@dataclass(frozen=True)
class Piece:
    """One package as its code tells it; what it does not say is left to what is known of the product."""

    weight: Quantity | None = None
    price: Decimal | None = None
    day: date | None = None
    day_kind: str = ""


def piece_of(code: Code, measure: str, currency: str) -> Piece:
    """`measure` is what the household said of a shop's own code."""
    weight = Quantity(code.kilos, "kg") if code.kilos else None
    price, (day, kind) = code.price, code.expires or (None, "")
    if code.in_store and measure == InStore.WEIGHT and code.in_store.grams():
        weight = Quantity(code.in_store.grams(), "g")
    if code.in_store and measure == InStore.PRICE:
        price = code.in_store.price(decimals=-int(smallest(currency).as_tuple().exponent))
    return Piece(weight, price, day, kind)


@transaction.atomic
def put_away(product: Product, piece: Piece, *, by: User, operation: UUID, **said: object) -> StockItem:
    """On the shelves at once, where it usually lies, with the date that it usually has; more of the same grows.

    `said` (place, use_by) is what somebody has set by hand: then it is a lot of its own.
    """
    deed = begin(product.household, by, operation)
    if again := deed.done():
        return again[0]
    alike = None if said else _just_put(deed, product, piece)
    if alike is not None:
        return _another(deed, alike)
    pack = pack_of(product)
    place, day = said.get("place"), said.get("use_by")
    lot = NewLot(
        name=product.name,
        quantity=piece.weight or pack or ONE_PACKAGE,
        pack=None if piece.weight else pack,
        place=place if isinstance(place, Place) else None,
        storage=product.storage,
        printed_on=day if isinstance(day, date) else piece.day,
        printed_kind=(DateKind.BEST_BEFORE if isinstance(day, date) else piece.day_kind) if day or piece.day else "",
        food_id=product.food_ref,
        product_id=product.pk,
        price=piece.price,
    )
    return add_stock(deed.household, [lot], by=by, operation=operation)[0]


@transaction.atomic
def use_one(product: Product, piece: Piece, *, by: User, operation: UUID) -> StockItem:
    """One package of what must be eaten first: of the product, else of the same food."""
    if again := begin(product.household, by, operation).done():
        return again[0]
    lots = shelves(product.household).filter(product=product)
    if not lots and product.food_ref is not None:
        lots = shelves(product.household).filter(rows_of(product.food_ref))
    first = lots.first()
    if first is None:
        raise DomainError(_("Nothing of it is on the shelves: %(name)s.") % {"name": full_name(product)})
    return use_stock(first, _one_of(first, piece.weight or pack_of(product)), by=by, operation=operation)


def _just_put(deed: Deed, product: Product, piece: Piece) -> StockItem | None:
    """The lot that this person has just put away of it, if nothing else has been done with it."""
    if piece.weight or piece.price is not None:
        return None
    put = shelves(deed.household).filter(product=product, added_by=deed.by, created_at__gt=timezone.now() - SOON)
    for item in put.order_by("-created_at")[:3]:
        lot = deed.lot(item.pk)
        same_day = piece.day is None or lot.printed_on == piece.day
        is_counted = lot.amount is not None and (lot.pack or lot.unit == ONE_PACKAGE.unit)
        if same_day and is_counted and not standing(lot).exclude(kind=ADDED).exists():
            return lot
    return None


def _another(deed: Deed, lot: StockItem) -> StockItem:
    """One package more, as a line of the ledger of its own."""
    pack = lot.pack or Decimal(1)
    deed.write(lot, ADDED, pack)
    change_amount(lot, pack)
    deed.tell("stock.added", [lot_facts(lot, pack)])
    return lot


def _one_of(lot: StockItem, wanted: Quantity | None) -> Quantity | None:
    """One package in the lot's own unit; None for all of it, where that is less or nobody has measured."""
    if lot.amount is None:
        return None
    amount = _in_unit(lot, wanted) or lot.pack
    if amount is None and Quantity(Decimal(1), lot.unit).kind in {COUNT, PACKAGE}:
        amount = Decimal(1)
    return Quantity(amount, lot.unit) if amount and amount < lot.amount else None


def _in_unit(lot: StockItem, wanted: Quantity | None) -> Decimal | None:
    if wanted is None:
        return None
    try:
        return rounded(convert(wanted, lot.unit, facts_of(lot.food_ref)).amount) or None
    except CannotConvert:
        return None
