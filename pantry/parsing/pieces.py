"""A pasted list becomes lines without their bullets, and a line becomes entries between its commas."""

import re
from collections.abc import Iterator

BULLET = re.compile(r"^[\s>]*(?:(?:[-*+•·▪‣–—◦●○]|\d{1,3}[.)])[ \t]+|[•·▪‣◦●○▢☐☑✓✔✅□■][ \t]*|[-*+](?=[^\W\d_]))?")
UNWRITTEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufeff\u200b\ud800-\udfff]")
BOX = re.compile(r"^(?:\[[ xX✓]?\]|[▢☐☑✓✔✅□■])[ \t]*")
# A comma between digits is a decimal sign, before a year it belongs to a date.
MARK = re.compile(r"[()]|(?:(?<!\d),|,(?!\d)|;)(?!\s*(?:19|20)\d\d\b(?!\s*[^\W\d_]))")


def lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if bare := bulleted(line):
            yield bare


def bulleted(line: str) -> str:
    """The line without the bullet, number or box before it, and without what no keyboard writes."""
    return BOX.sub("", BULLET.sub("", UNWRITTEN.sub("", line))).strip()


def entries(line: str) -> Iterator[str]:
    """The texts between the commas outside brackets, with single blanks; what has no letter or digit is left out."""
    parts, start, depth, last = [], 0, 0, line.rfind(")")
    for mark in MARK.finditer(line):
        if mark[0] == "(":
            depth += mark.start() < last
        elif mark[0] == ")":
            depth = max(0, depth - 1)
        elif not depth:
            parts.append(line[start : mark.start()])
            start = mark.end()
    return (" ".join(part.split()) for part in (*parts, line[start:]) if re.search(r"\w", part))
