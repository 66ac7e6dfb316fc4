"""Real pages and exports, which the project does not ship: the folder that KITCHEN_SAMPLES names."""

import json
import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from recipes.importers import iter_recipes, read_recipes
from tests.recipes.raw_exports import PICTURES, counted

SAMPLES = Path(os.environ.get("KITCHEN_SAMPLES", "/nonexistent"))

pytestmark = pytest.mark.skipif(
    not SAMPLES.is_dir(), reason="KITCHEN_SAMPLES names no folder of pages and exports, so there is nothing to read"
)


def bare(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKC", text).casefold() if letter.isalnum())


def exports() -> Iterator[Path]:
    return (path for path in sorted(SAMPLES.glob("exports/*")) if path.is_file())


def test_saved_pages_come_in_with_title_ingredients_and_steps() -> None:
    wrong = []
    for page in sorted(SAMPLES.glob("recipe-pages/*/*.testhtml")):
        expected = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
        recipes = read_recipes(page.read_bytes(), url=f"https://{page.parent.name}/recipe").recipes
        if not any(bare(draft.title) == bare(expected["title"]) and draft.is_complete for draft in recipes):
            wrong.append(page.parent.name)
    assert not wrong


def test_exports_come_in_whole() -> None:
    """As many recipes and ingredient lines as one counts in the raw files, without a failure."""
    wrong = {}
    for export in exports():
        reading = read_recipes(export.read_bytes(), name=export.name)
        lines = sum(len(section.lines) for draft in reading.recipes for section in draft.ingredients)
        found = (len(reading.recipes), lines)
        if reading.failures or found != counted(export):
            wrong[export.name] = (found, counted(export), reading.failures)
    assert not wrong


def test_their_pictures_come_along() -> None:
    for export in exports():
        with export.open("rb") as file:
            found = [picture.read() for draft in iter_recipes(file) for picture in getattr(draft, "pictures", [])]
        assert len([data for data in found if data]) == PICTURES.get(export.name, 0), export.name


def test_a_household_of_mealie_brings_more_than_recipes() -> None:
    for export in SAMPLES.glob("exports/mealie-backup-*-4.zip"):
        kinds = {extra.kind for extra in read_recipes(export.read_bytes()).extras}
        assert kinds == {"food", "unit", "plan_day", "shopping_list"}
