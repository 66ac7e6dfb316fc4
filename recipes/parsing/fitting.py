"""Which unit a word means beside this name: a "filet" of oil is a splash, one of cod a piece; bay leaves are things."""

import re
from typing import NamedTuple

from kitchen.units import find_unit, read_unit
from kitchen.units.table import MASS, PACKAGE, PINCHED, UNITS, VOLUME, Unit

# What is counted so, and bought by another name: it tells nothing that a scale could use.
PIECES = re.compile(
    r"(?:(?:pieces?|lengths?|chunks?|thumbs?|portions?|scoops?|links?|twists?|grates|gratings|fingers?|jiggers?|rounds(?=\s+of\b)"
    r"|squares(?=\s+of\b)|recipe|batch(?:es)?|quantity|dots?(?=\s+of\b)|hebras?|noisettes?|ziar(?:no|na|en)|ziarenk[ao])\s+)"
    r"(?:of\s+|de\s+|d['’])?(?=\w)",
    re.IGNORECASE,
)
# At the end of a name: "3 thyme sprigs", "2 garlic cloves", "12 celery sticks", "2 Knoblauchzehen".
BEHIND = re.compile(
    r"((?:(?!\bwith\b)[^\d])+?)\s+(cloves?|sprigs?|stalks?|slices?|spears?|bulbs?|zehen?|zweige?)|(celery)\s+(sticks?|ribs?)|(gelatine?)\s+(leaves|leaf)"
    r"|(knoblauch|thymian|rosmarin)(zehen?|zweige?)",
    re.IGNORECASE,
)
NOT_BEHIND = frozenset(["whole", "dried", "ground"])


class Fit(NamedTuple):
    """A unit, how the name behind it begins, and which unit it is there; "" where it is part of the name."""

    word: str
    name: re.Pattern[str]
    code: str


NO_LIQUID = re.compile(
    r"(?:de\s+|d['’]|of\s+)(?!huil|vinaig|citron|jus|lait|sirop|crème|eau|miel|sauce|vin\b|rhum|oil)", re.IGNORECASE
)
FITS = (
    Fit("leaf", re.compile(r"(?:de\s+)?laur", re.IGNORECASE), ""),
    Fit("clove", re.compile(r"(?:de\s+)?(?:vani|wanil)", re.IGNORECASE), ""),
    Fit("splash", NO_LIQUID, ""),
    Fit("cube", re.compile(r"mas[łl]|margaryn|twar|droż|smalc", re.IGNORECASE), "block"),
    Fit("sprig", re.compile(r"(?:de\s+)?(?:canel|cannel|cynam|zimt)", re.IGNORECASE), "stick"),
)  # fmt: skip
SAID_AGAIN = frozenset([*PINCHED, "head", "ball", "clove"])
FILETS = frozenset(["filet", "filets"])


def fitted(unit: Unit, word: str, rest: str) -> Unit | None:
    """The unit that `word`, which may mean `unit`, is before such a name; None where it is a part of the name."""
    for fit in FITS:
        if fit.word == unit.code and fit.name.match(rest):
            if fit.word == "splash" and word.casefold() not in FILETS:
                continue
            return UNITS.get(fit.code)
    return unit


def again(rest: str, unit: Unit) -> int:
    """Where the name begins behind a unit that is said once more: "tsp tsp coriander", "8oz handful spinach"."""
    found = read_unit(rest)
    if not found or not rest[found[1] : found[1] + 2].strip() or not rest.startswith(" ", found[1]):
        return 0
    spoken = found[0] == unit or (
        unit.kind != PACKAGE and (found[0].kind in {MASS, VOLUME} or found[0].code in SAID_AGAIN)
    )
    return found[1] + 1 if spoken else 0


def unit_behind(name: str, *, is_counted: bool) -> tuple[str, str] | None:
    """The name without the unit at its end, and the unit's code; where nobody counts only "mint sprigs" have one."""
    if not is_counted and not name.endswith(" sprigs"):
        return None
    if not (match := BEHIND.fullmatch(name)):
        return None
    kept, word = (part for part in match.groups() if part)
    unit = find_unit(word)
    return (kept, unit.code) if unit and kept.casefold() not in NOT_BEHIND else None
