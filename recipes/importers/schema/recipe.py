"""A Recipe of schema.org as a draft."""

from recipes.importers import clean, figures
from recipes.importers.draft import Draft
from recipes.importers.schema import values
from recipes.importers.schema.graph import Node
from recipes.importers.schema.ingredients import ingredients
from recipes.importers.schema.instructions import instructions

# The name of today, and those of older vocabularies and of slips that are common.
INGREDIENTS = ("recipeIngredient", "ingredients", "ingredient", "recipeIngredients")
STEPS = ("recipeInstructions", "recipeInstruction", "instructions", "step", "steps")


def draft_of(node: Node, url: str = "") -> Draft:
    servings, servings_words = values.yields(values.first(node, "recipeYield", "yield", "yields", "servings"))
    return Draft(
        title=values.words(node.get("name") or node.get("headline")),
        description=values.prose(node.get("description")),
        ingredients=ingredients(values.first(node, *INGREDIENTS)),
        steps=instructions(values.first(node, *STEPS)),
        servings=servings,
        servings_words=servings_words,
        prep_minutes=figures.minutes(node.get("prepTime")),
        cook_minutes=figures.minutes(node.get("cookTime") or node.get("performTime")),
        total_minutes=figures.minutes(node.get("totalTime")),
        image=clean.url(values.address(node.get("image") or node.get("thumbnailUrl")), url),
        author=", ".join(dict.fromkeys(filter(None, map(values.words, values.each(node.get("author")))))),
        source_url=url or _own_address(node),
        cuisine=", ".join(dict.fromkeys(values.all_words(node.get("recipeCuisine")))),
        category=", ".join(dict.fromkeys(part.strip() for part in values.all_words(node.get("recipeCategory")))),
        tags=values.all_words(node.get("keywords")),
        nutrients=values.nutrients(node.get("nutrition")),
        source_name=values.words(node.get("publisher")),
    )


def _own_address(node: Node) -> str:
    return clean.url(node.get("url")) or clean.url(values.address(node.get("mainEntityOfPage")))
