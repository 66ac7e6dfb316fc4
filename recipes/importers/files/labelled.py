"""Text with a word and a colon before each part: Saffron, Pepperplate, Plan to Eat."""

import re
from collections.abc import Iterator

from recipes.importers import clean, figures, lists
from recipes.importers.draft import Draft, Failure, Picture
from recipes.importers.files.batch import one_by_one
from recipes.importers.source import Source

LABEL = re.compile(
    r"^(title|description|source|original url|url|photo url|image|yield|yields|serves|servings|active|prep|prep time"
    r"|cook|cook time|total|total time|cookbook|section|course|cuisine|main ingredient|tags|categories|rating|notes"
    r"|ingredients|instructions|directions)[ \t]*:[ \t]*(.*)$",
    re.IGNORECASE,
)
RULE, START = re.compile(r"^-{6,}\s*$"), re.compile(r"^\s*(?:-{6,}\s*\n\s*)?title[ \t]*:", re.IGNORECASE)
INGREDIENTS = re.compile(r"^ingredients[ \t]*:", re.IGNORECASE | re.MULTILINE)
LONG = {"description", "notes", "ingredients", "instructions", "directions"}


def fits(source: Source) -> bool:
    return START.match(source.head) is not None and INGREDIENTS.search(source.text) is not None


def read(source: Source) -> Iterator[Draft | Failure]:
    return one_by_one(_parts(source.text), lambda told: [_draft(told)], lambda told: "".join(told.get("title", [])))


def _parts(text: str) -> Iterator[dict[str, list[str]]]:
    """The fields of each recipe; a title begins the next one."""
    fields: dict[str, list[str]] = {}
    name = ""
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        label = LABEL.match(line.strip("\ufeff"))
        if label and label[1].lower() == "title" and fields.get("title"):
            yield fields
            fields = {}
        if RULE.match(line):
            name = ""
        elif label and (label[1].lower() not in fields or name not in LONG):
            name = label[1].lower()
            fields[name] = [label[2]]
        elif name:
            fields[name].append(line)
    if fields:
        yield fields


def _draft(told: dict[str, list[str]]) -> Draft:
    def said(*names: str) -> str:
        return next((clean.text("\n".join(told[name])) for name in names if "".join(told.get(name, [])).strip()), "")

    words = clean.line(said("serves", "servings", "yield", "yields"))
    origin, address = clean.line(said("source")), clean.url(said("original url", "url"))
    picture = clean.url(said("photo url", "image"))
    return Draft(
        title=clean.line(said("title")).strip('"'),
        description=said("description"),
        ingredients=lists.sections(clean.lines(said("ingredients"))),
        steps=lists.sections(clean.lines(said("instructions", "directions"))),
        servings=figures.servings(words),
        servings_words=words,
        prep_minutes=figures.minutes(said("prep time", "prep", "active")),
        cook_minutes=figures.minutes(said("cook time", "cook")),
        total_minutes=figures.minutes(said("total time", "total")),
        image=picture,
        pictures=[Picture(url=picture)] if picture else [],
        source_url=address or clean.url(origin),
        source_name="" if clean.url(origin) else origin,
        cuisine=clean.line(said("cuisine")),
        category=clean.line(said("course")),
        tags=re.split(r"[,^;]", said("tags", "categories")),
        collections=[clean.line(said("cookbook"))],
        notes=said("notes"),
        rating=figures.stars(said("rating")),
    )
