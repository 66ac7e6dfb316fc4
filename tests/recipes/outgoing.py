"""A recipe with all that can belong to one, for the tests of exports, and what an archive of ours holds."""

import io
import json
import zipfile
from datetime import date
from decimal import Decimal
from typing import Any

from recipes.content import RecipeContent
from recipes.exporters import CommentOut, CookedOut, PictureOut, RecipeOut
from recipes.importers import Section
from tests.recipes.importing import photo

WHOLE = RecipeOut(
    content=RecipeContent(
        name="Cheese dumplings, grandmother's",
        ingredients=[
            Section("", ["500 g flour, sifted", "2-3 eggs", "a pinch of salt"]),
            Section("Sauce", ["1 tin tomatoes (400 g)", "2 cloves garlic, crushed"]),
        ],
        steps=[
            Section("", ["Knead the flour with the eggs.", "Rest #1 for ~5 minutes -- @ home."]),
            Section("Sauce", ["Fry the garlic for 2 minutes.", "Step 3 of the tomatoes: simmer."]),
        ],
        servings=Decimal("12.5"),
        servings_of="dumplings",
        yields="one tray",
        prep_minutes=20,
        cook_minutes=90,
        rest_minutes=1500,
        difficulty=2,
        emoji="🥟",
        description="For *Sundays*.\n\nAnd Mondays.",
        cuisine="Tyrolean",
        category="Main dish",
        tags=["cheese", "#slow"],
        equipment=["large pot"],
        notes="Keep warm.\n\n1. is no step",
        source_url="https://www.example.org/dumplings?page=2&x=y",
        source_name="A book",
        author="Ada",
        label={"calories": "300 kcal"},
    ),
    pictures=[PictureOut(photo, "image/jpeg", "A bowl")],
    stars=Decimal(4),
    favourite=True,
    collections=["Sundays"],
    comments=[CommentOut("Grandmother", "More cheese.", date(2020, 1, 2))],
    cooked=[CookedOut(date(2021, 1, 1), Decimal(4), "Good."), CookedOut(date(2022, 2, 2))],
    created=date(2019, 5, 6),
)


def opened(packed: bytes) -> tuple[list[dict[str, Any]], dict[str, bytes]]:
    """The recipes of an archive, and its other files."""
    with zipfile.ZipFile(io.BytesIO(packed)) as file:
        files = {name: file.read(name) for name in file.namelist()}
    recipes = [json.loads(files.pop(name)) for name in sorted(files) if name.endswith("recipe.json")]
    return recipes, files
