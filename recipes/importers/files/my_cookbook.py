"""My CookBook's XML: lists of <li> in <ingredient> and <recipetext>."""

from collections.abc import Iterator
from functools import partial

from recipes.importers import clean, figures, lists
from recipes.importers.draft import Draft, Failure, Picture
from recipes.importers.files import nutrition, xml_tree
from recipes.importers.files.batch import one_by_one
from recipes.importers.source import Source


def fits(source: Source) -> bool:
    return xml_tree.root_of(source) == "cookbook"


def read(source: Source) -> Iterator[Draft | Failure]:
    every = xml_tree.each(source, "recipe")
    return one_by_one(every, partial(_drafts, source=source), lambda recipe: xml_tree.text(recipe, "title"))


def _drafts(recipe: xml_tree.Element, source: Source) -> Iterator[Draft]:
    nutrients = _items(recipe, "nutrition")
    words = clean.line(xml_tree.text(recipe, "quantity"))
    yield Draft(
        title=clean.line(xml_tree.text(recipe, "title")),
        description=xml_tree.text(recipe, "description"),
        ingredients=lists.sections(_items(recipe, "ingredient")),
        steps=lists.sections(_items(recipe, "recipetext")),
        servings=figures.servings(words),
        servings_words=words,
        prep_minutes=figures.minutes(xml_tree.text(recipe, "preptime")),
        cook_minutes=figures.minutes(xml_tree.text(recipe, "cooktime")),
        total_minutes=figures.minutes(xml_tree.text(recipe, "totaltime")),
        image=clean.url(xml_tree.text(recipe, "imageurl")),
        source_url=clean.url(xml_tree.text(recipe, "url")),
        author=clean.line(xml_tree.text(recipe, "source")),
        tags=[*xml_tree.texts(recipe, "category"), *xml_tree.texts(recipe, "tag")],
        pictures=list(_pictures(recipe, source)),
        nutrients=nutrition.read("\n".join(nutrients)) or dict(_pairs(nutrients)),
        rating=figures.stars(xml_tree.text(recipe, "rating")),
        favourite=xml_tree.text(recipe, "favorite").lower() in {"1", "true"},
        notes="\n".join(_items(recipe, "comments")),
    )


def _pictures(recipe: xml_tree.Element, source: Source) -> Iterator[Picture]:
    """They are told by the paths that they had on the telephone, and lie in a folder of the zip by their names."""
    for name in ("imagepath", "image"):
        for path in xml_tree.texts(recipe, name):
            found = source.around.picture(path.rpartition("/")[2])
            if found is not None:
                yield found


def _items(recipe: xml_tree.Element, name: str) -> list[str]:
    parent = recipe.find(name)
    if parent is None:
        return []
    said = [line for item in parent.iter("li") for line in clean.lines("".join(item.itertext()))]
    return said or clean.lines(parent.text)


def _pairs(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        name, colon, value = line.partition(":")
        if colon:
            yield name.strip(), value.strip()
