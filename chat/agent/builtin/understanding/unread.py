"""What is left where nothing has read a clause: foods and nothing else, a name, what is beyond it, or nothing known."""

import re

from chat.agent.builtin.understanding.beyond import topic_of
from chat.agent.builtin.understanding.following import POINTING
from chat.agent.builtin.understanding.things import thing, things
from chat.agent.builtin.understanding.weighing import UNSURE, stop_words
from chat.agent.builtin.wish import Wish
from pantry.matching.index import key_of, names

FEW_WORDS = 4
ASKING = re.compile(
    r"(?:what|which|who|where|when|why|how|is|are|do|does|did|can|could|will|would|should|may|i|we|you|please|if)\b",
    re.IGNORECASE,
)
NAME = re.compile(r"[^\W\d_][\w' -]*")


def otherwise(clause: str) -> Wish:
    """What nobody has read: beyond what it can do, a name, or nothing that it knows."""
    if topic := topic_of(clause):
        return Wish("beyond", {"topic": topic})
    if POINTING.fullmatch(clause):
        return Wish("no_such")
    if set(clause.casefold().split()) <= stop_words() | {"buy", "add", "stop", "use", "show", "open", "put", "cancel"}:
        return Wish("unknown", {"text": clause})
    if len(clause.split()) <= FEW_WORDS and NAME.fullmatch(clause) and not ASKING.match(clause):
        return Wish("mention", {"words": thing(clause).name})
    return Wish("unknown", {"text": clause})


def bare_things(clause: str) -> Wish | None:
    """Foods and nothing else: whether they are to be bought or were is asked."""
    named = things(clause)
    if not named or any(key_of(one.name) not in names() for one in named) or (len(named) == 1 and not named[0].amount):
        return None
    typed = [one.typed for one in named]
    return Wish("either", {"wishes": [Wish("list_add", {"items": typed}), Wish("add", {"lines": typed})]}, UNSURE)
