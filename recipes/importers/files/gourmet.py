"""Gourmet's XML: ingredients in groups, references to other recipes among them."""

from collections.abc import Iterator

from recipes.importers import clean, figures, lists
from recipes.importers.draft import Draft, Failure, Section
from recipes.importers.files import pictures, xml_tree
from recipes.importers.files.amounts import line_of
from recipes.importers.files.batch import one_by_one
from recipes.importers.source import Source


def fits(source: Source) -> bool:
    return xml_tree.root_of(source) in {"gourmetdoc", "recipedoc"}


def read(source: Source) -> Iterator[Draft | Failure]:
    every = xml_tree.each(source, "recipe")
    return one_by_one(every, _drafts, lambda recipe: xml_tree.text(recipe, "title"))


def _drafts(recipe: xml_tree.Element) -> Iterator[Draft]:
    words = clean.line(xml_tree.text(recipe, "yields", "servings"))
    yield Draft(
        title=clean.line(xml_tree.text(recipe, "title")),
        ingredients=_ingredients(recipe.find("ingredient-list")),
        steps=lists.sections(clean.lines(xml_tree.text(recipe, "instructions"))),
        servings=figures.servings(words),
        servings_words=words,
        prep_minutes=figures.minutes(xml_tree.text(recipe, "preptime")),
        cook_minutes=figures.minutes(xml_tree.text(recipe, "cooktime")),
        source_url=clean.url(xml_tree.text(recipe, "link")),
        source_name=clean.line(xml_tree.text(recipe, "source")),
        cuisine=clean.line(xml_tree.text(recipe, "cuisine")),
        tags=clean.line(xml_tree.text(recipe, "category")).split(","),
        pictures=[one for image in recipe.iterfind("image") for one in pictures.embedded(image.text, "image")],
        rating=figures.stars(xml_tree.text(recipe, "rating")),
        notes=xml_tree.text(recipe, "modifications"),
    )


def _ingredients(parent: xml_tree.Element) -> list[Section]:
    found = [Section()]
    for child in [] if parent is None else parent:
        if child.tag in {"inggroup", "ingredient-group"}:
            name = clean.line(xml_tree.text(child, "groupname") or child.get("name"))
            found.append(Section(name, [_line(one) for one in child if one.tag in {"ingredient", "ingref"}]))
            found.append(Section())
        elif child.tag in {"ingredient", "ingref"}:
            found[-1].lines.append(_line(child))
    return lists.merged(found)


def _line(item: xml_tree.Element) -> str:
    if item.tag == "ingref":
        return line_of(item.get("amount"), item.get("unit"), item.text)
    return line_of(*(xml_tree.text(item, part) for part in ("amount", "unit", "item")))
