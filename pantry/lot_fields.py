"""The fields of a lot that a line of its ledger can set, as the line keeps them (JSON)."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from pantry.catalogue import name_key
from pantry.models import StockItem, food_text, read_food_ref

LONGEST_NAME = 120
TEXTS = ("name", "unit", "rough", "date_kind", "date_why", "printed_kind", "price_unit", "note")
DATES = ("use_by", "printed_on", "opened_on", "frozen_on", "thawed_on", "counted_on")
DECIMALS = ("pack", "price", "price_amount")
KEYS = ("place_id", "product_id")
# What is only true together is kept together, so that taking one line back never mixes two.
GROUPS = (
    ("name", "food"),
    ("unit", "rough", "pack"),
    ("use_by", "date_kind", "date_why", "date_days"),
    ("printed_on", "printed_kind"),
    ("price", "price_amount", "price_unit"),
)
Kept = dict[str, Any]


def fields_of(lot: StockItem) -> Kept:
    kept: Kept = {name: str(getattr(lot, name)) for name in TEXTS}
    kept |= {name: _text(getattr(lot, name), date.isoformat) for name in DATES}
    kept |= {name: _text(getattr(lot, name), plain) for name in DECIMALS}
    kept |= {name.removesuffix("_id"): _text(getattr(lot, name), str) for name in KEYS}
    return kept | {"food": food_text(lot.food_ref), "date_days": lot.date_days}


def set_fields(lot: StockItem, kept: Mapping[str, Any]) -> None:
    """Those that `kept` names; the lot is not saved."""
    for name, value in kept.items():
        _set(lot, name, value)
    if "name" in kept:
        lot.name_key = key_of(lot.name)


def changes(before: Kept, after: Kept) -> Kept:
    """By field what it was and what it is; all of a group, if one of it is another now."""
    changed = {name for name in after if before[name] != after[name]}
    for group in GROUPS:
        changed |= set(group) if changed & set(group) else set()
    return {name: [before[name], after[name]] for name in after if name in changed}


def key_of(name: str) -> str:
    return (name_key(name) or name.casefold())[:LONGEST_NAME]


def plain(amount: Decimal) -> str:
    return f"{amount.normalize():f}"


def _set(lot: StockItem, name: str, value: Any) -> None:
    if name == "food":
        lot.food_ref = read_food_ref(value)
    elif name in DATES:
        setattr(lot, name, date.fromisoformat(value) if value else None)
    elif name in DECIMALS:
        setattr(lot, name, None if value is None else Decimal(value))
    elif f"{name}_id" in KEYS:
        setattr(lot, f"{name}_id", UUID(value) if value else None)
    else:
        setattr(lot, name, value)


def _text(value: Any, told: Callable[[Any], str]) -> str | None:
    return None if value is None else told(value)
