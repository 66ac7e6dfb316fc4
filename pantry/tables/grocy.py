"""The tables of Grocy (products, stock, locations, quantity_units, and product_barcodes where they come along).

Columns as its objects have them: a row of `stock` names its product and its place by their ids, `amount` is counted in
the product's unit of stock, `price` is that of one such unit, and a date of the year 2999 says that it never ends.
`due_type` 1 is best before, 2 is use by.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from kitchen.errors import DomainError
from pantry.tables.cells import amount_of, day_of, price_of
from pantry.tables.given import Given, Wrong
from pantry.tables.sheet import Row

Tables = Mapping[str, list[Row]]
NEEDED = ("product", "stock")
USE_BY, BEST_BEFORE = "2", "1"


def is_grocy(tables: Tables) -> bool:
    return all(tables.get(name) for name in NEEDED) and "product id" in tables["stock"][0].cells


def read_grocy(tables: Tables, today: date) -> tuple[list[Given], list[Wrong]]:
    by_id = {name: {row.cell("id"): row for row in rows} for name, rows in tables.items()}
    codes = {row.cell("product id"): row.cell("barcode") for row in tables.get("product barcode", [])}
    given: list[Given] = []
    wrong: list[Wrong] = []
    for row in tables["stock"]:
        try:
            given.append(_read(row, by_id, codes, today))
        except DomainError as refusal:
            product = by_id["product"].get(row.cell("product id"))
            text = product.cell("name") if product else row.text
            wrong.append(Wrong(row.line, text, str(refusal)))
    return given, wrong


def _read(row: Row, by_id: Mapping[str, Mapping[str, Row]], codes: Mapping[str, str], today: date) -> Given:
    product = by_id["product"].get(row.cell("product id"))
    if product is None or not product.cell("name"):
        raise DomainError(_("Its product is not among the products."))
    unit = by_id.get("quantity unit", {}).get(product.cell("qu id stock"))
    quantity = amount_of(row.cell("amount"), unit.cell("name") if unit else "")
    if quantity is None:
        raise DomainError(_("It says no amount."))
    place = by_id.get("location", {}).get(row.cell("location id") or product.cell("location id"))
    use_by = day_of(row.cell("best before date"), today)
    kinds = {USE_BY: "use_by", BEST_BEFORE: "best_before"}
    more: dict[str, Any] = {}
    if row.cell("open") == "1":
        more["opened"] = day_of(row.cell("opened date"), today) or today
    return Given(
        line=row.line,
        name=product.cell("name")[:120],
        quantity=quantity,
        place=place.cell("name")[:60] if place else "",
        storage="freezer" if place and place.cell("is freezer") == "1" else "",
        use_by=use_by,
        date_kind=kinds.get(product.cell("due type"), "best_before") if use_by else "",
        price=_paid(row.cell("price"), quantity.amount),
        note=row.cell("note")[:300],
        barcode=codes.get(product.cell("id"), ""),
        **more,
    )


def _paid(cell: str, amount: Decimal) -> Decimal | None:
    price = price_of(cell)
    return (price * amount).quantize(Decimal("0.01")) if price else None
