"""The question before, asked again of another person, amount, unit, time or state: "and Bob?", "and raw?"."""

import re
from collections.abc import Callable

from chat.agent.builtin.understanding.days import days_in
from chat.agent.builtin.understanding.knowing import HOLDS
from chat.agent.builtin.understanding.noting import FOR_ALL
from chat.agent.builtin.understanding.safety import ASKED
from chat.agent.builtin.understanding.things import thing, with_unit
from chat.agent.builtin.wish import Wish
from kitchen.units import find_unit, read_number, read_unit
from pantry.matching.index import key_of, names

ON = re.compile(
    r"^(?:(?:and|or|also|plus|but|ok|so|then|what|how)\b(?:\s+(?:about|if)\b)?[\s,:]*|(?:the )?same (?:for|with)\s+)+",
    re.IGNORECASE,
)
TOO = re.compile(r"[,\s]+(?:too|as well|also|then|instead|though)$", re.IGNORECASE)
LONGEST = 6
# "i meant for everybody", "make that for all of us"
SAYING = re.compile(
    r"^(?:(?:no|oh|and|also|sorry|actually|i meant?|make (?:it|that)|that(?:'s| is)|it(?:'s| is)|this is|put it down"
    r"|it goes|note it|remember (?:it|that))\b[\s,]*)+",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"(?:for |with |is |can |does |may |could )?(?P<who>me|i|myself|us|we|all of us|everybody|everyone|the others?"
    r"|(?-i:[A-Z][\w-]+)|(?:my|the|our) (?:kids?|children|little ones?|baby|guests?|son|daughter|wife|husband|partner"
    r"|mum|mom|dad|mother|father|gran(?:ny|dma|dpa)?|flatmates?|rest))"
    r"(?: (?:have|eat|allowed)(?: (?:it|that|them|this))?)?",
    re.IGNORECASE,
)
SPAN = re.compile(
    r"(?:\w+ )*"
    r"(?:days?|weeks?|months?|years?|quarters?|yesterday|today|summer|winter)|in total|altogether|all time|ever",
    re.IGNORECASE,
)
STATE = re.compile(
    r"(?:if |when |once |it's |its |it is |they're |they are |are |is |from )*(?P<state>raw|re-?heated|cold|rare|pink"
    r"|refrozen|frozen|thawed|defrosted|warm|uncooked|undercooked|cooked|boiled|open(?:ed)?|in the (?:freezer|fridge)"
    r"|medium(?:[ -]rare)?|well done|smoked|minced|left out|mouldy|moldy)(?: ones?)?(?: again)?",
    re.IGNORECASE,
)
NO_DISH = re.compile(
    r"(?:what|which|why|how|who|when|where|is|are|can|could|may|if|without|not|that|this|it)\b", re.IGNORECASE
)
WHERE = {
    "frozen": "freezer",
    "in the freezer": "freezer",
    "in the fridge": "fridge",
    "open": "opened",
    "boiled": "cooked",
}


def asked_on(raw: str, before: Wish) -> Wish | None:
    """Only what goes on plainly or is a question of few words."""
    whole = raw.strip(" .!?,")
    if before.kind == "remember":
        for_all = FOR_ALL.fullmatch(SAYING.sub("", re.sub(r",?\s+i mean(?:t)?$", "", whole)))
        return before.but(everybody=True) if for_all else None
    led = ON.match(whole)
    rest = TOO.sub("", whole[led.end() :] if led else whole).strip(" ,")
    is_on = bool(led) or raw.rstrip().endswith("?")
    if not rest or not is_on or len(rest.split()) > LONGEST or before.kind not in READERS:
        return None
    return READERS[before.kind](rest, before)


def _who(rest: str) -> str:
    found = PERSON.fullmatch(rest)
    return found["who"] if found and key_of(found["who"]) not in names() else ""


def _eaters(rest: str, before: Wish) -> Wish | None:
    if re.match(r"(?:is|does|can|has) (?:he|she|they)\b", rest, re.IGNORECASE):
        return before
    who = _who(rest)
    return Wish("eaters", {"name": who} if who[:1].isupper() and who != "I" else {}) if who else None


def _suits(rest: str, before: Wish) -> Wish | None:
    if who := _who(rest):
        return before.but(who=who)
    name = thing(re.sub(r"^(?:with|for) ", "", rest)).name
    return before.but(recipe=name) if name and not NO_DISH.match(rest) else None


def _nutrition(rest: str, before: Wish) -> Wish | None:
    if re.fullmatch(rf"(?:the |how (?:much|many) )?{HOLDS}(?: wise)?", rest, re.IGNORECASE):
        return before
    amount = _amount(re.sub(r"^(?:in|of|for|per) ", "", rest), str(before.get("amount")))
    return before.but(amount=amount) if amount else None


def _convert(rest: str, before: Wish) -> Wish | None:
    plain = re.sub(r"^(?:in|to|into|of|for|as) ", "", rest)
    if unit := find_unit(plain):
        return before.but(to=unit.code)
    if amount := _amount(plain, str(before.get("amount"))):
        return before.but(amount=amount)
    one = thing(plain)
    return before.but(food=one.name, amount=one.amount or before.get("amount")) if key_of(one.name) in names() else None


def _amount(text: str, said: str) -> str:
    """A figure alone has the unit of the one before."""
    number = read_number(text)
    if number is None:
        return ""
    rest = text[number[1] :].strip()
    unit = read_unit(rest) if rest else None
    if rest and not (unit and not rest[unit[1] :].strip()):
        return ""
    return with_unit(text, said)


def _wasted(rest: str, before: Wish) -> Wish | None:
    return before.but(days=days_in(rest)) if SPAN.fullmatch(rest) else None


def _shelf_life(rest: str, before: Wish) -> Wish | None:
    found = STATE.fullmatch(rest)
    state = found["state"].casefold() if found else ""
    return before.but(where=WHERE.get(state, state)) if state else None


def _safety(rest: str, before: Wish) -> Wish | None:
    found = STATE.fullmatch(rest)
    if not found or not before.get("about"):
        return None
    asked = next((topic for topic, expression in ASKED if expression.search(rest)), "")
    food = STATE_BEFORE.sub("", str(before.get("about")))
    return Wish("safety", {"about": f"{found['state'].casefold()} {food}", **({"asked": asked} if asked else {})})


STATE_BEFORE = re.compile(r"^(?:raw|cooked|reheated|frozen|pink|cold)\s+", re.IGNORECASE)


def _degrees(rest: str, before: Wish) -> Wish | None:
    """“and 200?”: on the same scales."""
    found = re.fullmatch(r"(\d{1,3})(?: ?(?:°|degrees?))?(?: ?[cf])?", rest, re.IGNORECASE)
    return before.but(value=found[1]) if found else None


READERS: dict[str, Callable[[str, Wish], Wish | None]] = {
    "convert": _convert,
    "degrees": _degrees,
    "eaters": _eaters,
    "nutrition": _nutrition,
    "safety": _safety,
    "shelf_life": _shelf_life,
    "suits": _suits,
    "wasted": _wasted,
}
