"""What is other between two contents of a recipe, line by line."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from recipes.content import RecipeContent
from recipes.importers.draft import Section
from recipes.models import Difficulty
from recipes.queries.times import how_long
from recipes.sections import titled


@dataclass(frozen=True)
class Change:
    """A line that is "same", "added" or "removed"."""

    kind: str
    text: str


@dataclass(frozen=True)
class Part:
    """One part of a recipe that was changed, with all of its lines."""

    name: str
    title: str
    lines: list[Change]


def one(value: Any) -> list[str]:
    return [str(value)] if value else []


def lines_of_text(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def minutes(value: int | None) -> list[str]:
    return one(how_long(value))


def plainly(value: Any) -> list[str]:
    return [f"{value.normalize():f}"] if value else []


def hardness(value: int | None) -> list[str]:
    return [str(Difficulty(value).label)] if value else []


def in_sections(sections: list[Section]) -> list[str]:
    return [line for section in sections for line in (*titled(section), *section.lines)]


def declared(label: dict[str, str]) -> list[str]:
    return [_("%(name)s: %(value)s") % {"name": name, "value": value} for name, value in label.items()]


PARTS: tuple[tuple[str, Any, Callable[[Any], list[str]]], ...] = (
    ("name", lazy("Name"), one),
    ("emoji", lazy("Picture on the plate"), one),
    ("description", lazy("In a few words"), lines_of_text),
    ("servings", lazy("For how many"), plainly),
    ("servings_of", lazy("Of what"), one),
    ("yields", lazy("Makes"), one),
    ("ingredients", lazy("Ingredients"), in_sections),
    ("steps", lazy("What to do"), in_sections),
    ("prep_minutes", lazy("Preparation"), minutes),
    ("cook_minutes", lazy("Cooking"), minutes),
    ("rest_minutes", lazy("Waiting"), minutes),
    ("difficulty", lazy("Difficulty"), hardness),
    ("category", lazy("Course"), one),
    ("cuisine", lazy("Cuisine"), one),
    ("tags", lazy("Tags"), list),
    ("equipment", lazy("What it takes"), list),
    ("notes", lazy("Notes"), lines_of_text),
    ("source_name", lazy("Where it is from"), one),
    ("author", lazy("Whose recipe it is"), one),
    ("source_url", lazy("Link"), one),
    ("label", lazy("Declared of one serving"), declared),
)


def compare(before: RecipeContent, after: RecipeContent) -> list[Part]:
    """The parts that are other, in the order of the form."""
    return [
        Part(name, str(title), list(differing(told(getattr(before, name)), told(getattr(after, name)))))
        for name, title, told in PARTS
        if getattr(before, name) != getattr(after, name)
    ]


def differing(before: list[str], after: list[str]) -> Iterator[Change]:
    """All lines of both: what was taken out of a place stands before what came into it."""
    for kind, first, last, begin, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from (Change("same", line) for line in before[first:last])
        else:
            yield from (Change("removed", line) for line in before[first:last])
            yield from (Change("added", line) for line in after[begin:end])


def titles_of(before: RecipeContent, after: RecipeContent) -> list[str]:
    """The names of the parts that are other."""
    return [str(title) for name, title, _told in PARTS if getattr(before, name) != getattr(after, name)]
