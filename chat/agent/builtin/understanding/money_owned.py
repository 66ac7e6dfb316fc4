"""Things of a bill that were somebody's alone, in whatever words: "minus 10 for my shampoo"."""

import re
from typing import Any

from chat.agent.builtin.understanding.money_told import OF_IT, OWING, PERSON, WORD, people_in, pieces
from chat.agent.builtin.understanding.money_words import MONEY, names, plain_number

NO_THING = re.compile(
    r"\b(?:paid|spent|split|share[ds]?|divide|between|equally|total|bill|each|us|we|bought)\b", re.IGNORECASE
)
LITTLE = re.compile(
    r"(?:minus|except|without|apart|of|were|also|worth|which|what|plus|all|his|her|extra)", re.IGNORECASE
)


def take_owned(text: str) -> tuple[str, dict[str, Any]]:
    """What was somebody's alone, among the pieces that no other reader took."""
    rest: list[str] = []
    items: list[dict[str, Any]] = []
    for piece in pieces(text):
        item = _owned(piece)
        if item:
            items.append(item)
        else:
            rest.append(piece)
    return (", ".join(rest), {"things": items}) if items else (text, {})


def _owned(piece: str) -> dict[str, Any] | None:
    amounts, plain = list(MONEY.finditer(piece)), MONEY.sub(" ", piece)
    who = people_in(plain)
    if re.search(r"%|\bper ?cent\b", piece) or len(amounts) != 1 or len(who) != 1 or NO_THING.search(piece):
        return None
    rest = PERSON.sub(lambda one: " " if one.start() == who[0].start() else one.group(), plain)
    words = [word for word in WORD.findall(rest) if not OWING.fullmatch(word) and not LITTLE.fullmatch(word)]
    if not words and not OF_IT.search(piece):
        return None
    name = " ".join(words)
    return {
        "name": name[:1].upper() + name[1:],
        "amount": plain_number(amounts[0]["digits"]),
        "people": names(who[0].group()),
    }
