"""What is named in a wish: "200 g rice, the old salad and two eggs" are three things with their amounts."""

import re
from dataclasses import dataclass

from kitchen.units import read_number, read_unit
from pantry.matching.index import key_of, names
from pantry.queries.foods import match

DETERMINERS = re.compile(
    r"(?:the|some|any|my|our|your|this|that|these|those|more|of|a few|a couple of|another|both|enough|fresh)\s+",
    re.IGNORECASE,
)
STATES = re.compile(
    r"(?:old|rotten|mouldy|moldy|bad|spoiled|spoilt|expired|stale|dead|wilted|soggy|sour|remaining|"
    r"last|left-?over|whole|entire)\s+",
    re.IGNORECASE,
)
ALL = re.compile(
    r"(?:all(?: of)?(?: the| my| our)?|(?:the )?(?:whole|entire)|(?:the )?(?:rest|remainder|last(?: "
    r"bit)?|remains) of(?: the| my| our)?"
    r"|(?:the )?(?:last|remaining)|both(?: of)?(?: the| my| our)?|everything of(?: the)?)\s+",
    re.IGNORECASE,
)
SHARES = re.compile(
    r"(?P<share>half|a half|a third|a quarter|two thirds|three quarters)\s+(?:of\s+)?(?:the|my|our|that)\s+",
    re.IGNORECASE,
)
ROUGH = re.compile(
    r"(?:a (?:bit|little|splash|dash|drop|lot|handful) of|some of|a little|lots of|plenty of)\s+(?:the\s+)?",
    re.IGNORECASE,
)
OF = re.compile(r"\s+(?:of\s+)?(?:the\s+)?", re.IGNORECASE)
JOINTS = re.compile(r"\s*,(?!\d)\s*(?:(?:and|&)\s+)?|\s+(?:and|&|plus|as well as)\s+", re.IGNORECASE)
TAIL = re.compile(
    r"\s+(?:too|as well|again|today|yesterday|tonight|this morning|just now|already|left|by accident|"
    r"for (?:breakfast|lunch|dinner|supper))$",
    re.IGNORECASE,
)
ABOUT = re.compile(r"^(?:about|around|roughly|approximately|maybe|like|some|say|so|ca\.?)\s+", re.IGNORECASE)
EDGES = " \t.,;:!?\"'"


@dataclass(frozen=True)
class Thing:
    """`amount` is "" where nobody said how much, "all" for all of it; `rough` where it was said but not in figures."""

    name: str
    amount: str = ""
    rough: bool = False

    @property
    def typed(self) -> str:
        return f"{self.amount} {self.name}".strip()


def things(text: str) -> list[Thing]:
    found: list[Thing] = []
    for part in parts(text):
        amount = _amount_alone(part)
        found = [*found[:-1], Thing(found[-1].name, amount)] if found and amount else [*found, thing(part)]
    return [one for one in found if one.name]


def _amount_alone(text: str) -> str:
    """“a knob of butter, about 20 g”: the second is of the first."""
    plain = ABOUT.sub("", text.strip(EDGES))
    number = read_number(plain)
    unit = read_unit(plain, number[1] + len(plain[number[1] :]) - len(plain[number[1] :].lstrip())) if number else None
    return plain if unit and not plain[unit[1] :].strip(EDGES) else ""


def parts(text: str) -> list[str]:
    """Cut at commas and "and", but not through a food that has one in its name ("salt and pepper" is cut, too)."""
    cut = [part for part in JOINTS.split(text) if part]
    joined: list[str] = []
    for part in cut:
        whole = f"{joined[-1]} and {part}" if joined else ""
        if whole and f" {whole}" in f" {text}" and is_food(thing(whole).name):
            joined[-1] = whole
        else:
            joined.append(part)
    return joined


def is_food(name: str) -> bool:
    return " and " in name and match(name).confidence >= 0.97  # noqa: PLR2004 - nearly the very words


def thing(text: str) -> Thing:
    rest = text.strip(EDGES)
    while (tail := TAIL.search(rest)) and tail.start():
        rest = rest[: tail.start()].strip(EDGES)
    if found := ALL.match(rest):
        return Thing(named(rest[found.end() :]), "all")
    if found := SHARES.match(rest):
        return Thing(named(rest[found.end() :]), found["share"].casefold())
    if found := ROUGH.match(rest):
        return Thing(named(rest[found.end() :]), rough=True)
    return measured(bare(rest))


def measured(text: str) -> Thing:
    """A number and perhaps a unit before the name."""
    number = read_number(text)
    if number is None:
        return Thing(named(text))
    behind = re.compile(r"\s*(?:x\s*)?").match(text, number[1])
    at = behind.end() if behind else number[1]
    unit = read_unit(text, at)
    end = unit[1] if unit else number[1]
    if unit and (gap := OF.match(text, end)) and named(text[gap.end() :]):
        return Thing(named(text[gap.end() :]), text[:end].strip())
    name = named(text[number[1] :])
    return Thing(name, text[: number[1]].strip()) if name else Thing(named(text))


def bare(text: str) -> str:
    """Without the words before an amount or a name that say which one."""
    rest = text
    while found := DETERMINERS.match(rest):
        rest = rest[found.end() :]
    return rest


def named(text: str) -> str:
    """The name alone: "the old salad" is "salad"."""
    rest = bare(text.strip(EDGES))
    while (found := STATES.match(rest)) and rest[found.end() :].strip(EDGES) and key_of(rest) not in names():
        rest = bare(rest[found.end() :])
    return rest.strip(EDGES)


def with_unit(amount: str, before: str) -> str:
    """In the unit of the amount that it corrects, unless that would be another order of size: "no wait, 50"."""
    number, old = read_number(amount), read_number(before)
    unit = before[old[1] :].strip() if old else ""
    if not number or not old or number[1] != len(amount) or not unit or not read_unit(unit):
        return amount
    return f"{amount} {unit}" if 10 * number[0] >= old[0] else amount


def place_named(text: str) -> str:
    """A place without its article."""
    return re.sub(r"^(?:the|our|my)\s+", "", text.strip(), flags=re.IGNORECASE)


# What names nothing by itself: what was spoken of is meant.
PRONOUNS = frozenset(
    {
        "it",
        "this",
        "that",
        "them",
        "they",
        "these",
        "those",
        "one",
        "this one",
        "that one",
        "the same",
        "of it",
        "of them",
        "of this",
        "of that",
    }
)
