"""Living Cookbook's FDX, alone or as Data.xml of a zip (FDXZ): nearly everything stands in attributes."""

from collections.abc import Iterator
from functools import partial

from recipes.importers import clean, figures, lists
from recipes.importers.draft import Draft, Failure, Picture, Section
from recipes.importers.files import pictures, xml_tree
from recipes.importers.files.amounts import line_of
from recipes.importers.files.batch import one_by_one
from recipes.importers.source import Source

HEADING, LINE = {"Y", "YES", "TRUE", "1"}, "RecipeIngredient"


def fits(source: Source) -> bool:
    return xml_tree.root_of(source) in {"fdx", "fdxz", "hixz"}


def read(source: Source) -> Iterator[Draft | Failure]:
    every = xml_tree.each(source, "Recipe")
    return one_by_one(every, partial(_drafts, source=source), lambda recipe: recipe.get("Name"))


def _drafts(recipe: xml_tree.Element, source: Source) -> Iterator[Draft]:
    if recipe.get("Name") is None and recipe.find(f".//{LINE}") is None:
        return
    made = line_of(recipe.get("Yield"), "", "") if (recipe.get("Yield") or "0").strip("0. ") else ""
    words = clean.line(recipe.get("Servings")).strip("0") or made
    yield Draft(
        title=clean.line(recipe.get("Name")),
        description=clean.text(recipe.get("Description")) or _texts(recipe, "RecipeAuthorNote"),
        ingredients=_ingredients(recipe),
        steps=_steps(recipe),
        servings=figures.servings(words),
        servings_words=words,
        prep_minutes=figures.minutes(recipe.get("PreparationTime")),
        cook_minutes=figures.minutes(recipe.get("CookingTime")),
        total_minutes=figures.minutes(recipe.get("ReadyInTime")),
        pictures=[one for image in recipe.iter("RecipeImage") for one in _pictures(image, source)],
        author=clean.line(recipe.get("Author")),
        source_url=clean.url(recipe.get("WebPage")),
        source_name=clean.line(recipe.get("Source")),
        cuisine=clean.line(recipe.get("Cuisine")),
        tags=clean.line(recipe.get("RecipeTypes")).split(","),
        notes="\n\n".join(part for part in (clean.text(recipe.get("Comments")), _texts(recipe, "RecipeTip")) if part),
        rating=figures.stars(recipe.get("UserRating") or recipe.get("Rating")),
        created=figures.day(recipe.get("CreateDate")),
    )


def _ingredients(recipe: xml_tree.Element) -> list[Section]:
    found = [Section()]
    for item in recipe.iter(LINE):
        line = line_of(item.get("Quantity"), item.get("Unit"), item.get("Ingredient"))
        if (item.get("Heading") or "").upper() in HEADING:
            found.append(Section(clean.line(item.get("Ingredient")).rstrip(":")))
        elif line:
            found[-1].lines.append(line)
    return lists.merged(found)


def _steps(recipe: xml_tree.Element) -> list[Section]:
    found = [Section()]
    for item in recipe.iter("RecipeProcedure"):
        told = clean.lines(xml_tree.text(item, "ProcedureText") or item.text)
        if (item.get("Heading") or "").upper() in HEADING and told:
            found.append(Section(told[0].rstrip(":")))
        else:
            found[-1].lines.extend(told)
    return lists.merged(found)


def _texts(recipe: xml_tree.Element, name: str) -> str:
    return "\n".join(said for one in recipe.iter(name) if (said := clean.text("".join(one.itertext()))))


def _pictures(image: xml_tree.Element, source: Source) -> list[Picture]:
    """As letters in the file, or by its name in the zip."""
    name = (image.get("FileName") or "").replace("\\", "/").rpartition("/")[2]
    beside = source.around.picture(name) if name else None
    return [beside] if beside else pictures.embedded(image.text, name or "image")
