"""A recipe that everybody may read, in the words of schema.org, for programs that read pages."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from recipes.content import RecipeContent
from recipes.exporters.jsonld import node_of
from recipes.exporters.recipe_out import PictureOut, RecipeOut
from recipes.importers.draft import Section
from recipes.queries.dish import RecipePage

PRIVATE = {"notes"}


def linked_data(page: RecipePage, *, url: str, picture: Callable[[UUID], str]) -> dict[str, Any]:
    """Ingredients stand as they were written, for the servings of the recipe. `picture` gives the address of one."""
    recipe = page.recipe
    columns = {name: getattr(recipe, name) for name in RecipeContent("").columns if name not in PRIVATE}
    content = RecipeContent(
        **columns,
        ingredients=[Section(name, [line.original for line in lines]) for name, lines in page.ingredients],
        steps=[Section(name, [text for _number, text in steps]) for name, steps in page.steps],
    )
    pictures = [PictureOut(bytes, url=picture(shot.id)) for shot in page.shots]
    return node_of(RecipeOut(content, url=url, pictures=pictures, created=recipe.created_at.date()))
