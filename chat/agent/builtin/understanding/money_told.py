"""Whose part of a bill is how much, in whatever order it is told: "i pay a quarter, bob the rest", "mine is 60".

A bill is cut into pieces; a piece with one person, one value and else only words of owing tells a part. What cannot be
a part is left to who reads the rest of the bill.
"""

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from chat.agent.builtin.understanding.money_words import AMOUNT, COUNTS_THINGS, MONEY, ONES, names, plain_number
from pantry.matching.index import vocabulary

NAMED = ("half", "third", "quarter", "fifth")
COUNT = rf"(?:an?|the|{'|'.join(ONES)}|\d)"
VALUE = re.compile(
    rf"(?P<share>(?:{COUNT}[ -])?(?:half|thirds?|quarters?|fifths?)\b(?:\s+of\s+(?:it|that|this|the\s+(?:bill|total"
    rf"|sum|costs?)))?|(?<![\d.,/])\d/\d\d?(?![\d/]))"
    r"|(?P<percent>\d{1,3}(?:[.,]\d+)?)\s*(?:%|percent\b|per\s+cent\b)"
    r"|(?P<rest>(?:the\s+|all\s+the\s+)?(?:rest|remainder|remaining\s+\w+|others?\s+(?:half|part|third|quarter)"
    r"|what(?:'s|\s+is)\s+left|everything\s+else))\b"
    r"|(?P<times>double|twice|triple)\b(?:\s+as\s+much)?(?:\s+as\s+(?:(?P<than>me|i)\b|(?-i:[A-Z][\w-]+)))?"
    rf"|(?P<amount>(?<![\w.,/:]){AMOUNT}(?![\w/:]))(?:\s+of\s+(?:it|that|this|them))?",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"\b(?:(?P<me>i'm|i|me|myself|mine|my|he|she)\b|(?P<name>(?-i:[A-Z])[\w-]*[a-z][\w-]*)(?:'s?)?(?=[^\w'-]|$))",
    re.IGNORECASE,
)
NO_NAMES = frozenset(
    {
        "dinner",
        "lunch",
        "breakfast",
        "drinks",
        "party",
        "cinema",
        "water",
        "gas",
        "takeaway",
        "food",
        "pizza",
        "restaurant",
    }
    | {"bill", "total", "rent", "groceries", "shopping", "electricity", "uber", "taxi", "receipt", "half", "the", "my"}
    | {
        "one",
        "two",
        "three",
        "tab",
        "all",
        "for",
        "split",
        "divide",
        "share",
        "and",
        "but",
        "only",
        "just",
        "we",
        "both",
    }
    | {
        "please",
        "ok",
        "no",
        "so",
        "double",
        "twice",
        "a",
        "an",
        "sorry",
        "actually",
        "wait",
        "paid",
        "each",
        "everyone",
    }
)
# What is said around a person and a value without saying what was bought.
OWING = re.compile(
    r"(?:pays?|paying|has|have|had|to|takes?|gets?|owes?|covers?|puts?|in|gives?|does|do|is|are|was|were|be|goes|on|for"
    r"|from|by|should|shall|will|'ll|must|only|just|alone|got|which|ll|ve|m|still|wants?|him|her|his|their|and|but|so|while|then|the|a|of|it|that|this|them|share|part"
    r"|bit|portion|half|alone|me|back|costs?|at|:|=|'s|please|each|whole|said|say|let's|let)",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|[:=]")
CUT = re.compile(
    r"\s*[,;:](?!\d)\s*|\s*\((?=[^)]*[^\W\d_])|\)\s*(?=[,.;]|$)|[.!?]+(?!\d)\s*|\s+-\s+"
    r"|\s+(?:and|but|while|whereas|so)\s+|\n",
    re.IGNORECASE,
)
IN_SHARES = re.compile(r"\b(?:shares|parts|portions|ratio)\b", re.IGNORECASE)
PAYING = re.compile(r"\b(?:paid|spent|bought|got(?! to)|lent)\b", re.IGNORECASE)
ALONE = re.compile(r"\balone\b|\bonly (?:mine|for|(?-i:[A-Z]))", re.IGNORECASE)
OF_IT = re.compile(r"\bof\s+(?:which|it|that|this|them)\b", re.IGNORECASE)
PAYS = re.compile(
    r"\b(?:pays?|paying|owes?|covers?|takes?|gets?|has to|should|will|'ll|share|part|puts?)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Part:
    """`kind` is share, percent, rest, times or amount; `of_it` says that it may be a thing of the bill."""

    person: str
    kind: str
    value: str
    of_it: bool = False


def take_told(text: str) -> tuple[str, dict[str, Any]]:
    """The text without its parts, and what they make together; nothing where they make no bill."""
    rest: list[str] = []
    parts: list[Part] = []
    for piece in pieces(text):
        part = _part(piece)
        if part is None:
            rest.append(piece)
        else:
            parts.append(part)
    said = {} if IN_SHARES.search(text) and any(part.kind == "amount" for part in parts) else _said(parts)
    return (", ".join(rest), said) if said else (text, {})


def pieces(text: str) -> list[str]:
    """Cut at its signs and joints, and where a person with a value is followed by the next."""
    found: list[str] = []
    for piece in CUT.split(text):
        marks = sorted(
            [(one.start(), one.end(), "v") for one in VALUE.finditer(piece)]
            + [(one.start(), one.end(), "p") for one in people_in(piece)]
        )
        at = 0
        if pairs := PAIRED.fullmatch("".join(mark[2] for mark in marks)):
            for mark in marks[len(pairs[1]) :: 2]:
                found.append(piece[at : mark[0]])
                at = mark[0]
        found.append(piece[at:])
    return [one.strip() for one in found if one.strip()]


# "60 1/3 Bob 2/3 me": values and persons by turns, behind the total.
PAIRED = re.compile(r"(v?)(?:(?:vp){2,}|(?:pv){2,})")


def people_in(piece: str) -> list[re.Match[str]]:
    return [one for one in PERSON.finditer(piece) if one["me"] or _is_name(one["name"].casefold())]


def _is_name(word: str) -> bool:
    return word not in NO_NAMES and word not in vocabulary()


def _part(piece: str) -> Part | None:
    values, rest = list(VALUE.finditer(piece)), VALUE.sub(" ", piece)
    who = people_in(rest)
    if len(values) != 1 or PAYING.search(piece):
        return None
    named = {names(one.group())[0] for one in who}
    if owed := OWED_TO.search(piece):
        named -= {names(owed["whom"])[0]}
    left = PERSON.sub(lambda one: " " if one in who or names(one.group())[0] in named else one.group(), rest)
    if len(named) != 1 or any(not OWING.fullmatch(word) for word in WORD.findall(left)):
        return None
    kind = values[0].lastgroup or ""
    kind = "times" if kind == "than" else kind
    of_it = bool(OF_IT.search(values[0].group()) or ALONE.search(rest)) and not PAYS.search(rest)
    return Part(named.pop(), kind, values[0][kind], of_it and kind == "amount")


# Who is owed has no part by that; "i owe Bob 10" says mine.
OWED_TO = re.compile(r"\b(?:owes?|pays?|gives?)\s+(?P<whom>me|(?-i:[A-Z][\w-]+))\b", re.IGNORECASE)


def _said(parts: list[Part]) -> dict[str, Any]:
    people = [part.person for part in parts]
    if not parts or len(set(people)) != len(people):
        return {}
    kinds = {part.kind for part in parts}
    if len(parts) == 1 and (parts[0].of_it or kinds == {"rest"}):
        return {}
    if kinds <= {"amount", "rest"}:
        return {"mode": "exact", "parts": [_told(one) for one in parts]}
    if kinds <= {"percent", "rest"}:
        return _percents(parts)
    if kinds == {"times"}:
        return {"mode": "shares", "parts": [{"person": one.person, "value": _times(one.value)} for one in parts]}
    return _of_shares(parts) if kinds <= {"share", "rest"} else {}


def _percents(parts: list[Part]) -> dict[str, Any]:
    said = [_told(one) for one in parts]
    left = 100 - sum(Decimal(one["value"]) for one in said if one["value"] != "rest")
    told = [{**one, "value": f"{left:f}" if one["value"] == "rest" else one["value"]} for one in said]
    return {"mode": "percent", "parts": told} if left >= 0 else {}


def _told(part: Part) -> dict[str, str]:
    value = "rest" if part.kind == "rest" else plain_number(part.value) if part.kind == "amount" else part.value
    return {"person": part.person, "value": value.replace(",", ".")}


def _times(word: str) -> str:
    return "3" if word.casefold().startswith("triple") else "2"


def _of_shares(parts: list[Part]) -> dict[str, Any]:
    """A quarter for one, the rest for another: so many of four."""
    shares = {one.person: _fraction(one.value) for one in parts if one.kind == "share"}
    whole = math.lcm(*(share.denominator for share in shares.values()))
    counted = {person: int(share * whole) for person, share in shares.items()}
    left = whole - sum(counted.values())
    rest = [one.person for one in parts if one.kind == "rest"]
    if left < 0 or len(rest) > 1 or (rest and not left):
        return {}
    counted |= dict.fromkeys(rest, left)
    told = [{"person": person, "value": str(value)} for person, value in counted.items()]
    return {"mode": "shares", "parts": told, "whole": whole}


def _fraction(text: str) -> Fraction:
    if found := re.search(r"(\d)/(\d\d?)", text):
        return Fraction(int(found[1]), max(int(found[2]), 1))
    words = text.casefold().replace("-", " ").split()
    of = next(at for at, name in enumerate(NAMED, start=2) if any(word.startswith(name) for word in words))
    count = words[0]
    return Fraction(ONES.index(count) + 1 if count in ONES else int(count) if count.isdigit() else 1, of)


def unexplained(text: str) -> bool:
    """Whether what is left of a bill tells of more than its total: a share or a second sum that nobody has read."""
    if sum(not COUNTS_THINGS.match(text[one.end() :]) for one in MONEY.finditer(text)) > 1:
        return True
    return any(
        one.lastgroup != "amount" and not (one.lastgroup == "rest" and TOGETHER.search(text))
        for one in VALUE.finditer(text)
    )


TOGETHER = re.compile(
    r"\b(?:we|us|both|shared?|split|equal\w*|even\w*|together|everybody|everyone|all|half)\b", re.IGNORECASE
)
