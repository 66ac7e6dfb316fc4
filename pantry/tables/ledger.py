"""Rows of a ledger: what was used and thrown away, and when. What only came, or was taken back, tells nothing."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from kitchen.errors import DomainError
from pantry.models import MovementKind, WasteReason
from pantry.tables.cells import amount_of, day_of, price_of
from pantry.tables.given import GivenLine, Wrong
from pantry.tables.sheet import Row, each

KINDS = {
    "consumed": MovementKind.CONSUMED,
    "used": MovementKind.CONSUMED,
    "wasted": MovementKind.WASTED,
    "spoiled": MovementKind.WASTED,
    "thrown away": MovementKind.WASTED,
}
OLDEST_YEARS = 20
TAKES_BACK = ("take back", "takes back")


def is_ledger(row: Row) -> bool:
    return {"what", "name", "amount"} <= set(row.cells) and ("at" in row.cells or "date" in row.cells)


def read_ledger(rows: list[Row], today: date) -> tuple[list[GivenLine], list[Wrong]]:
    taken_back = {row.cell(*TAKES_BACK) for row in rows} - {""}
    told = [row for row in rows if _kind(row) and not row.cell(*TAKES_BACK) and row.cell("line") not in taken_back]
    return each(told, lambda row: _read(row, today))


def _kind(row: Row) -> str:
    return str(KINDS.get(row.cell("what").casefold(), ""))


def _read(row: Row, today: date) -> GivenLine:
    quantity = amount_of(row.cell("amount").lstrip("-−"), row.cell("unit"))
    name = row.cell("name")
    if quantity is None or not name:
        raise DomainError(_("It says no name or no amount."))
    reason = row.cell("reason")
    kind = _kind(row)
    return GivenLine(
        line=row.line,
        on=_day(row, today),
        kind=kind,
        name=name[:120],
        quantity=quantity,
        reason=(reason if reason in WasteReason.values else WasteReason.OTHER) if kind == MovementKind.WASTED else "",
        value=price_of(row.cell("value")),
        lot=row.cell("lot"),
    )


def _day(row: Row, today: date) -> date:
    cell = row.cell("at", "date")
    try:
        found: date | None = datetime.fromisoformat(cell).date()
    except ValueError:
        found = day_of(cell, today)
    if found is None or not -1 <= (today - found).days <= OLDEST_YEARS * 366:
        raise DomainError(_("It says no day in the last %(count)d years.") % {"count": OLDEST_YEARS})
    return min(found, today)
