"""A pasted list becomes lines without their bullets, and a line becomes entries between its commas."""

import re
from collections.abc import Iterator

from kitchen.units import read_amount
from pantry.parsing.figures import plain_blanks

BULLET = re.compile(r"^[\s>]*(?:(?:[-*+•·▪‣–—◦●○]|\d{1,3}[.)])[ \t]+|[•·▪‣◦●○▢☐☑✓✔✅□■][ \t]*|[-*+](?=[^\W\d_]))?")
UNWRITTEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufeff\u200b\ud800-\udfff]")
BOX = re.compile(r"^(?:\[[ xX✓]?\]|[▢☐☑✓✔✅□■])[ \t]*")
# A comma between digits is a decimal sign, before a year it belongs to a date.
MARK = re.compile(r"[()]|(?:(?<!\d),|,(?![\d–—-])|;)(?!\s*(?:19|20)\d\d\b(?!\s*[^\W\d_]))")
AND = re.compile(r"\s(?:and|und|et|y|i|oraz|plus|&|\+)\s(?=\d|[½¼¾]|a\sdozen)|\s\+\s(?=[^\W\d_])", re.IGNORECASE)


def lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if bare := bulleted(line):
            yield bare


def bulleted(line: str) -> str:
    """The line without the bullet, number or box before it, and without what no keyboard writes."""
    return BOX.sub("", BULLET.sub("", UNWRITTEN.sub("", line))).strip()


def entries(line: str) -> Iterator[str]:
    """The texts between the commas outside brackets, with single blanks; what has no letter or digit is left out."""
    return (one for part in parts(line) if re.search(r"\w", part) for one in several(plain_blanks(part)))


def parts(line: str) -> Iterator[str]:
    start, depth, last = 0, 0, line.rfind(")")
    for mark in MARK.finditer(line):
        if mark[0] == "(":
            depth += mark.start() < last
        elif mark[0] == ")":
            depth = max(0, depth - 1)
        elif not depth:
            yield line[start : mark.start()]
            start = mark.end()
    yield line[start:]


def several(text: str) -> Iterator[str]:
    """What stands on both sides of an "and" before an amount: "2 l milk and 6 eggs", but not "1 lb and 4 oz beef"."""
    start = 0
    for mark in AND.finditer(text):
        left = text[start : mark.start()]
        amount = read_amount(left)
        if re.search(r"[^\W\d_]", left[amount.end :] if amount else left):
            yield left
            start = mark.end()
    yield text[start:]
