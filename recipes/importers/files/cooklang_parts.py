"""The language itself: a text as steps of parts, as the canonical cases of Cooklang have them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

TEXT, INGREDIENT, COOKWARE, TIMER = "text", "ingredient", "cookware", "timer"
SIGNS = {"@": INGREDIENT, "#": COOKWARE, "~": TIMER}
SIGN = re.compile(r"[@#~]")
BRACED = re.compile(r"[@#~](?P<name>[^\s@#~{}][^@#~{}\n]{0,200})?\{(?P<amount>[^{}\n]{0,200})\}")
NOTE = re.compile(r"\(([^()\n]{0,200})\)")
BLOCK_COMMENT, LINE_COMMENT = re.compile(r"\[-.{0,20000}?-\]", re.DOTALL), re.compile(r"(?<!-)--(?!-).*$", re.MULTILINE)
FRACTION = re.compile(r"([1-9]\d{0,8})\s*/\s*([1-9]\d{0,8})")
NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,9})?")
# Before names, in newer versions: hidden, optional, new, a reference to another file.
MODIFIERS = "&?+-"


@dataclass(frozen=True)
class Part:
    """A piece of a step. `quantity` is as it was written; what is not told is ""."""

    kind: str
    name: str
    quantity: str = ""
    units: str = ""
    note: str = ""


@dataclass(frozen=True)
class Heading:
    name: str


@dataclass(frozen=True)
class Remark:
    text: str


Step = list[Part]


def read(body: str) -> Iterator[Step | Heading | Remark]:
    """What stands below the metadata, in its order. A paragraph is a step."""
    bare = LINE_COMMENT.sub("", BLOCK_COMMENT.sub("", body.replace("\r\n", "\n").replace("\r", "\n")))
    for paragraph in re.split(r"\n[^\S\n]*\n", bare):
        lines: list[str] = []
        for line in paragraph.split("\n"):
            if line.startswith(("=", ">")):
                yield from _step(lines)
                lines = []
                bar = line.strip("=> \t")
                yield Heading(bar) if line.startswith("=") else Remark(bar)
            elif line.strip():
                lines.append(line)
        yield from _step(lines)


def _step(lines: list[str]) -> Iterator[Step]:
    text = " ".join(lines).rstrip()
    if text:
        yield list(parts(text))


def parts(text: str) -> Iterator[Part]:
    at = start = 0
    while sign := SIGN.search(text, at):
        found, end = _mark(text, sign.start())
        at = end
        if found is not None:
            if text[start : sign.start()]:
                yield Part(TEXT, text[start : sign.start()])
            yield found
            start = end
    if text[start:]:
        yield Part(TEXT, text[start:])


def _mark(text: str, at: int) -> tuple[Part | None, int]:
    """The mark that begins here and where it ends; a sign without a name is text."""
    kind = SIGNS[text[at]]
    braced = BRACED.match(text, at)
    if braced and (braced["name"] or kind == TIMER):
        amount, _percent, units = braced["amount"].partition("%")
        note = NOTE.match(text, braced.end())
        name = (braced["name"] or "").strip().lstrip(MODIFIERS)
        part = Part(kind, name, amount.strip(" ="), units.strip(), note[1].strip() if note else "")
        return part, note.end() if note else braced.end()
    end = at + 1
    while end < len(text) and not _ends_a_word(text[end]):
        end += 1
    return (Part(kind, text[at + 1 : end]), end) if end > at + 1 else (None, at + 1)


def _ends_a_word(letter: str) -> bool:
    return letter.isspace() or letter in "{}~" or unicodedata.category(letter).startswith("P")


def value(quantity: str) -> Decimal | str:
    """A number for numbers and fractions; else what was written."""
    fraction = FRACTION.fullmatch(quantity)
    if fraction:
        return Decimal(fraction[1]) / Decimal(fraction[2])
    return Decimal(quantity) if NUMBER.fullmatch(quantity) else quantity
