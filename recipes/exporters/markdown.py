"""Markdown that reads well as it is, and comes in again as a recipe."""

import re
from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from recipes.exporters.recipe_out import PictureOut, RecipeOut
from recipes.importers.draft import Section

MEDIA_TYPE, ENDING = "text/markdown; charset=utf-8", "md"
# What would be taken for emphasis, code, links or markup; and at the beginning of a line for a heading or a list.
SIGNS, BEGINNING = re.compile(r"([\\`*_\[\]<])"), re.compile(r"^([#>+-])", re.MULTILINE)
NUMBERED = re.compile(r"^(\d+)([.)])(?=\s)", re.MULTILINE)


def text_of(out: RecipeOut, file_of: Callable[[PictureOut], str] = lambda picture: picture.url) -> str:
    """`file_of` says where a picture lies: an address or a path; where it lies nowhere, it is left out."""
    content = out.content
    pictures = [f"![{plain(one.alt or content.name)}]({file_of(one)})" for one in out.pictures if file_of(one)]
    parts = [
        f"# {plain(content.name)}",
        *pictures[:1],
        plain(content.description),
        "  \n".join(_facts(out)),
        _part(_("Ingredients"), content.ingredients, lambda _number, line: f"- {line}"),
        _part(_("Steps"), content.steps, lambda number, line: f"{number}. {line}"),
        f"## {_('Notes')}\n\n{plain(content.notes)}" if content.notes else "",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def plain(text: str) -> str:
    return NUMBERED.sub(r"\1\\\2", BEGINNING.sub(r"\\\1", SIGNS.sub(r"\\\1", text)))


def _facts(out: RecipeOut) -> Iterator[str]:
    content = out.content
    told = [
        (_("Servings"), out.made),
        (_("Preparation"), _minutes(content.prep_minutes)),
        (_("Cooking"), _minutes(content.cook_minutes)),
        (_("Waiting"), _minutes(content.rest_minutes)),
        (_("Course"), content.category),
        (_("Cuisine"), content.cuisine),
        (_("Tags"), ", ".join(content.tags)),
        (_("Equipment"), ", ".join(content.equipment)),
        (_("Author"), content.author),
    ]
    yield from (f"**{name}:** {plain(value)}" for name, value in told if value)
    if content.source_url:
        yield f"**{_('Source')}:** <{content.source_url}>"
    elif content.source_name:
        yield f"**{_('Source')}:** {plain(content.source_name)}"


def _minutes(minutes: int | None) -> str:
    return _("%(minutes)s min") % {"minutes": minutes} if minutes else ""


def _part(title: str, sections: list[Section], write: Callable[[int, str], str]) -> str:
    lines = [f"## {title}"]
    for section in sections:
        lines += ["", f"### {plain(section.name)}", ""] if section.name else [""]
        lines += [write(number, plain(line)) for number, line in enumerate(section.lines, 1)]
    return "\n".join(lines) if sections else ""
