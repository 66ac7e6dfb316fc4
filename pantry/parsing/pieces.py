"""A pasted list becomes lines without their bullets, and a line becomes entries between its commas."""

import re
from collections.abc import Iterator

BULLET = re.compile(r"^[\s>]*(?:(?:[-*+•·▪‣–—◦●○]|\d{1,3}[.)])[ \t]+|[•·▪‣◦●○▢☐☑✓✔✅□■][ \t]*|[-*+](?=[^\W\d_]))?")
BOX = re.compile(r"^(?:\[[ xX✓]?\]|[▢☐☑✓✔✅□■])[ \t]*")
# A comma between digits is a decimal sign, before a year it belongs to a date.
COMMA = re.compile(r"(?:(?<!\d),|,(?!\d)|;)(?!\s*(?:19|20)\d\d\b(?!\s*[^\W\d_]))")
LONGEST = 500


def lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if bare := bulleted(line[:LONGEST]):
            yield bare


def bulleted(line: str) -> str:
    """The line without the bullet, number or box before it."""
    return BOX.sub("", BULLET.sub("", line)).strip()


def entries(line: str) -> Iterator[str]:
    """The texts between the commas outside brackets."""
    start = 0
    for comma in COMMA.finditer(line):
        if line.count("(", 0, comma.start()) > line.count(")", 0, comma.start()) and ")" in line[comma.end() :]:
            continue
        yield line[start : comma.start()]
        start = comma.end()
    yield line[start:]
