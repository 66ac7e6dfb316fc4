"""What may be proposed: a change is about things, and what names them must look like a name.

“i threw away 5 potatoes worth” is no name of something to buy. Where a clause names foods all the same the person is
asked; else it is said that it was not understood. Every wish that changes something passes here.
"""

import re

from chat.agent.builtin.lexicon import phrases
from chat.agent.builtin.understanding.days import WEEKDAY
from chat.agent.builtin.understanding.movement_slots import WHY_ALONE
from chat.agent.builtin.understanding.naming import tidied
from chat.agent.builtin.understanding.things import PRONOUNS, thing
from chat.agent.builtin.wish import Wish
from kitchen.units import read_number, read_unit
from pantry.matching.index import key_of, names

# The slot with the names, of each kind that changes what is there or what is on the list.
ONE = {"use": "what", "waste": "what", "move": "what", "put": "what", "gone": "what", "correct": "what"}
ASKED = {"stock": "words", "date_of": "words"}
MANY = {"add": "lines", "list_add": "items"}
# The slot "items" of these is looked up on the list.
CHOSEN = frozenset({"tick", "remove"})
# “nobody bought leeks”: nothing happened, and there may be none.
NOBODY = re.compile(
    r"(?:so |but |and |because )?(?:no(?:body|[ -]one)|none of (?:us|them|you)|neither of (?:us|them))\b", re.IGNORECASE
)
HAPPENED = frozenset({"add", "use", "move", "put", "cooked"})
LONGEST = 7
UNSURE = 0.6
BEGINS = re.compile(
    r"(?:to|for|on|in|into|at|from|by|with|about|and|or|but|like|so|then|that|which|than|if|as|of|off|out|up|at least"
    r"|also|just|only|really|no|yes|all|any|each|every|another)\b",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"\b(?:to|for|on|in|into|at|from|by|with|the|a|an|and|or|but|of|then|my|our|your|fridge|freezer|pantry|cupboard)$",
    re.IGNORECASE,
)
# What names nothing where it stands alone.
EMPTY = frozenset(
    {
        "fridge",
        "refrigerator",
        "freezer",
        "pantry",
        "larder",
        "cupboard",
        "cellar",
        "eat",
        "cook",
        "drink",
        "make",
        "made",
    }
    | {
        "there",
        "here",
        "better",
        "buy",
        "new one",
        "new ones",
        "fresh one",
        "fresh ones",
        "only",
        "stuff",
        "food",
        "leftovers",
    }
)
# What is done and for how long: a step of a recipe is no name, and neither is an amount of nothing.
TOLD = re.compile(
    r"^(?:bake|boil|simmer|stir|whisk|preheat|knead|serve|rub|combine|fry|sieve|sift|fold|drain|peel) "
    r"|\d ?(?:min(?:ute)?s?|hours?|hrs?|seconds?|degrees|days?|weeks?|°)\b",
    re.IGNORECASE,
)
# “the bread in the freezer has freezer burn” says how it is, and moves nothing.
STATE = re.compile(
    r"(?:the |our |my |this |that |those |these )?[\w' -]+? (?:in|from) (?:the |our |my )?(?:fridge|refrigerator"
    r"|freezer|pantry|larder|cupboard|cellar) (?:has|have|had|is|are|was|were|looks?|smells?|tastes?|got|went)\b"
    r"(?!.*\b(?:now|moved?|into|to|there)\b)",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
# What stands behind the name of something that was added: where it lies and until when it is good.
BESIDE = re.compile(
    r"\s+(?:(?:pantry|larder|cupboard|fridge|refrigerator|freezer|cellar|shelf|shelves|stock|kitchen)"
    rf"|(?:next |on )?{WEEKDAY}|today|tomorrow|in \w+ (?:days?|weeks?|months?))\b.*$",
    re.IGNORECASE,
)


def is_name(text: str) -> bool:
    """Whether it can be the name of something that one buys or keeps. What the catalogue knows is one."""
    name = text.strip()
    if key_of(name) in names():
        return True
    number = read_number(name)
    if number and (not name[number[1] :].strip() or _is_empty(name[number[1] :].strip())):
        return False
    words = [word.casefold() for word in WORD.findall(name)]
    if not words or len(words) > LONGEST or _is_empty(name) or TOLD.search(name):
        return False
    return not (BEGINS.match(name) or ENDS.search(name) or set(words) & set(phrases("no_name")))


def _is_empty(name: str) -> bool:
    """A unit, a place, a reason: what names nothing alone."""
    unit = read_unit(name)
    is_unit = bool(unit and unit[1] == len(name))
    return is_unit or name.casefold() in PRONOUNS | EMPTY or WHY_ALONE.fullmatch(name) is not None


def is_named(wish: Wish) -> bool:
    """Whether everything that a wish would change has a name."""
    if wish.kind in MANY:
        return guarded(wish, "").kind == wish.kind
    slot = {**ONE, **ASKED}.get(wish.kind, "")
    return not slot or all(not one.get(slot) or is_name(one[slot]) for one in wish.get("of") or [wish.slots])


def guarded(wish: Wish, clause: str) -> Wish:
    """The wish, or what is asked instead of a change whose names look like none."""
    meant = wish.get("wishes")[0] if wish.kind == "either" else wish
    return not_done(meant) if meant.kind in HAPPENED and NOBODY.match(clause) else _guarded(wish, clause)


def _guarded(wish: Wish, clause: str) -> Wish:
    if wish.kind in CHOSEN and wish.get("items"):
        return wish.but(items=tidied(wish.get("items")))
    if wish.kind in ONE:
        name = wish.get(ONE[wish.kind])
        only_told = wish.kind in {"move", "put"} and STATE.match(clause)
        return wish if not only_told and (not name or is_name(str(name))) else Wish("unknown", {"text": clause})
    slot = MANY.get(wish.kind, "")
    if not wish.get(slot):
        return wish
    typed = tidied([str(one) for one in wish.get(slot)])
    wish = wish.but(**{slot: typed})
    good = [one for one in typed if is_name(thing(BESIDE.sub("", one) if slot == "lines" else one).name)]
    if len(good) == len(typed):
        return wish
    if not any(key_of(thing(one).name) in names() for one in good):
        return Wish("unknown", {"text": clause})
    return Wish("either", {"wishes": [wish.but(**{slot: good})]}, UNSURE)


def not_done(wish: Wish) -> Wish:
    """What nobody did changes nothing; whether there is some is what matters."""
    slot = MANY.get(wish.kind) or ONE.get(wish.kind, "")
    said = wish.get(slot) or [one.get(slot) for one in wish.get("of") or []]
    name = thing(said[0] if isinstance(said, list) else said).name if said else ""
    return Wish("stock", {"words": name}) if name else Wish("unknown", {"text": wish.get("recipe") or ""})
