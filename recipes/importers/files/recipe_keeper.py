"""Recipe Keeper's recipes.html: one <div class="recipe-details"> each, told by itemprop, pictures beside it."""

from collections.abc import Iterator
from functools import partial

from recipes.importers import clean, figures, lists
from recipes.importers.draft import Draft, Failure, Picture, Section
from recipes.importers.files import nutrition
from recipes.importers.files.batch import one_by_one
from recipes.importers.pages.document import Element, inner_text, parse
from recipes.importers.source import Source

MARK, PROPERTY = "recipe-details", 'itemprop="recipeIngredients"'
NUTRIENT = "recipeNut"


def fits(source: Source) -> bool:
    return MARK in source.text and PROPERTY in source.text


def read(source: Source) -> Iterator[Draft | Failure]:
    document = parse(source.text)
    every = [] if document is None else document.root.iter("div")
    found = [one for one in every if MARK in (one.get("class") or "").split()]
    return one_by_one(found, partial(_drafts, source=source), lambda recipe: _said(recipe, "name"))


def _drafts(recipe: Element, source: Source) -> Iterator[Draft]:
    words, origin = _said(recipe, "recipeYield"), _said(recipe, "recipeSource")
    link = clean.url(origin) or next((clean.url(one.get("href")) for one in _links(recipe)), "")
    yield Draft(
        title=_said(recipe, "name"),
        ingredients=_lines(recipe, "recipeIngredients"),
        steps=_lines(recipe, "recipeDirections"),
        servings=figures.servings(words),
        servings_words=words,
        prep_minutes=figures.minutes(_said(recipe, "prepTime")),
        cook_minutes=figures.minutes(_said(recipe, "cookTime")),
        pictures=list(_pictures(recipe, source)),
        source_url=link,
        source_name="" if clean.url(origin) else origin,
        category=", ".join(_all(recipe, "recipeCourse")),
        tags=_all(recipe, "recipeCategory"),
        collections=_all(recipe, "recipeCollection"),
        nutrients=nutrition.named((one.get("itemprop"), one.get("content") or "") for one in _nutrients(recipe)),
        notes="\n".join(line for part in _lines(recipe, "recipeNotes") for line in part.lines),
        rating=figures.stars(_said(recipe, "recipeRating")),
        favourite=_said(recipe, "recipeIsFavourite").lower() == "true",
    )


def _with(recipe: Element, name: str) -> Iterator[Element]:
    return (one for one in recipe.iter() if one.get("itemprop") == name)


def _all(recipe: Element, name: str) -> list[str]:
    """What the elements of a name say, in their content or their text."""
    told = (clean.line(one.get("content") or inner_text(one)) for one in _with(recipe, name))
    return list(dict.fromkeys(part for one in told for part in one.split(", ") if part))


def _said(recipe: Element, name: str) -> str:
    told = (clean.line(one.get("content") or inner_text(one)) for one in _with(recipe, name))
    return next((one for one in told if one), "")


def _lines(recipe: Element, name: str) -> list[Section]:
    """A paragraph each, however deep the program put them."""
    for part in _with(recipe, name):
        paragraphs = [clean.line(inner_text(one)) for one in part.iter("p")]
        return lists.sections(line for one in paragraphs or [inner_text(part)] for line in clean.lines(one))
    return []


def _links(recipe: Element) -> Iterator[Element]:
    return (link for part in _with(recipe, "recipeSource") for link in part.iter("a"))


def _nutrients(recipe: Element) -> Iterator[Element]:
    return (one for one in recipe.iter("meta") if (one.get("itemprop") or "").startswith(NUTRIENT))


def _pictures(recipe: Element, source: Source) -> Iterator[Picture]:
    for one in recipe.iter("img"):
        found = source.around.picture(one.get("src") or "")
        if found is not None:
            yield found
