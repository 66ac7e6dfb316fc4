"""A recipe in the words of schema.org, for programs that read pages."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from recipes.models import Recipe
from recipes.queries.dish import RecipePage

DAY, HOUR = 24 * 60, 60


def linked_data(page: RecipePage, *, url: str, picture: Callable[[UUID], str]) -> dict[str, Any]:
    """What is not known is left out. Ingredients stand as they were written, for the servings of the recipe."""
    recipe = page.recipe
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Recipe",
        "name": recipe.name,
        "url": url,
        "description": recipe.description,
        "image": [picture(shot.id) for shot in page.shots],
        "author": {"@type": "Person", "name": recipe.author} if recipe.author else None,
        "isBasedOn": recipe.source_url if page.host else None,
        "datePublished": recipe.created_at.date().isoformat(),
        "prepTime": duration(recipe.prep_minutes),
        "cookTime": duration(recipe.cook_minutes),
        "totalTime": duration(recipe.total_minutes),
        "recipeYield": made(recipe),
        "recipeCategory": recipe.category,
        "recipeCuisine": recipe.cuisine,
        "keywords": ", ".join(recipe.tags),
        "tool": recipe.equipment,
        "recipeIngredient": [line.original for _section, lines in page.ingredients for line in lines],
        "recipeInstructions": instructions(page),
        "nutrition": {"@type": "NutritionInformation", **recipe.label} if recipe.label else None,
    }
    return {name: value for name, value in told.items() if value}


def instructions(page: RecipePage) -> list[dict[str, Any]]:
    """Steps, in sections where these have names."""
    parts: list[dict[str, Any]] = []
    for section, steps in page.steps:
        told = [{"@type": "HowToStep", "text": text} for _number, text in steps]
        parts += [{"@type": "HowToSection", "name": section, "itemListElement": told}] if section else told
    return parts


def duration(minutes: int | None) -> str:
    """ISO 8601: P1DT2H5M."""
    if not minutes:
        return ""
    days, rest = divmod(minutes, DAY)
    hours, rest = divmod(rest, HOUR)
    time = "".join(f"{count}{letter}" for count, letter in ((hours, "H"), (rest, "M")) if count)
    return f"P{f'{days}D' if days else ''}{f'T{time}' if time else ''}"


def made(recipe: Recipe) -> str:
    if recipe.yields or recipe.servings is None:
        return recipe.yields
    return f"{recipe.servings.normalize():f} {recipe.servings_of or 'servings'}"
