"""A clause that no pattern has read, by what people say alike (`likeness`); a change only where that is sure."""

from chat.agent.builtin.understanding.guarding import is_named
from chat.agent.builtin.understanding.likeness import Likely, likely
from chat.agent.builtin.wish import Memory, Wish
from pantry.matching.index import key_of, names

# By how much a wish must be ahead of the next: to be taken, to be taken where it changes something, and to overrule
# a pattern that found a name which nobody knows.
LIKELY, SURE, OVER = 5.0, 9.0, 9.0
# As sure as a reading can be that is only alike.
CERTAIN = 14.0
CHANGES = frozenset(
    {
        "add",
        "use",
        "waste",
        "move",
        "correct",
        "gone",
        "list_add",
        "list_missing",
        "tick",
        "remove",
        "cooked",
        "remember",
    }
    | {"forget", "settle"}
)
# These are read as whole messages, not by clauses.
WHOLE = frozenset({"split", "save_recipe", "import"})
MONEY = frozenset({"split", "settle", "balance"})
# The slot whose name anything may be taken for, by the wishes that patterns find in nearly every sentence.
LOOSE = {
    "open": "recipe",
    "search": "words",
    "mention": "words",
    "stock": "words",
    "compare": "words",
    "use": "what",
    "waste": "what",
    "instead": "food",
    "shelf_life": "food",
}
DISHES = frozenset({"open", "search", "mention", "cook"})


def nearest(clause: str, raw: str, memory: Memory) -> Likely | None:
    """`raw` still has the words before it, which tell how it goes on: “and Bob?”"""
    before = memory.wish.kind if memory.wish else ""
    found = [likely(text, before) for text in dict.fromkeys((clause, raw.strip(" .!?,"))) if text]
    return max((one[0] for one in found if one), key=lambda one: one.ahead, default=None)


def outweighed(wish: Wish, near: Likely | None) -> bool:
    """Whether a pattern took a piece of the sentence for a name, where people say something else so."""
    if (
        near is None
        or near.wish.kind in {wish.kind, *WHOLE}
        or near.ahead < (CERTAIN if wish.kind == "open" else OVER)
        or {wish.kind, near.wish.kind} <= DISHES
    ):
        return False
    name = str(wish.get(LOOSE[wish.kind])) if wish.kind in LOOSE else ""
    return bool(name) and not wish.get("it") and key_of(name) not in names()


def alike(near: Likely | None, *, asked: bool = False) -> Wish | None:
    """`asked`: a question, which changes nothing."""
    if near is None or near.wish.kind in WHOLE:
        return None
    wish, ahead = near.wish, near.ahead
    if wish.kind in CHANGES and (asked or not is_named(wish)):
        return None
    if ahead < (SURE if wish.kind in CHANGES else LIKELY):
        return None
    return Wish(wish.kind, wish.slots, 0.9 if ahead >= CERTAIN else 0.7)


def means_money(text: str) -> bool:
    """Not where people who say so talk of something else: “note for all of us: the oven runs 20 degrees too hot”."""
    found = likely(text, "")
    return not found or found[0].wish.kind in MONEY or found[0].ahead < CERTAIN
