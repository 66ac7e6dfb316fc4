"""What people say, by examples that can be read: chat/agent/builtin/examples/*.txt.

A heading says what is wanted ("[use amount=all after=stock]"), each line under it is one way to say it with the names
of its slots in braces. A word weighs what it tells apart: the fewer of the wishes know it, the more.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILES = Path(__file__).parent.parent.parent / "examples"
# Where one may name one thing or several.
SEVERAL = frozenset(
    {"stock", "use", "waste", "move", "freeze", "thaw", "empty", "list_add", "list_out", "tick", "remove", "add"}
)
# The wish that is answered, where the examples tell more kinds apart.
ANSWERED = {"freeze": "move", "thaw": "move", "scale": "open", "empty": "use", "list_out": "gone"}
HEADING = re.compile(r"\[(?P<kind>\w+)(?P<rest>[^\]]*)\]")
ITEM = re.compile(r"\{(?P<slot>\w+)\}|(?P<word>[^\W_]+(?:['-][^\W_]+)*)|,")
# The least that any word weighs, and what one weighs that no example has.
LEAST, STRANGE = 0.15, 1.6


@dataclass(frozen=True)
class Item:
    """A word in the form in which words are compared, or a slot."""

    word: str = ""
    slot: str = ""


@dataclass(frozen=True)
class Example:
    """`given` are the slots that its heading gives, `after` the wishes that it may follow on; any where empty."""

    kind: str
    items: tuple[Item, ...]
    given: tuple[tuple[str, str], ...] = ()
    after: frozenset[str] = frozenset()


def stem(word: str) -> str:
    """Small, without the endings of number and time."""
    plain = word.casefold().replace("'", "")
    for ending, least, instead in (("ies", 5, "y"), ("ing", 6, ""), ("ed", 5, ""), ("es", 5, ""), ("s", 4, "")):
        if plain.endswith(ending) and len(plain) >= least and not plain.endswith("ss"):
            plain = plain[: -len(ending)] + instead
            break
    return plain.removesuffix("e") if len(plain) > 4 else plain  # noqa: PLR2004 - "use" stays


def read(text: str) -> Iterator[Example]:
    kind, after = "", frozenset[str]()
    given: tuple[tuple[str, str], ...] = ()
    for line in map(str.strip, text.splitlines()):
        if found := HEADING.fullmatch(line):
            told = dict(part.split("=", 1) for part in found["rest"].split())
            kind, after = (
                found["kind"],
                frozenset(ANSWERED.get(one, one) for one in told.pop("after", "").split(",") if one),
            )
            given = tuple(told.items())
        elif line and not line.startswith("#"):
            yield Example(kind, _items(line, several=kind in SEVERAL and "{amount}" not in line), given, after)


def _items(line: str, *, several: bool) -> tuple[Item, ...]:
    found = (one for one in ITEM.finditer(line) if one["slot"] or one["word"])
    named = {"what": "things"} if several else {}
    return tuple(
        Item(slot=named.get(one["slot"], one["slot"])) if one["slot"] else Item(stem(one["word"])) for one in found
    )


@cache
def examples() -> tuple[Example, ...]:
    return tuple(one for file in sorted(FILES.glob("*.txt")) for one in read(file.read_text(encoding="utf-8")))


@cache
def weights() -> dict[str, float]:
    """Of each word, from how many of the wishes know it."""
    known: dict[str, set[str]] = defaultdict(set)
    for one in examples():
        for item in one.items:
            if item.word:
                known[item.word].add(one.kind)
    kinds = len({one.kind for one in examples()})
    return {word: LEAST + math.log((kinds + 1) / (len(of) + 0.5)) / 2 for word, of in known.items()}
