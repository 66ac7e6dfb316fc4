"""Krecipes' XML: ingredients with groups, one text of instructions."""

from collections.abc import Iterator

from recipes.importers import clean, figures, lists
from recipes.importers.draft import Draft, Failure, Section
from recipes.importers.files import xml_tree
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
    )


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
