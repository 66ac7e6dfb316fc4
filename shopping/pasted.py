"""Text that was pasted from anywhere, as lines that name one thing each. Asks no database.

Notes, chats, mails and tables wrap a list into bullets, numbers, boxes, greetings and headings. What was ticked off
there has been bought already; what is talk is no thing to buy: both are left out, and told.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pantry.matching.index import foreign, key_of, names
from pantry.parsing.pieces import bulleted
from shopping.pasted_words import ARTICLE, ASKING, CLOSING, GREETING, HEADING, PLEASE, SAYING

MARKED = re.compile(r"[\s>]*(?:[-*+•·▪‣–—◦●○▢☐□■⬜⬛]|\[[ xX✓✔]?\]|\d{1,3}[.)]\s)")
TICKED = re.compile(r"[\s>]*(?:[-*+•·▪‣–—◦●○]\s*|\d{1,3}[.)]\s+)?(?:\[[xX✓✔]\]|[☑✓✔✅☒🗹]\ufe0f?|~~)\s*")
SQUARE = re.compile(r"^[⬜⬛🔲🔳🟩🟥▶➡👉🛒\s\ufe0f]+|^[^\w\s\d([\"'~≈½¼¾+-]+\s+(?=\w)")
# "[22/11/2026, 10:15] Anna: " and "22.11.26, 10:15 - Anna: " stand before what was sent in a chat.
SENT = re.compile(
    r"^\W?\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?\]?(?:\s+[-–])?\s+[^:]{1,40}:\s",
    re.IGNORECASE,
)
STYLED = re.compile(r"\*\*|__|~~|^#{1,6}\s+|`")
ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)
HEAD = re.compile(r"^\s*(?:#{1,6}\s.*|\*\*[^*]+\*\*:?|__[^_]+__:?)\s*$")
RULE = re.compile(r"^[\W_]*$")
TABLE_RULE = re.compile(r"^\s*\|?[\s:|-]*-{3}[\s:|-]*$")
AND = re.compile(r"\s+(?:and|und|et|y|i|oraz|&)\s+", re.IGNORECASE)
AMOUNT = re.compile(r"^(?:\d[\d.,/]*\s*(?:x|×|kg|g|ml|cl|dl|l|lb|oz)?\s+)", re.IGNORECASE)
# A line of so many words, among others that are marked as a list, is talk.
MANY_WORDS, SOME_MARKED = 6, 2
SHOWN, SHOWN_LETTERS = 8, 40


@dataclass(frozen=True)
class Pasted:
    """`text` is one thing a line, or several between commas; `ticked` and `talk` are the lines that were left out."""

    text: str
    ticked: tuple[str, ...] = ()
    talk: tuple[str, ...] = ()


def read_pasted(text: str) -> Pasted:
    lines = list(_lines(text))
    listed = sum(bool(MARKED.match(line)) for line in lines) >= SOME_MARKED
    kept, ticked, talk = list[str](), list[str](), list[str]()
    for at, line in enumerate(lines):
        if TICKED.match(line):
            ticked.append(_bare(TICKED.sub("", line, count=1)))
            continue
        alone, last = len(lines) == 1, not any(_may_be_thing(one) for one in lines[at + 1 :])
        is_talk = not alone and _is_talk(line, listed=listed, first=not kept, last=last)
        thing = "" if is_talk else _asked_for(_bare(line))
        (kept if thing else talk).append(thing or line.strip())
    if kept or ticked:
        return Pasted("\n".join(kept), tuple(ticked), tuple(talk))
    return Pasted("\n".join(map(_bare, lines)))


def left_out(pasted: Pasted) -> list[str]:
    """In sentences, what was not taken for things to buy."""
    told = []
    if pasted.ticked:
        told.append(_("Ticked off there already, so left out: %(names)s.") % {"names": _some(pasted.ticked)})
    if pasted.talk:
        told.append(_("Not taken for things to buy: %(lines)s") % {"lines": _some(f"“{one}”" for one in pasted.talk)})
    return told


def _some(lines: Iterable[str]) -> str:
    every = [one if len(one) <= SHOWN_LETTERS else f"{one[: SHOWN_LETTERS - 1]}…" for one in lines]
    return ", ".join([*every[:SHOWN], *(["…"] if len(every) > SHOWN else [])])


def _lines(text: str) -> Iterator[str]:
    """Without who sent them and when, and without what only draws: rules, and the heading of a table."""
    lines = text.splitlines()
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        bare = SENT.sub("", line.replace("\t", " ").replace("|", " ").rstrip())
        if not RULE.match(bare) and not TABLE_RULE.match(below):
            yield bare


def _bare(line: str) -> str:
    """Without what a text is dressed in; an amount before the name stays."""
    plain = STYLED.sub("", bulleted(SQUARE.sub("", STYLED.sub("", line).strip())))
    return SQUARE.sub("", plain).strip()


def _may_be_thing(line: str) -> bool:
    return bool(MARKED.match(line)) or not CLOSING.fullmatch(_bare(line))


def _is_talk(line: str, *, listed: bool, first: bool, last: bool) -> bool:
    """People greet before the `first` thing, and take their leave behind the `last` one."""
    marked, bare = bool(MARKED.match(line)), _bare(line)
    if (listed and HEAD.match(line)) or _is_heading(bare):
        return True
    if (first and GREETING.fullmatch(bare)) or (last and CLOSING.fullmatch(bare)):
        return not _is_known(bare)
    if _is_known(bare) or ASKING.match(bare):
        return False
    return _is_said(bare) or (not marked and _is_sentence(bare, listed=listed))


def _is_heading(bare: str) -> bool:
    named = HEADING.fullmatch(bare) or (bare.endswith(":") and not re.search(r"\d", bare))
    return bool(ADDRESS.match(bare) or named)


def _is_said(bare: str) -> bool:
    return bool(SAYING.match(bare)) and " " in bare


def _is_sentence(bare: str, *, listed: bool) -> bool:
    """Told among others that are marked as a list."""
    words = len(bare.split())
    return bare.endswith("?") or (listed and (words > MANY_WORDS or (words > 1 and bare[-1] in ".!")))


def _asked_for(line: str) -> str:
    """The things that a sentence asks for: "Can you bring milk and bread please?" is milk, bread."""
    asked = ASKING.match(line)
    bare = PLEASE.sub("", line[asked.end() :] if asked else line)
    if asked:
        bare = ARTICLE.sub("", bare.rstrip(" .!?"))
    return ", ".join(part.strip() for one in bare.split(", ") for part in _apart(one) if part.strip())


def _apart(part: str) -> Iterator[str]:
    """Milk and bread are two things: both are known, and together they are none."""
    found = None if _is_known(part) else AND.search(part)
    if found and all(map(_is_known, AND.split(part))):
        yield from (ARTICLE.sub("", one) for one in AND.split(part))
    else:
        yield part


def _is_known(part: str) -> bool:
    key = key_of(ARTICLE.sub("", AMOUNT.sub("", part.strip())))
    return key in names() or key in foreign()
