"""JSON of schema.org in a file of its own, as Nextcloud Cookbook and RecipeSage keep it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from recipes.importers import clean, figures
from recipes.importers.draft import Draft, Picture
from recipes.importers.files import pictures
from recipes.importers.schema import values
from recipes.importers.schema.graph import Node, is_a, recipes_in
from recipes.importers.schema.recipe import draft_of
from recipes.importers.source import Source

ONE = {"", "1"}


def each(data: dict[str, Any], source: Source) -> Iterator[Draft]:
    nodes = recipes_in(data)
    for node in nodes:
        draft = draft_of({**node, "recipeInstructions": _marked(node.get("recipeInstructions"))}, source.url)
        yield replace(
            draft,
            source_url=draft.source_url or clean.url(values.address(node.get("isBasedOn"))),
            source_name=draft.source_name or values.words(node.get("creditText")),
            pictures=_pictures(node, source, alone=len(nodes) == 1 and source.data is data),
            equipment=draft.equipment or values.all_words(node.get("tool")),
            notes="\n\n".join(part for part in (draft.notes, *_comments(node)) if part),
            rating=_rating(node.get("aggregateRating")),
            created=figures.day(node.get("dateCreated") or (node.get("identifier") and node.get("datePublished"))),
        )


def _marked(steps: Any) -> Any:
    """Sections without steps inside name what follows them: a line of their own, as text has them."""
    if not isinstance(steps, list):
        return steps
    return [_heading(one) if is_a(one, "HowToSection") and not one.get("itemListElement") else one for one in steps]


def _heading(section: Node) -> str:
    name = values.words(section.get("name") or section.get("text")).strip("[]: ")
    return f"## {name}"


def _pictures(node: Node, source: Source, *, alone: bool) -> list[Picture]:
    """What the recipe names, in the archive or as data; else what lies in its own folder, the largest first."""
    told = [values.address(one) for one in values.each(node.get("image"))]
    named = [picture for one in told if one and (picture := source.around.picture(one))]
    named += [picture for one in told if one.startswith("data:image/") for picture in pictures.embedded(one)]
    beside = source.around.pictures(beginning="full") or source.around.pictures() if alone else []
    return named or [one for one in beside if not one.name.lower().startswith("thumb")]


def _rating(told: Any) -> Any:
    """Of one person: their own. The average of strangers is nobody's here."""
    if not isinstance(told, dict) or clean.line(told.get("ratingCount") or told.get("reviewCount")) not in ONE:
        return None
    return figures.stars(told.get("ratingValue"), told.get("bestRating"))


def _comments(node: Node) -> list[str]:
    """What a program writes of its own notes as a comment."""
    told = [one for one in values.each(node.get("comment")) if isinstance(one, dict)]
    return [clean.text(one.get("text")) for one in told if "note" in clean.line(one.get("name")).lower()]
