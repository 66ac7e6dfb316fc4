"""What came of a scan, as the scan page draws it: one line each."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import Household
from kitchen.money import tell_money
from kitchen.units import Quantity, tell
from pantry.models import InStore, Product, StockItem
from pantry.queries.day import today_in
from pantry.queries.product import full_name, pack_in_words
from pantry.queries.stock import PLAIN, Lot, drawn, lot_of, picture_of
from pantry.services.scan import Scan, Wish, measures_of
from pantry.services.scan_stock import Piece


@dataclass(frozen=True)
class ScanLine:
    """`state` as that of a scan, or "refused" with the sentence in `wrong`. `raw` is the code as it was scanned."""

    wish: Wish
    state: str
    name: str = ""
    emoji: str = PLAIN
    raw: str = ""
    code: str = ""
    pack: str = ""
    went: str = ""
    wrong: str = ""
    product: Product | None = None
    lot: Lot | None = None
    lots: list[Lot] = field(default_factory=list)
    undo: UUID | None = None
    measures: list[tuple[str, str]] = field(default_factory=list)

    @property
    def id(self) -> UUID:
        return self.wish.operation


def line_of(scan: Scan, household: Household, system: str = "metric") -> ScanLine:
    product, today, currency = scan.product, today_in(household), household.currency
    return ScanLine(
        wish=scan.wish,
        state=scan.state,
        name=full_name(product) if product else scan.lot.name if scan.lot else "",
        emoji=picture_of(product.food_ref) if product else PLAIN,
        raw=scan.code.whole if scan.code else "",
        code=scan.code.text if scan.code else "",
        pack=pack_in_words(product, system) if product else "",
        went=scan.went,
        product=product,
        lot=lot_of(scan.lot, today, system) if scan.lot else None,
        lots=drawn(scan.lots, today, system),
        undo=scan.activity,
        measures=measured(measures_of(scan.code, currency), currency) if scan.state == "measure" and scan.code else [],
    )


def line_of_lot(lot: StockItem, wish: Wish, today: date, system: str = "metric") -> ScanLine:
    """That of a package put away before, as it is now."""
    product = lot.product
    return ScanLine(
        wish=wish,
        state="added",
        name=full_name(product) if product else lot.name,
        emoji=picture_of(lot.food_ref),
        product=product,
        lot=lot_of(lot, today, system),
    )


def refused_line(sentence: str, wish: Wish, typed: str = "") -> ScanLine:
    return ScanLine(wish=wish, state="refused", name=typed[:60], wrong=sentence)


def measured(pieces: dict[str, Piece], currency: str) -> list[tuple[str, str]]:
    """What the last digits of a shop's code may be, with what each would mean: "the price: € 1.99"."""
    price = pieces[InStore.PRICE].price or Decimal(0)
    weight = pieces[InStore.WEIGHT].weight or Quantity(Decimal(0), "g")
    return [
        (str(InStore.PRICE), _("the price: %(what)s") % {"what": tell_money(price, currency)}),
        (str(InStore.WEIGHT), _("the weight: %(what)s") % {"what": tell(weight)}),
    ]
