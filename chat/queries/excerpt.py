"""A few words of a message for a list: its first ones, or those around what was looked for."""

import re
from dataclasses import dataclass

LONGEST, BEFORE = 120, 40
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
MARKS = re.compile(r"[*_`~]+|^\s*(?:[-+#>]+|\d+\.)\s+|\|", re.MULTILINE)


@dataclass(frozen=True)
class Piece:
    """Some words, and whether they are what was looked for."""

    text: str
    hit: bool = False


def plain(text: str) -> str:
    """Markdown as one line without its marks."""
    return " ".join(MARKS.sub("", LINK.sub(r"\1", text)).split())


def first_words(text: str) -> list[Piece]:
    words = plain(text)
    if not words:
        return []
    return [Piece(words if len(words) <= LONGEST else words[:LONGEST].rstrip() + "…")]


def excerpt(text: str, wanted: str) -> list[Piece]:
    """What stands around the first of the words, each of them told apart."""
    words, found = plain(text), [re.escape(word) for word in wanted.split()]
    pattern = re.compile(f"({'|'.join(sorted(found, key=len, reverse=True))})", re.IGNORECASE)
    first = pattern.search(words)
    if first is None:
        return first_words(text)
    start = max(0, first.start() - BEFORE)
    if start:
        start = words.rfind(" ", 0, start + 1) + 1
    end = start + LONGEST
    cut = ("…" if start else "") + words[start:end].rstrip() + ("…" if end < len(words) else "")
    return [Piece(part, bool(number % 2)) for number, part in enumerate(pattern.split(cut)) if part]
