"""Rows of foods: a household's own, as this program writes them."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import Allergen, Diet
from kitchen.errors import DomainError
from kitchen.units import read_number
from pantry.catalogue import CATEGORIES
from pantry.tables.cells import LONGEST_NUMBER, amount_of, storage_of
from pantry.tables.given import GivenFood, Wrong
from pantry.tables.sheet import Row, each

# A head in the normal form of names, and what of a food it says.
FIGURES = {"density": "density", "piece weight": "piece_weight", "package weight": "package_weight"}
# Grams: the heaviest millilitre is of a metal, the heaviest piece is carried in by two.
DENSEST, HEAVIEST, LIGHTEST = 25, 100_000, Decimal("0.001")
MARKS = {"plural", "also called", *FIGURES}
LONGEST = 80


def is_foods(row: Row) -> bool:
    return "name" in row.cells and bool(MARKS & set(row.cells))


def read_foods(rows: list[Row]) -> tuple[list[GivenFood], list[Wrong]]:
    return each(rows, _read)


def _read(row: Row) -> GivenFood:
    if row.broken:
        raise DomainError(row.broken)
    name = row.cell("name")
    if not name or len(name) > LONGEST:
        raise DomainError(_("Give the food a name of at most %(count)d letters.") % {"count": LONGEST})
    said: dict[str, Any] = {"name": name, "plural": row.cell("plural")[:LONGEST] or name}
    if aliases := _parts(row.cell("also called")):
        said["aliases"] = [alias[:LONGEST] for alias in aliases]
    if category := row.cell("category"):
        said["category"] = _one_of(category, CATEGORIES, _("“%(word)s” is no category that is known here."))
    if storage := storage_of(row.cell("kept in")):
        said["storage"] = storage
    for head, field in FIGURES.items():
        if cell := row.cell(head):
            said[field] = _figure(cell, DENSEST if field == "density" else HEAVIEST)
    for head, field, known in (("allergen", "allergens", Allergen.values), ("diet", "diets", Diet.values)):
        if parts := _parts(row.cell(head)):
            said[field] = [_one_of(part, known, _("“%(word)s” is not known here.")) for part in parts]
    return GivenFood(row.line, name, said, amount_of(row.cell("minimum"), row.cell("minimum unit")))


def _figure(cell: str, most: int) -> Decimal:
    found = read_number(cell) if len(cell) <= LONGEST_NUMBER else None
    if found is None or cell[found[1] :].strip() or not LIGHTEST <= found[0] <= most:
        words = {"cell": cell[:40], "most": most}
        raise DomainError(_("“%(cell)s” is no figure above nothing, and at most %(most)d.") % words)
    return found[0]


def _one_of(word: str, known: Any, sentence: str) -> str:
    found = word.casefold().replace(" ", "-")
    if found not in known:
        raise DomainError(sentence % {"word": word[:40]})
    return found


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]
