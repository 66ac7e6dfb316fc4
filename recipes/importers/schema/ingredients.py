"""Ingredients of schema.org: texts, lists of them, PropertyValue, ItemList."""

from typing import Any

from recipes.importers import clean, lists
from recipes.importers.draft import Section
from recipes.importers.schema.values import each, words


def ingredients(value: Any) -> list[Section]:
    return lists.sections(line for one in each(value) for line in _lines(one))


def _lines(one: Any) -> list[str]:
    if isinstance(one, list):
        return [line for part in one for line in _lines(part) if not isinstance(part, list)]
    if not isinstance(one, dict):
        return clean.lines(one)
    if isinstance(one.get("item"), dict) and "item" not in one["item"]:
        return _lines(one["item"])
    amount = one.get("value") or one.get("amount") or one.get("requiredQuantity")
    if isinstance(amount, dict):
        amount = f"{clean.line(amount.get('value'))} {clean.line(amount.get('unitText'))}"
    unit = one.get("unitText") or one.get("unitCode") if amount else ""
    return clean.lines(" ".join(part for part in (clean.line(amount), clean.line(unit), words(one)) if part))
