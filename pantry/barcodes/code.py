"""A barcode as it was scanned, typed or read in a picture: one number of 14 digits, and what it says besides."""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from django.utils.translation import gettext as _

from pantry.barcodes.digits import UPC_E, expanded, is_right, padded
from pantry.barcodes.errors import CodeError
from pantry.barcodes.gs1 import DAYS, PRICE, WEIGHT, Elements, element, read_elements
from pantry.barcodes.in_store import InStore, read_in_store

BETWEEN = re.compile(r"[\s\u00a0\u2009\u2010-\u2015.-]+")
LENGTHS = frozenset({8, 12, 13, 14})
EAN_8, EAN_13 = 8, 13


class Kind(StrEnum):
    PRODUCT = "product"
    IN_STORE = "in_store"
    BOOK = "book"
    PERIODICAL = "periodical"
    COUPON = "coupon"


@dataclass(frozen=True)
class Code:
    """`gtin` has 14 digits, the same for all forms of one number: UPC-A is EAN-13 with a zero before it.

    `in_store` is set on what a shop printed itself, `dates`, `kilos` and `price` where a GS1 code says them.
    """

    gtin: str
    kind: Kind = Kind.PRODUCT
    in_store: InStore | None = None
    dates: dict[str, date] = field(default_factory=dict, compare=False)
    kilos: Decimal | None = field(default=None, compare=False)
    price: Decimal | None = field(default=None, compare=False)

    @property
    def text(self) -> str:
        """As people know it: 8, 13 or 14 digits."""
        return short_form(self.gtin)

    @property
    def whole(self) -> str:
        """Everything that it says, as a text that is read as the same."""
        if not (self.dates or self.kilos or self.price):
            return self.gtin
        days = (f"({DAYS[kind]}){day:%y%m%d}" for kind, day in self.dates.items())
        figures = ((WEIGHT, self.kilos), (PRICE, self.price))
        return "".join([f"(01){self.gtin}", *days, *(element(name, value) for name, value in figures if value)])

    @property
    def key(self) -> str:
        """Under which it is remembered: of a shop's own code the item, without what this piece weighs or costs."""
        return self.in_store.reference if self.in_store else self.gtin

    @property
    def expires(self) -> tuple[date, str] | None:
        """The day that the code says, and which kind of date it is."""
        return next(((self.dates[kind], kind) for kind in ("use_by", "best_before") if kind in self.dates), None)

    @property
    def not_food(self) -> str:
        """One sentence where a code of this kind is never on food."""
        sentences = {
            Kind.BOOK: _("This is the number of a book, not of food."),
            Kind.PERIODICAL: _("This is the number of a magazine, not of food."),
            Kind.COUPON: _("This is the code of a voucher or a refund, not of food."),
        }
        return sentences.get(self.kind, "")


@dataclass(frozen=True)
class Link:
    """What a QR code says that is no article: the label of a lot or a place, or anything else."""

    text: str


def short_form(gtin: str) -> str:
    without = gtin.lstrip("0")
    return gtin[-EAN_8:] if len(without) <= EAN_8 else gtin[-EAN_13:] if len(without) <= EAN_13 else gtin


def read_code(text: str, *, today: date | None = None, form: str = "") -> Code:
    """The code of a text, or CodeError. `form` says what eight digits are, where the scanner knows: upc_e, ean_8."""
    text = text.strip()
    elements = read_elements(text, today=today)
    gtin = _number(elements.gtin if elements else text, form)
    return _code(gtin, elements or Elements())


def _number(text: str, form: str) -> str:
    digits = BETWEEN.sub("", text)
    if not digits:
        raise CodeError("nothing")
    if not (digits.isascii() and digits.isdigit()):
        raise CodeError("no_digits")
    if len(digits) not in LENGTHS or not digits.strip("0"):
        raise CodeError("length")
    if len(digits) == UPC_E and (whole := _whole(digits, form)):
        return padded(whole)
    if not is_right(digits):
        raise CodeError("check")
    return padded(digits)


def _whole(eight: str, form: str) -> str | None:
    """Eight digits are an EAN-8 or a UPC-E; what begins with 0 is a UPC-E first, as no maker has such an EAN-8."""
    if form == "ean_8" or (not form and eight[0] != "0" and is_right(eight)):
        return None
    return expanded(eight)


def _code(gtin: str, said: Elements) -> Code:
    thirteen = gtin[1:] if gtin.startswith("0") else ""
    own = read_in_store(thirteen) if len(gtin.lstrip("0")) > EAN_8 and thirteen else None
    kind = Kind.IN_STORE if own else _kind(thirteen)
    return Code(gtin=gtin, kind=kind, in_store=own, dates=said.dates, kilos=said.kilos, price=said.price)


def _kind(thirteen: str) -> Kind:
    """After the prefixes that GS1 gives to what is no article of a manufacturer."""
    if thirteen.startswith(("978", "979")):
        return Kind.BOOK
    if thirteen.startswith("977"):
        return Kind.PERIODICAL
    # 99 and 980 to 984 all over the world, the number system 5 in America.
    return Kind.COUPON if thirteen.startswith(("99", "980", "981", "982", "983", "984", "05")) else Kind.PRODUCT
