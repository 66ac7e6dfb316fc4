"""What shopping says of its tables for the file of a household."""

from datetime import date
from decimal import Decimal
from typing import Any

from accounts.transfer.registries import checks, left_out, shown
from accounts.transfer.values import BrokenError
from kitchen.units import UNITS
from shopping.models import ItemState, ListOperation, Store

LEFT_OUT = {"shopping.ListLink": "an address that opens a list for visitors is no content"}
TEXTS = ("name", "unit", "note", "state")


def check_operation(row: ListOperation) -> None:
    """What the item was, and became, can be put back."""
    for record in (row.before, row.after):
        if record is not None:
            _check_record(record)


def _check_record(record: dict[str, Any]) -> None:
    if any(not isinstance(record[name], str) for name in TEXTS) or record["unit"] not in {"", *UNITS}:
        raise BrokenError("no text")
    ItemState(record["state"])
    for name in ("quantity", "price"):
        if record[name] is not None and not Decimal(record[name]).is_finite():
            raise BrokenError("no number")
    if not isinstance(record["category"], int | None):
        raise BrokenError("no aisle")
    if record["needed_on"] is not None:
        date.fromisoformat(record["needed_on"])


def check_store(row: Store) -> None:
    for pair, weight in row.pairs.items():
        before, after = pair.split(">")
        if int(before) < 0 or int(after) < 0 or not isinstance(weight, int | float):
            raise BrokenError("no pair of aisles")


def register() -> None:
    for label, why in LEFT_OUT.items():
        left_out.register(label, why)
    checks.register("shopping.ListOperation", check_operation)
    checks.register("shopping.Store", check_store)
    shown.register("shopping.ShoppingListItem.picture", entry=True)
