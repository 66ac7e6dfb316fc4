"""CopyMeThat's page of all recipes: one <div class="recipe"> each, with ids that repeat."""

from collections.abc import Iterator
from functools import partial

from recipes.importers import clean, figures, lists
from recipes.importers.draft import Draft, Failure, Picture, Section
from recipes.importers.files.batch import one_by_one
from recipes.importers.pages.document import Element, inner_text, parse
from recipes.importers.source import Source


def fits(source: Source) -> bool:
    return 'name="copymethat' in source.head.replace(" = ", "=")


def read(source: Source) -> Iterator[Draft | Failure]:
    document = parse(source.text)
    found = [] if document is None else _with(document.root, "class", "recipe")
    return one_by_one(found, partial(_drafts, source=source), lambda recipe: _text(recipe, "id", "name"))


def _drafts(recipe: Element, source: Source) -> Iterator[Draft]:
    words = _text(recipe, "id", "recipeYield")
    link = next(iter(_with(recipe, "id", "original_link")), None)
    yield Draft(
        title=_text(recipe, "id", "name"),
        description=_text(recipe, "id", "description"),
        ingredients=_sections(recipe, "recipeIngredient", "recipeIngredient_subheader"),
        steps=_sections(recipe, "instruction", "instruction_subheader"),
        servings=figures.servings(words),
        servings_words=words,
        source_url="" if link is None else clean.url(link.get("href")),
        tags=[clean.line(inner_text(one)) for one in _with(recipe, "class", "recipeCategory")],
        pictures=list(_pictures(recipe, source)),
        rating=figures.stars(_text(recipe, "id", "ratingValue")),
        favourite=bool(_text(recipe, "id", "starred")),
        notes="\n".join(clean.line(inner_text(one)) for one in _with(recipe, "class", "recipeNote")),
    )


def _pictures(recipe: Element, source: Source) -> Iterator[Picture]:
    """In the zip, or where the web has them."""
    for one in recipe.iter("img"):
        found = source.around.picture(one.get("src") or "") or Picture(url=clean.url(one.get("src")))
        if found.data or found.url:
            yield found


def _with(root: Element, attribute: str, value: str) -> list[Element]:
    return [one for one in root.iter() if value in (one.get(attribute) or "").split()]


def _text(root: Element, attribute: str, value: str) -> str:
    return next((clean.line(inner_text(one)) for one in _with(root, attribute, value)), "")


def _sections(recipe: Element, item: str, heading: str) -> list[Section]:
    found = [Section()]
    for one in recipe.iter("li", "div"):
        kinds = (one.get("class") or "").split()
        if heading in kinds:
            found.append(Section(clean.line(inner_text(one)).rstrip(":")))
        elif item in kinds:
            found[-1].lines.append(clean.line(inner_text(one)))
    return lists.settled(found)
