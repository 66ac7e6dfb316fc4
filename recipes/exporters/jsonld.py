"""A Recipe of schema.org, as search engines and other programs read it."""

import json
from typing import Any

from recipes.exporters.recipe_out import RecipeOut
from recipes.importers.draft import Section

Node = dict[str, Any]
CONTEXT, MEDIA_TYPE, ENDING = "https://schema.org", "application/ld+json", "jsonld"
HOUR, DAY, BEST = 60, 1440, 5


def text_of(out: RecipeOut) -> str:
    return json.dumps(node_of(out), ensure_ascii=False, indent=2)


def node_of(out: RecipeOut) -> Node:
    content = out.content
    node: Node = {
        "@context": CONTEXT,
        "@type": "Recipe",
        "name": content.name,
        "description": content.description,
        "url": out.url,
        "image": [picture.url for picture in out.pictures if picture.url],
        "author": content.author and {"@type": "Person", "name": content.author},
        "publisher": content.source_name and {"@type": "Organization", "name": content.source_name},
        "isBasedOn": content.source_url,
        "datePublished": out.created and out.created.isoformat(),
        "prepTime": duration(content.prep_minutes),
        "cookTime": duration(content.cook_minutes),
        "totalTime": duration(out.total_minutes),
        "recipeYield": out.made,
        "recipeCategory": content.category,
        "recipeCuisine": content.cuisine,
        "keywords": ", ".join(content.tags),
        "tool": [{"@type": "HowToTool", "name": name} for name in content.equipment],
        "recipeIngredient": [line for section in content.ingredients for line in section.lines],
        "recipeInstructions": [step for section in content.steps for step in _steps(section)],
        "nutrition": content.label and {"@type": "NutritionInformation", **content.label},
        "aggregateRating": _rating(out),
    }
    return {name: value for name, value in node.items() if value}


def duration(minutes: int | None) -> str:
    """ISO 8601: PT45M, PT1H30M, P1DT2H."""
    if not minutes:
        return ""
    days, rest = divmod(minutes, DAY)
    hours, left = divmod(rest, HOUR)
    time = (f"{hours}H" if hours else "") + (f"{left}M" if left else "")
    return "P" + (f"{days}D" if days else "") + (f"T{time}" if time else "")


def _steps(section: Section) -> list[Node]:
    steps = [{"@type": "HowToStep", "text": line} for line in section.lines]
    if not section.name:
        return steps
    return [{"@type": "HowToSection", "name": section.name, "itemListElement": steps}]


def _rating(out: RecipeOut) -> Node | None:
    if out.average is None or not out.reviews:
        return None
    value = f"{out.average.normalize():f}"
    return {"@type": "AggregateRating", "ratingValue": value, "ratingCount": out.reviews, "bestRating": BEST}
