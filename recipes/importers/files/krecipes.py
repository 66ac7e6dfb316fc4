"""Krecipes' XML: ingredients with groups, one text of instructions."""

from collections.abc import Iterator
from decimal import Decimal

from recipes.importers import clean, figures, lists
from recipes.importers.draft import Comment, Draft, Failure, Section
from recipes.importers.files import pictures, xml_tree
from recipes.importers.files.amounts import line_of
from recipes.importers.files.batch import one_by_one
from recipes.importers.source import Source


def fits(source: Source) -> bool:
    return xml_tree.root_of(source) == "krecipes"


def read(source: Source) -> Iterator[Draft | Failure]:
    every = xml_tree.each(source, "krecipes-recipe")
    return one_by_one(every, _drafts, lambda recipe: xml_tree.text(recipe, "title"))


def _drafts(recipe: xml_tree.Element) -> Iterator[Draft]:
    words = xml_tree.text(recipe, "serving", "yield/amount")
    yield Draft(
        title=clean.line(xml_tree.text(recipe, "title")),
        author=", ".join(xml_tree.texts(recipe, "author")),
        ingredients=_ingredients(recipe.find("krecipes-ingredients")),
        steps=lists.sections(clean.lines(xml_tree.text(recipe, "krecipes-instructions"))),
        servings=figures.servings(words),
        servings_words=clean.line(words),
        prep_minutes=figures.minutes(xml_tree.text(recipe, "preparation-time")),
        tags=xml_tree.texts(recipe, "cat"),
        pictures=[one for pic in recipe.iter("pic") for one in pictures.embedded(pic.text, f"pic-{pic.get('id')}")],
        rating=_rating(recipe),
        comments=list(_comments(recipe)),
    )


def _rating(recipe: xml_tree.Element) -> Decimal | None:
    """The average over all that was judged."""
    given = [stars for one in recipe.iter("stars") if (stars := figures.stars(one.text)) is not None]
    return round(sum(given, Decimal(0)) / len(given), 2) if given else None


def _comments(recipe: xml_tree.Element) -> Iterator[Comment]:
    for one in recipe.iterfind("krecipes-ratings/rating"):
        yield Comment(clean.line(xml_tree.text(one, "rater")), xml_tree.text(one, "comment"))


def _ingredients(parent: xml_tree.Element) -> list[Section]:
    found = [Section()]
    for child in [] if parent is None else parent:
        if child.tag == "ingredient-group":
            found.append(Section(clean.line(child.get("name")), [_line(one) for one in child.iterfind("ingredient")]))
            found.append(Section())
        elif child.tag == "ingredient":
            found[-1].lines.append(_line(child))
    return lists.merged(found)


def _line(item: xml_tree.Element) -> str:
    amount, unit, name = (xml_tree.text(item, part) for part in ("amount", "unit", "name"))
    return line_of(amount, unit, name, ", ".join(xml_tree.texts(item, "prep")))
