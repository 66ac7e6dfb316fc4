"""Rows of stock: the columns that this program writes itself, and what others call them."""

from datetime import date

from django.utils.translation import gettext as _

from kitchen.errors import DomainError
from kitchen.units import Quantity
from pantry.tables.cells import ROUGH, amount_of, day_of, kind_of, past_day_of, price_of, storage_of
from pantry.tables.given import Given, Wrong
from pantry.tables.sheet import Row, each

# In the normal form of names, so "Best Before" and "best_before" are the same.
NAME = ("name", "product", "product name", "item", "food", "title", "description")
AMOUNT, UNIT = ("amount", "quantity", "qty", "count", "stock"), ("unit", "quantity unit", "uom")
PACK = ("pack", "package", "package size", "pack size", "size")
PLACE, KEPT_IN = ("place", "location", "where"), ("kept in", "storage")
USE_BY = ("use by", "date", "best before date", "expiry date", "expiration date", "expire", "expiry", "due date")
BEST_BEFORE, KIND = ("best before", "bbe"), ("kind of date", "date type")
OPENED, FROZEN = ("opened on", "opened", "opened date"), ("frozen on", "frozen")
PRICE, NOTE, BRAND = ("price", "price paid", "cost"), ("note", "comment"), ("brand", "manufacturer")
BARCODE = ("barcode", "ean", "gtin", "upc")
LONGEST_NAME = 120


def is_stock(row: Row) -> bool:
    return any(head in row.cells for head in NAME) and any(head in row.cells for head in (*AMOUNT, *USE_BY, *PLACE))


def read_stock(rows: list[Row], today: date) -> tuple[list[Given], list[Wrong]]:
    """Each row for itself: what is wrong with one keeps no other out."""
    return each(rows, lambda row: _read(row, today))


def _read(row: Row, today: date) -> Given:
    if row.broken:
        raise DomainError(row.broken)
    name = row.cell(*NAME)
    if not name:
        raise DomainError(_("It has no name."))
    if len(name) > LONGEST_NAME:
        raise DomainError(_("This name is too long: give it at most %(count)d letters.") % {"count": LONGEST_NAME})
    amount = row.cell(*AMOUNT)
    rough = ROUGH.get(amount.casefold(), "")
    use_by, best_before = row.cell(*USE_BY), row.cell(*BEST_BEFORE)
    return Given(
        line=row.line,
        name=name,
        brand=row.cell(*BRAND)[:80],
        quantity=None if rough else amount_of(amount, row.cell(*UNIT)),
        rough=rough,
        pack=_pack(row.cell(*PACK), row.cell(*UNIT)),
        place=row.cell(*PLACE)[:60],
        storage=storage_of(row.cell(*KEPT_IN)),
        use_by=day_of(use_by or best_before, today),
        date_kind=kind_of(row.cell(*KIND)) or ("best_before" if best_before and not use_by else ""),
        opened=past_day_of(row.cell(*OPENED), today),
        frozen=past_day_of(row.cell(*FROZEN), today),
        price=price_of(row.cell(*PRICE)),
        note=row.cell(*NOTE)[:300],
        barcode="".join(letter for letter in row.cell(*BARCODE) if letter.isdigit())[:14],
    )


def _pack(cell: str, unit: str) -> Quantity | None:
    try:
        return amount_of(cell, unit)
    except DomainError:
        return None
