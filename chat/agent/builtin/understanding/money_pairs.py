"""How two share a bill unevenly: 60/40, 3:2, "60 40 and I take the bigger part"."""

import re
from typing import Any

from chat.agent.builtin.understanding.money_words import ONE, PRONOUNS, SELF, names

Said = tuple[str, dict[str, Any]]
PAIR = re.compile(r"(?<![\d.,/])(?P<one>\d{1,2}|100)\s*(?:/|:|-|to)\s*(?P<other>\d{1,2}|100)(?![\d/]|[.,]\d)(?:\s*%)?")
APART = re.compile(r"(?<![\d.,/])(?P<one>\d{1,2})(?:\s+|\s*,\s*)(?P<other>\d{1,2})(?![\d/]|[.,]\d)")
NOBODY = frozenset(
    {
        "it",
        "them",
        "that",
        "and",
        "but",
        "the",
        "each",
        "we",
        "us",
        "rest",
        "split",
        "divide",
        "share",
        "so",
        "who",
        "which",
        "of",
        "for",
        "bill",
        "total",
        "receipt",
        "he",
        "she",
    }
)
BIGGER = r"(?:bigger|larger|greater|higher|more|most|major)"
SMALLER = r"(?:smaller|lesser|lower|less|minor|little)"
ROLE = re.compile(
    rf"\b(?P<who>i|{ONE})(?:'ll| will)? (?:(?:pays?|takes?|gets?|has|have|with|for|is|does|do|covers?) )?(?:the )?"
    rf"(?P<which>{BIGGER}|{SMALLER}|\d{{1,3}})\b",
    re.IGNORECASE,
)


def take_pair(text: str) -> Said:
    """60/40, 3:2, "60 40", and who has which of the two."""
    pair = PAIR.search(text) or next((one for one in APART.finditer(text) if _is_whole(one)), None)
    if pair is None:
        return text, {}
    mode = "percent" if _is_whole(pair) else "shares"
    both = [pair["one"], pair["other"]]
    rest = f"{text[: pair.start()]} {text[pair.end() :]}"
    role = next((one for one in ROLE.finditer(rest) if is_person(one["who"]) and _side(one["which"], both)), None)
    if role is None:
        return rest, {"mode": mode, "pair": both}
    value = _side(role["which"], both)
    other = both[1 - both.index(value)]
    told = {"mode": mode, "pair": [value, other], "first": names(role["who"])[0]}
    return f"{rest[: role.start()]} , {rest[role.end() :]}", told


def _is_whole(pair: re.Match[str]) -> bool:
    return int(pair["one"]) + int(pair["other"]) == 100  # noqa: PLR2004 - percent


def _side(word: str, both: list[str]) -> str:
    """Which of the two a word means; "" for neither."""
    if word in both:
        return word
    if re.fullmatch(BIGGER, word, re.IGNORECASE):
        return max(both, key=int)
    return min(both, key=int) if re.fullmatch(SMALLER, word, re.IGNORECASE) else ""


def is_person(word: str) -> bool:
    """Who is said so, or is written with a large letter, as the names of who lives here always are by now."""
    known = SELF | PRONOUNS | {"us", "we", "everybody", "everyone"}
    return word.casefold() in known or (word[:1].isupper() and word.casefold() not in NOBODY)
