"""USDA FoodKeeper: how long foods keep, in either of the two forms in which it is given away (JSON)."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from kitchen.errors import DomainError
from pantry.catalogue import name_key
from pantry.models import ReferenceFood, ReferenceSource
from pantry.reference.writing import Brought, plain_text

DAYS = {"hour": 0, "day": 1, "week": 7, "month": 30, "yea": 365, "year": 365}
FOREVER = 3650
SPAN = re.compile(r"(\d+)(?:\s*-\s*(\d+))?\s*([a-z]+?)s?\b", re.IGNORECASE)
# Where it is kept and in which state, by their word for it; what is told from the day of buying goes first.
PLACES = {
    "pantry.sealed": "pantry",
    "pantry.opened": "pantry_after_opening",
    "fridge.sealed": "refrigerate",
    "fridge.opened": "refrigerate_after_opening",
    "fridge.thawed": "refrigerate_after_thawing",
    "freezer.sealed": "freeze",
}
MOST_BYTES = 50_000_000


def read_foodkeeper(path: Path, brought: Brought) -> Iterator[ReferenceFood]:
    categories, products = contents(path)
    for number, told in enumerate(products, start=1):
        names = (plain_text(told.get("name"), 120), plain_text(told.get("name_subtitle"), 80))
        name, code = ", ".join(one for one in names if one), plain_text(told.get("id"), 24).removesuffix(".0")
        if not names[0] or not code:
            brought.blame(f"{path.name}, product {number}", "no name or no number")
            continue
        lives = {life: days for life, place in PLACES.items() if (days := days_of(told, place)) is not None}
        if not lives:
            brought.left_out += 1
            continue
        yield ReferenceFood(
            source=ReferenceSource.FOODKEEPER,
            code=code,
            name=name,
            name_key=name_key(name)[:200],
            group=plain_text(categories.get(str(told.get("category_id")).removesuffix(".0"), ""), 80),
            shelf_life=lives,
        )


def contents(path: Path) -> tuple[dict[str, str], list[dict[str, Any]]]:
    """Names of categories by their numbers, and products with their columns in small letters."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise DomainError(_("%(file)s is too large to be the FoodKeeper collection.") % {"file": path.name})
        told = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise DomainError(_("%(file)s cannot be read as JSON: %(why)s") % {"file": path.name, "why": error}) from error
    if isinstance(told, dict) and isinstance(told.get("product_data"), list):
        return flat_categories(told.get("category_data")), [
            one for one in told["product_data"] if isinstance(one, dict)
        ]
    sheets = {one.get("name"): one.get("data") for one in told["sheets"]} if is_sheets(told) else {}
    if "Product" not in sheets:
        raise DomainError(_("%(file)s is not the FoodKeeper collection: it names no products.") % {"file": path.name})
    rows = [joined(row) for row in sheets["Product"] or []]
    names = {str(row.get("id")): str(row.get("category_name")) for row in map(joined, sheets.get("Category") or [])}
    return {number.removesuffix(".0"): name for number, name in names.items()}, rows


def is_sheets(told: Any) -> bool:
    return isinstance(told, dict) and isinstance(told.get("sheets"), list)


def joined(row: Any) -> dict[str, Any]:
    """One of their rows: a list of objects with a column each."""
    columns = [one for one in row if isinstance(one, dict)] if isinstance(row, list) else []
    return {name.lower(): value for column in columns for name, value in column.items()}


def flat_categories(told: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in told if isinstance(told, list) else []:
        numbers = one.get("category_ids", []) if isinstance(one, dict) else []
        found |= {str(number): str(one.get("category_name", "")) for number in numbers}
    return found


def days_of(told: Mapping[str, Any], place: str) -> int | None:
    """The shorter end of what they say, in days; None where they give no span or advise against it."""
    for output, metric in (
        (f"from_date_of_purchase_{place}_output_display_only", f"dop_{place}"),
        (f"{place}_output_display_only", place),
    ):
        text = told.get(output) or " ".join(str(told.get(f"{metric}_{part}") or "") for part in ("min", "metric"))
        if (days := span(str(text).replace(".0 ", " "))) is not None:
            return days
    return None


def span(text: str) -> int | None:
    """Days in "3 - 5 Days", "2 Weeks", "1 Yea", "Indefinitely"."""
    if text.strip().lower() == "indefinitely":
        return FOREVER
    found = SPAN.search(text)
    unit = DAYS.get(found[3].lower()) if found else None
    return None if found is None or unit is None else int(found[1]) * unit
