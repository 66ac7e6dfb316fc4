"""The reader of what somebody tells of the shelves in words that no pattern has: what was done, and with which foods.

What was done is told by the words of lexicon/acts.txt, the foods and amounts are gathered wherever they stand. Where a
word is left that nobody knows the person is asked first.
"""

import re
from dataclasses import replace
from functools import cache
from typing import Any

from chat.agent.builtin.lexicon import any_of, pairs
from chat.agent.builtin.understanding.arrivals import brought
from chat.agent.builtin.understanding.days import WEEKDAY
from chat.agent.builtin.understanding.elliptic import elliptic
from chat.agent.builtin.understanding.gathering import Gathered, gathered, idle, in_digits
from chat.agent.builtin.understanding.movement_slots import ALL_OF_IT, ON_IT, reason_in
from chat.agent.builtin.understanding.things import Thing
from chat.agent.builtin.wish import Memory, Wish

UNSURE = 0.6
ORDER = ("waste", "correct", "use")
PLACES = r"(?:fridge|refrigerator|freezer|pantry|larder|cupboard|cellar)"
FROM = re.compile(
    rf",?\s*(?:(?:that|which|it)(?:'s| is| are| was| were) )?(?:from|out of|off|in|inside) (?:the |our |my )?"
    rf"(?P<place>{PLACES})\b",
    re.IGNORECASE,
)
TO = re.compile(
    rf"\b(?:(?:in)?to|over to|back (?:in)?to|now in|live in|in|=>|->|2) (?:the |our |my )?(?P<place>{PLACES})\b"
    rf"(?:,? not (?:in )?(?:the )?{PLACES})?",
    re.IGNORECASE,
)
MOVES = re.compile(
    r"\b(?:move|moved|moving|transfer(?:red)?|shift(?:ed)?|goes?|went|live|lives|belongs?|put|stick|stuck|should be"
    r"|is|are)\b(?=.*\b(?:to|into|in|2)\b)|\bnow in\b|^[\w' -]+? (?:to|into|2) (?:the )?\w+$",
    re.IGNORECASE,
)
COLD = re.compile(r"\b(?P<verb>freez(?:e|ing)|froze|frozen|defrost\w*|thaw\w*)\b", re.IGNORECASE)
PURPOSE = re.compile(
    r"\b(?:for|into|in|to make|to bake|making)\s+(?:the |a |an |my |our |his |her |mia's |tonight's |today's )?"
    r"(?!bin\b|trash\b|compost\b|rubbish\b|garbage\b)[\w'-]+(?: (?:soup|cake|salad|sauce|party|pie|curry))?"
    r"(?=\s*$|\s*[,;.]|\s+(?:and|with|plus|tonight|today|yesterday)\b)"
    rf"|{ON_IT}",
    re.IGNORECASE,
)
FED = re.compile(
    r"^(?:the (?:kids|children|guests)|(?-i:(?!(?:One|Two|Three|Four|Five|Six|Seven|Eight"
    r"|Nine|Ten|Half|All|Both|Some|The"
    r"|My|Our|Another|Most|Every|Twelve|Quarter|Third)\b)[A-Z][\w'-]+))\b(?:'s)?\s+",
    re.IGNORECASE,
)
NOTHING = re.compile(r"\bno (?=[a-z])", re.IGNORECASE)
OPENING = re.compile(
    r"(?:what|which|who|how|when|where|why|whose|is|are|was|were|do|does|did|can|could|should"
    r"|may|will|would|if|any|add"
    r"|buy|need|we need|i need|show|open|find|list|tick|remind|something|anything|recipe)\b"
    r"|.*\b(?:shopping|list|recipe"
    r"|€|\$|euros?|paid|bought|add(?:ed)?)\b",
    re.IGNORECASE,
)
# Beside what was thrown away: two things are told at once.
EATEN = re.compile(r"\b(?:used|ate|eaten|drank|drunk|finished|consumed|cooked with)\b", re.IGNORECASE)
SLIP = re.compile(r"(?:no|nope|wait|sorry|oops|make (?:that|it)|i mean)\b[, ]", re.IGNORECASE)
CHANGED = frozenset({"add", "use", "waste", "correct", "move", "put", "list_add"})
EMPTY = re.compile(r"\bempty\b", re.IGNORECASE)


NONE = re.compile(
    rf"\b(?:no|nothing|none|isn't|aren't|any|never|empty)\b|\bnot\b(?! (?:in )?(?:the )?{PLACES})", re.IGNORECASE
)
ONLY = re.compile(
    r"(?:there(?:'s| is| are) |(?:we|i)(?:'ve)?(?: have| got)? )?(?:only|just) (?:\d|an?\b|one|two|three)"
    r"|(?:i|we)(?: can)?(?: only| just)? (?:see|count|find|counted|found)(?: only| just)? \d",
    re.IGNORECASE,
)
TALE = re.compile(r",\s*(?:they|it|he|she)\s+(?:had|was|were|has|have|smell\w*)\b[^,;]*", re.IGNORECASE)
NOT_SO = re.compile(r",?\s+(?:and )?not (?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)


WHEN = re.compile(
    r",?\s*\b(?:last (?:night|week|weekend)|(?:this|yesterday) (?:morning|afternoon|evening)|yesterday|today|tonight"
    rf"|just now|earlier|on {WEEKDAY})\b",
    re.IGNORECASE,
)


@cache
def acts() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w'-])(?:{any_of(pairs('acts'))})(?![\w'-])(?!\ (?:bags?|liners?|off)\b)", re.IGNORECASE | re.VERBOSE
    )


def told(clause: str, memory: Memory) -> Wish | None:
    """A change of the shelves that a clause tells of; None where it tells of none, or asks."""
    text = WHEN.sub("", in_digits(clause)).strip()
    if arrived := brought(text):
        return arrived
    if OPENING.match(text) or text.endswith("?"):
        return None
    return moving(text, memory) or happened(text, memory)


def set_right(raw: str, clause: str, before: Wish, memory: Memory) -> Wish | None:
    """What is set right in the same breath: “took three. No, four.”"""
    return elliptic(raw, clause, replace(memory, wish=before)) if before.kind in CHANGED and SLIP.match(raw) else None


def moving(text: str, memory: Memory) -> Wish | None:
    if NONE.search(text):
        return None
    cold = COLD.search(text)
    said = list(TO.finditer(text))
    to = next((one for one in said if not one[0].casefold().startswith("in ")), said[0] if said else None)
    if not cold and not (to and MOVES.search(text)):
        return None
    place = to["place"].casefold() if to else "fridge" if cold and cold["verb"][:1].casefold() in "dt" else "freezer"
    rest = COLD.sub(" ", TO.sub(" ", text))
    rest = re.sub(MOVES_WORDS, " ", rest, flags=re.IGNORECASE)
    found = gathered(PURPOSE.sub(" ", FROM.sub(" ", rest)))
    return wished("move", found, memory, {"to": place})


MOVES_WORDS = r"\b(?:move[ds]?|moving|transfer(?:red)?|shift(?:ed)?|put|stick|stuck|belongs?)\b"


def happened(text: str, memory: Memory) -> Wish | None:
    said = {pairs("acts")[found.group().casefold()] for found in acts().finditer(text)}
    kind = next((one for one in ORDER if one in said), "")
    kind = kind or ("correct" if ONLY.match(text) else "")
    if not kind or {"use", "correct"} <= said:
        return None
    slots: dict[str, Any] = {"reason": reason_in(text)} if kind == "waste" else {}
    if there := FROM.search(text):
        slots["from"] = there["place"].casefold()
    rest = acts().sub(" ", PURPOSE.sub(" ", NOT_SO.sub("", TALE.sub("", FROM.sub(" ", text)))))
    found = gathered(FED.sub("", rest))
    if kind == "waste" and EATEN.search(text) and len(found.things) > 1:
        return None
    if kind == "correct":
        return counted(found, rest, memory)
    whole = kind == "waste" or bool(ALL_OF_IT.search(text) or EMPTY.search(text))
    return wished(kind, found, memory, slots, whole=whole)


def counted(found: Gathered, rest: str, memory: Memory) -> Wish | None:
    """Only with figures; “no bananas” is a figure, too."""
    gone = {word[: len(word)] for word in re.findall(r"\bno ([\w ]+?)(?=,|$| and\b)", rest)}
    things = [Thing(one.name, "nothing" if one.name in gone else one.amount) for one in found.things]
    if found.left and "no" in {word.casefold() for word in found.left} and not gone:
        return None
    if any(not one.amount or one.amount == "all" for one in things):
        return None
    return wished("correct", Gathered(things, found.loose, found.left), memory, {})


def wished(kind: str, found: Gathered, memory: Memory, slots: dict[str, Any], *, whole: bool = False) -> Wish | None:
    """One wish for each thing; without a name what was spoken of is meant."""
    strange = [word for word in found.left if word.casefold() not in idle() and not word[:1].isupper()]
    default = "all" if whole else ""
    if found.things:
        of = [{"what": one.name, "amount": one.amount or default} for one in shared(found.things)]
    elif memory.food and not strange and len(found.loose) <= 1 and (found.loose or whole or kind == "move"):
        of = [{"amount": found.loose[0] if found.loose else default}]
    else:
        return None
    wishes = [Wish(kind, {**slots, **one}) for one in of]
    if strange:
        return Wish("either", {"wishes": wishes[:1]}, UNSURE) if len(wishes) == 1 else None
    return wishes[0] if len(wishes) == 1 else Wish(kind, {**slots, "of": of})


def shared(things: list[Thing]) -> list[Thing]:
    """“all the strawberries and the apples” means all of both."""
    alike: list[Thing] = []
    for one in things:
        before = alike[-1].amount if alike else ""
        alike.append(Thing(one.name, "all") if before == "all" and not one.amount else one)
    return alike
