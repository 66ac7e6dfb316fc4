"""Flat lines as sections: "For the sauce:" on a line of its own is the name of what follows."""

import re
from collections.abc import Iterable

from recipes.importers.draft import Section

LONGEST_NAME = 80
NUMBERED = re.compile(
    r"^\s*(?:(?:step|schritt|étape|etape|paso|passo|krok|stap|trin|steg)\s*)?(\d{1,2})\s*(?:[.):]|[-–]\s)\s*(?=\D)",
    re.IGNORECASE,
)
ONLY_NUMBER = re.compile(
    r"^(?:(?:step|schritt|étape|etape|paso|passo|krok|stap|trin|steg)\s*)?\d{1,2}\s*[.):]?$", re.IGNORECASE
)
MARKED = re.compile(r"^[=*_#\[{~-]{1,4}\s*([^\W\d_][^=*_#\[\]{}~]*?)\s*[=*_#\]}~-]{1,4}:?$")


def heading(line: str) -> str:
    """The name that a line gives to the lines after it, or nothing: "Sauce:", "## Sauce", "*** Sauce ***"."""
    marked = MARKED.match(line) or re.match(r"^#{1,6}\s+(.+)$", line)
    if marked:
        return marked.group(1).strip(" :")
    bare = line.rstrip()
    if bare.endswith(":") and len(bare) <= LONGEST_NAME and not re.search(r"\d|[.!?]\s", bare):
        return bare.rstrip(": ")
    return ""


def sections(lines: Iterable[str]) -> list[Section]:
    """Lines below the names of their sections. A name with nothing below it was a line."""
    found = [Section()]
    for line in lines:
        name = heading(line)
        if name:
            found.append(Section(name))
        else:
            found[-1].lines.append(line)
    last = found.pop() if found[-1].name and not found[-1].lines and len(found) > 1 else None
    if last is not None:
        found[-1].lines.append(last.name)
    return settled(found)


def settled(found: list[Section]) -> list[Section]:
    """Without what is empty. Where nothing has lines, the names were the lines."""
    kept = [section for section in found if section.lines]
    if not kept:
        names = [section.name for section in found if section.name]
        return [Section(lines=names)] if names else []
    return kept


def merged(found: list[Section]) -> list[Section]:
    """Neighbours of the same name as one."""
    kept: list[Section] = []
    for section in settled(found):
        if kept and kept[-1].name == section.name:
            kept[-1].lines.extend(section.lines)
        else:
            kept.append(section)
    return kept


def unnumbered(found: list[Section]) -> list[Section]:
    """Steps without the numbers that the page wrote before them, where it did so for nearly all."""
    for section in found:
        section.lines = [line for line in section.lines if not ONLY_NUMBER.match(line)]
    every = [line for section in found for line in section.lines]
    counted = [match for line in every if (match := NUMBERED.match(line))]
    if counted and len(counted) * 5 >= len(every) * 4 and int(counted[0].group(1)) <= 1:
        for section in found:
            section.lines = [NUMBERED.sub("", line) for line in section.lines]
    return settled(found)
