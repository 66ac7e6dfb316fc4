"""What recipes say of their tables for the file of a household."""

from decimal import Decimal
from typing import Any

from accounts.models import Household
from accounts.transfer.registries import arrivals, checks, left_out, said_beside, shown
from accounts.transfer.values import BrokenError
from recipes.content import RecipeContent, tidy
from recipes.models import ImportBatch, ImportSource, ImportState, Recipe, RecipeDraft, RecipeOrigin, RecipeVersion
from recipes.services.renewal import renew_recipes

AT_ONCE = 500
WORKED_OUT = "worked out anew from the recipes"
LEFT_OUT = {
    "recipes.RecipeLink": "an address that opens a recipe for everybody is no content",
    "recipes.RecipeStanding": "counted by the database from reviews and the cook log",
    "recipes.RecipeIndex": WORKED_OUT,
    "recipes.RecipeIndexHead": WORKED_OUT,
    "recipes.RecipeText": WORKED_OUT,
    "recipes.RecipePosting": WORKED_OUT,
    "recipes.RecipeWord": WORKED_OUT,
}


def check_texts(told: dict[str, Any]) -> None:
    if any(not isinstance(one, str) for one in told.values()):
        raise BrokenError("no text")


def check_recipe(row: Recipe) -> None:
    check_texts(row.label)


def check_draft(row: RecipeDraft) -> None:
    check_texts(row.fields)


def check_import(row: ImportBatch | ImportSource) -> None:
    """Nobody here goes on with what was being read elsewhere, unless somebody asks for it."""
    if row.state in (ImportState.WAITING, ImportState.RUNNING):
        row.state = ImportState.FAILED


def check_source(row: ImportSource) -> None:
    check_import(row)
    check_mapping(row)


def check_mapping(row: ImportSource | RecipeOrigin) -> None:
    if any(not isinstance(column, int) or column < 0 for column in row.mapping.values()):
        raise BrokenError("no column")


def check_version(row: RecipeVersion) -> None:
    """It can be compared and brought back."""
    content = tidy(RecipeContent.from_json(row.content))
    for number in (content.prep_minutes, content.cook_minutes, content.rest_minutes, content.difficulty):
        if not isinstance(number, int | None):
            raise BrokenError("no number")
    if content.servings is not None and not Decimal(content.servings).is_finite():
        raise BrokenError("no number")


def arrive(household: Household) -> None:
    ids = list(Recipe.objects.filter(household=household, deleted_at=None).values_list("pk", flat=True))
    for start in range(0, len(ids), AT_ONCE):
        renew_recipes(household, ids[start : start + AT_ONCE])


def register() -> None:
    for label, why in LEFT_OUT.items():
        left_out.register(label, why)
    checks.register("recipes.Recipe", check_recipe)
    checks.register("recipes.RecipeDraft", check_draft)
    checks.register("recipes.ImportBatch", check_import)
    checks.register("recipes.ImportSource", check_source)
    checks.register("recipes.RecipeOrigin", check_mapping)
    checks.register("recipes.RecipeVersion", check_version)
    for name in ("file", "thumb"):
        shown.register(f"recipes.RecipePicture.{name}", entry=True)
    said_beside.register("recipes.RecipeComment.author", "said_by")
    arrivals.register("recipes", arrive)
