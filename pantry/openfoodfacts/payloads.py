"""The products of Open Food Facts as they send them, read into what a household keeps. Typed in by volunteers: what
cannot be true is left out, and nothing of it is trusted to be what it is called.
"""

import html
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kitchen.units import UNITS, Quantity, read_amount, rounded
from kitchen.units.table import MASS, VOLUME
from pantry.openfoodfacts.figures import number, nutrition_of

LONGEST_NAME, LONGEST_BRAND, MOST_TAGS = 120, 80, 40
MOST = 100_000  # 100 kg in grams
FIELDS = (
    *("code", "product_name", "generic_name", "brands", "quantity", "product_quantity", "product_quantity_unit"),
    *("categories_tags", "allergens_tags", "labels_tags", "nutriments", "nutrition", "nutrition_data_per"),
)
# Their tags of the fourteen, by our codes.
ALLERGENS = {
    "gluten": "gluten",
    "crustaceans": "crustaceans",
    "eggs": "eggs",
    "fish": "fish",
    "peanuts": "peanuts",
    "soybeans": "soybeans",
    "milk": "milk",
    "nuts": "nuts",
    "celery": "celery",
    "mustard": "mustard",
    "sesame-seeds": "sesame",
    "sulphur-dioxide-and-sulphites": "sulphites",
    "lupin": "lupin",
    "molluscs": "molluscs",
}


def read_answer(told: Any) -> dict[str, Any] | None:
    """{"product": …}, {} where they know none, None for what is no answer of theirs. `status` is 1 or a word."""
    if not isinstance(told, dict) or "status" not in told:
        return None
    product = told.get("product")
    if told["status"] in (1, "success", "success_with_warnings", "success_with_errors") and isinstance(product, dict):
        return {"product": product}
    return {} if told["status"] in (0, "failure") else None


@dataclass(frozen=True)
class OffProduct:
    """`pack` is what one package holds. `kinds` are words for what it is, the most exact first: "rolled oats".

    `nutrition` is per 100 g or 100 ml by the catalogue's codes, as the package says it.
    """

    gtin: str
    name: str
    brand: str = ""
    pack: Quantity | None = None
    kinds: tuple[str, ...] = ()
    allergens: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    nutrition: Mapping[str, Decimal] | None = None

    @classmethod
    def read(cls, told: Mapping[str, Any], gtin: str, language: str) -> "OffProduct | None":
        """None where they have nothing but a number."""
        generic = _text(told.get(f"generic_name_{language}")) or _text(told.get("generic_name"))
        name = _text(told.get(f"product_name_{language}")) or _text(told.get("product_name")) or generic
        brand = _brand(told.get("brands"))
        if not name and not brand:
            return None
        kinds = [generic, *_words(told.get("categories_tags"))]
        allergens = (ALLERGENS.get(tag) for tag in _tags(told.get("allergens_tags")))
        return cls(
            gtin=gtin,
            name=(name or brand)[:LONGEST_NAME],
            brand=brand,
            pack=_pack(told),
            kinds=tuple(dict.fromkeys(kind for kind in kinds if kind)),
            allergens=tuple(sorted({found for found in allergens if found})),
            labels=tuple(_tags(told.get("labels_tags"))),
            nutrition=nutrition_of(told),
        )


def _text(told: Any) -> str:
    """One line of words: entities read, signs that are none taken out."""
    if not isinstance(told, str):
        return ""
    plain = html.unescape(told[:1000])
    return " ".join("".join(sign if sign.isprintable() else " " for sign in plain).split())


def _brand(told: Any) -> str:
    first = told.split(",")[0] if isinstance(told, str) else told[0] if isinstance(told, list) and told else ""
    return _text(first)[:LONGEST_BRAND]


def _tags(told: Any) -> list[str]:
    """English tags without their language: "en:oat-flakes" is "oat-flakes"."""
    given = [tag for tag in told if isinstance(tag, str)] if isinstance(told, list) else []
    return [tag[3:] for tag in given[:MOST_TAGS] if tag.startswith("en:")]


def _words(told: Any) -> list[str]:
    """Categories go from the widest to the most exact."""
    return [_text(tag.replace("-", " ")) for tag in reversed(_tags(told))]


def _pack(told: Mapping[str, Any]) -> Quantity | None:
    """By what is written on the package ("6 x 125 g"), else by the number that they worked out of it."""
    written = read_amount(_text(told.get("quantity")))
    if written and written.size and (kept := _kept(written.low * written.size.amount, written.size.unit)):
        return kept
    if written and written.unit and (kept := _kept(written.low, written.unit.code)):
        return kept
    unit, worked_out = told.get("product_quantity_unit"), number(told.get("product_quantity"))
    return _kept(worked_out, unit) if worked_out and unit in {"g", "ml"} else None


def _kept(amount: Decimal, unit: str) -> Quantity | None:
    """What is weighed or measured, and fits where amounts are kept: "1 box" says nothing of what is in it."""
    fits = UNITS[unit].kind in {MASS, VOLUME} and 0 < rounded(amount) < MOST
    return Quantity(rounded(amount), unit) if fits else None
