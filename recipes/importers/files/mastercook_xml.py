"""MasterCook's mx2: <RcpE> with <IngR qty unit name>, <DirT> for each step."""

from collections.abc import Iterator
from functools import partial

from recipes.importers import clean, figures, lists
from recipes.importers.draft import Draft, Failure, Section
from recipes.importers.files import xml_tree
from recipes.importers.files.amounts import line_of
from recipes.importers.files.batch import one_by_one
from recipes.importers.source import Source

# What found no room on a line goes on below it: "= (or 1/4 cup chopped onion)".
GOES_ON = "= "


def fits(source: Source) -> bool:
    return xml_tree.root_of(source) == "mx2"


def read(source: Source) -> Iterator[Draft | Failure]:
    every = xml_tree.each(source, "RcpE")
    return one_by_one(every, partial(_drafts, source=source), lambda recipe: recipe.get("name"))


def _drafts(recipe: xml_tree.Element, source: Source) -> Iterator[Draft]:
    serving = recipe.find("Serv")
    servings = clean.line(serving.get("qty")) if serving is not None else ""
    yields = recipe.find("Yield")
    made = "" if yields is None else line_of(_number(yields.get("qty")), yields.get("unit"), "")
    words = servings if servings.strip("0") else made
    picture = source.around.picture((recipe.get("img") or "").replace("\\", "/").rpartition("/")[2])
    yield Draft(
        title=clean.line(recipe.get("name")),
        description=xml_tree.text(recipe, "Desc"),
        ingredients=_ingredients(recipe),
        steps=lists.sections(line for step in xml_tree.every(recipe, "DirT") for line in clean.lines(step.text)),
        servings=figures.servings(words),
        servings_words=words,
        prep_minutes=_minutes(recipe, "PrpT"),
        total_minutes=_minutes(recipe, "TTim"),
        pictures=[picture] if picture else [],
        author=_known(recipe.get("author")),
        source_name=xml_tree.text(recipe, "Srce"),
        cuisine=xml_tree.text(recipe, "Natn"),
        tags=xml_tree.texts(recipe, "CatT"),
        notes=xml_tree.text(recipe, "Note"),
    )


def _ingredients(recipe: xml_tree.Element) -> list[Section]:
    found = [Section()]
    for item in xml_tree.every(recipe, "IngR"):
        line = line_of(item.get("qty"), item.get("unit"), item.get("name"), xml_tree.text(item, "IPrp"))
        if line.startswith(GOES_ON) and found[-1].lines:
            found[-1].lines[-1] += f" {line.lstrip('= ')}"
        elif not item.get("qty") and lists.heading(line):
            found.append(Section(lists.heading(line)))
        else:
            found[-1].lines.append(line)
    return lists.settled(found)


def _minutes(recipe: xml_tree.Element, name: str) -> int | None:
    element = recipe.find(name)
    return None if element is None else figures.minutes(element.get("elapsed"))


def _number(told: str | None) -> str:
    """Without the zeros after the point, with which they are kept."""
    return told.rstrip("0").rstrip(".") if told and "." in told else told or ""


def _known(author: str | None) -> str:
    return "" if (author or "").lower() in {"n/a", "unknown"} else clean.line(author)
