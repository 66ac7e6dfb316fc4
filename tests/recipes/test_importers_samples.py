"""Real pages and exports, which the project does not ship: the folder that KITCHEN_SAMPLES names."""

import json
import os
import unicodedata
from pathlib import Path

import pytest

from recipes.importers import read_recipes

SAMPLES = Path(os.environ.get("KITCHEN_SAMPLES", "/nonexistent"))

pytestmark = pytest.mark.skipif(
    not SAMPLES.is_dir(), reason="KITCHEN_SAMPLES names no folder of pages and exports, so there is nothing to read"
)


def bare(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKC", text).casefold() if letter.isalnum())


def test_saved_pages_come_in_with_title_ingredients_and_steps() -> None:
    wrong = []
    for page in sorted(SAMPLES.glob("recipe-pages/*/*.testhtml")):
        expected = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
        recipes = read_recipes(page.read_bytes(), url=f"https://{page.parent.name}/recipe").recipes
        if not any(bare(draft.title) == bare(expected["title"]) and draft.is_complete for draft in recipes):
            wrong.append(page.parent.name)
    assert not wrong


def test_exports_come_in_without_a_failure() -> None:
    wrong = {}
    for export in sorted(path for path in SAMPLES.glob("exports/*") if path.is_file()):
        reading = read_recipes(export.read_bytes(), name=export.name)
        if reading.failures or not reading.recipes:
            wrong[export.name] = reading.failures
    assert not wrong
