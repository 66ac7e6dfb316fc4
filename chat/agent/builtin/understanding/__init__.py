"""What a message wants: words in, wishes out. Knows no database; what is named is looked up by the tools."""

import re

from chat.agent.builtin.understanding import general, movements, pantry, shopping
from chat.agent.builtin.understanding.beyond import topic_of
from chat.agent.builtin.understanding.cooking import LOOSE, read_question
from chat.agent.builtin.understanding.cooking import PATTERNS as COOKING
from chat.agent.builtin.understanding.following import POINTING, follow
from chat.agent.builtin.understanding.mending import mended
from chat.agent.builtin.understanding.pattern import first
from chat.agent.builtin.understanding.text import bare, clauses, straight
from chat.agent.builtin.understanding.things import thing
from chat.agent.builtin.wish import Memory, Wish

__all__ = ["bare", "clauses", "read_clause", "straight", "understand"]

# The order decides: what is narrow comes before what would also fit.
NARROW = (*general.PATTERNS, *shopping.NARROW, *pantry.NARROW)
WIDE = (*shopping.PATTERNS, *pantry.BEFORE, *movements.PATTERNS, *pantry.PATTERNS, *shopping.LOOSE)
FEW_WORDS = 4
POLITE = frozenset({"hello", "thanks", "bye"})
ASKING = re.compile(
    r"(?:what|which|who|where|when|why|how|is|are|do|does|did|can|could|will|would|should|may|i|we|you|please|if)\b",
    re.IGNORECASE,
)
NAME = re.compile(r"[^\W\d_][\w' -]*")


def understand(text: str, memory: Memory) -> list[Wish]:
    """The wishes of a message. Politeness beside a wish is no wish."""
    wishes: list[Wish] = []
    for clause in clauses(text):
        for wish in spread(read_clause(clause, memory)):
            if wish.kind == "cook" and wishes and wishes[-1].kind == "cook":
                wishes[-1] = together(wishes[-1], wish)
            else:
                wishes.append(wish)
    real = [wish for wish in wishes if wish.kind not in POLITE]
    return real or wishes[:1] or [Wish("unknown", {"text": ""})]


def read_clause(clause: str, memory: Memory) -> Wish:
    if wish := follow(clause, memory) or read(clause):
        return wish
    if (better := mended(clause)) != clause and (wish := read(better)):
        return wish
    if topic := topic_of(clause):
        return Wish("beyond", {"topic": topic})
    if POINTING.fullmatch(clause):
        return Wish("no_such")
    if len(clause.split()) <= FEW_WORDS and NAME.fullmatch(clause) and not ASKING.match(clause):
        return Wish("mention", {"words": thing(clause).name})
    return Wish("unknown", {"text": clause})


def read(clause: str) -> Wish | None:
    return (
        first(clause, NARROW)
        or first(clause, COOKING)
        or read_question(clause)
        or first(clause, WIDE)
        or first(clause, LOOSE)
    )


def spread(wish: Wish) -> list[Wish]:
    """A wish about several things as one wish for each."""
    if "of" not in wish.slots:
        return [wish]
    rest = {name: value for name, value in wish.slots.items() if name != "of"}
    return [Wish(wish.kind, {**rest, **one}) for one in wish.slots["of"]] or [Wish(wish.kind, rest)]


def together(one: Wish, other: Wish) -> Wish:
    """Two sentences that ask one thing: “The spinach is on its last day. Something for four?”"""
    lists = {name: [*one.get(name, []), *other.get(name, [])] for name in ("using", "without")}
    return one.but(**{**other.slots, **{name: value for name, value in lists.items() if value}})
