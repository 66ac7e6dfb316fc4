"""The two large boxes of a recipe's form: ingredients and steps as people type them, and as sections of lines."""

import re

from kitchen.visible import one_line, visible
from recipes.importers.draft import Section
from recipes.parsing import parse_line

LONGEST_HEADING = 60
NUMBERED = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[-*•–])\s+")
BLANK = re.compile(r"\n[ \t]*\n")


def read_ingredients(text: str) -> list[Section]:
    """One ingredient a line; "For the sauce:" begins a section."""
    return parted(Section("", visible(text).splitlines()))


def parted(section: Section) -> list[Section]:
    """The section, and those that headings among its lines begin."""
    found = [Section(one_line(section.name))]
    for line in map(one_line, section.lines):
        read = parse_line(line) if line else None
        if read is None:
            continue
        if read.section:
            found.append(Section(heading(line)))
        else:
            found[-1].lines.append(line)
    return [one for one in found if one.lines]


def read_steps(text: str) -> list[Section]:
    """One step a paragraph where there are blank lines, else one a line; "Sauce:" begins a section."""
    text = visible(text).strip("\n")
    parts = BLANK.split(text) if BLANK.search(text) else text.splitlines()
    found = [Section()]
    for part in parts:
        first, _, rest = part.strip().partition("\n")
        if is_heading(first):
            found.append(Section(heading(first)))
        if step := without_number(one_line(rest if is_heading(first) else part)):
            found[-1].lines.append(step)
    return [one for one in found if one.lines]


def is_heading(line: str) -> bool:
    return line.rstrip().endswith(":") and len(line) <= LONGEST_HEADING


def heading(line: str) -> str:
    return one_line(line).rstrip(": ").lstrip("#*- ")


def without_number(step: str) -> str:
    """Steps are numbered on the page; "1." in front of the typed text would be said twice."""
    return NUMBERED.sub("", step)


def write_ingredients(sections: list[Section]) -> str:
    return "\n\n".join("\n".join([*titled(one), *one.lines]) for one in sections)


def write_steps(sections: list[Section]) -> str:
    return "\n\n".join(part for one in sections for part in [*titled(one), *one.lines])


def titled(section: Section) -> list[str]:
    return [f"{section.name}:"] if section.name else []
