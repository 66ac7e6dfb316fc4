"""The last reader: what the words of a clause weigh for each wish, and which foods they name.

Only where one wish outweighs all others it is taken; where two are near, the person is asked; a change that is not
plain is asked about, too. What nobody can weigh is left to others.
"""

import re
import tomllib
from functools import cache
from typing import Any

from chat.agent.builtin.lexicon import HERE, phrases
from chat.agent.builtin.understanding.days import days_in
from chat.agent.builtin.understanding.limits import take_limits
from chat.agent.builtin.understanding.things import measured, named
from chat.agent.builtin.wish import Wish
from pantry.matching.index import key_of, names

ENOUGH, AHEAD = 3, 1
LONGEST_NAME = 4
MOST_WORDS = 40
NEEDS_FOOD = {"shelf_life": "food", "stock": "words", "nutrition": "what", "instead": "food", "safety": "about"}
CHANGES = frozenset({"list_add"})
WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
UNSURE = 0.6


@cache
def cues() -> dict[str, list[tuple[re.Pattern[str], float]]]:
    told = tomllib.loads((HERE / "cues.toml").read_text(encoding="utf-8"))
    return {
        kind: [(re.compile(rf"(?<![\w'-]){re.escape(words)}(?![\w'-])"), weight) for words, weight in rows.items()]
        for kind, rows in told.items()
    }


@cache
def stop_words() -> frozenset[str]:
    return frozenset(word for line in phrases("stop") for word in line.split())


def weights(clause: str) -> list[tuple[float, str]]:
    """Each wish's weight, the heaviest first."""
    text = clause.casefold()
    sums = {kind: sum(weight for cue, weight in rows if cue.search(text)) for kind, rows in cues().items()}
    return sorted(((weight, kind) for kind, weight in sums.items() if weight >= ENOUGH), reverse=True)


def weighed(clause: str) -> Wish | None:
    if len(clause.split()) > MOST_WORDS:
        return None
    foods = foods_in(clause)
    fitting = [(weight, wish) for weight, kind in weights(clause) if (wish := wish_of(kind, clause, foods))]
    if not fitting:
        return None
    (most, best), *others = fitting
    near = [wish for weight, wish in others if most - weight < AHEAD]
    if near:
        return Wish("either", {"wishes": [best, *near][:3]}, UNSURE)
    if best.kind in CHANGES and most < ENOUGH + AHEAD:
        return Wish("either", {"wishes": [best]}, UNSURE)
    return best


def wish_of(kind: str, clause: str, foods: list[str]) -> Wish | None:
    """With its slots; None where the clause does not fill them."""
    slots: dict[str, Any] = {}
    if kind == "expiring":
        slots = {"days": days_in(clause)}
    elif kind == "cook":
        rest, slots = take_limits(clause)
        mentioned = [one for one in foods_in(rest) if one not in slots.get("without", [])]
        if mentioned and "using" not in slots:
            slots["using"] = mentioned
    elif kind == "list_add":
        slots = {"items": amounts_in(clause, foods)}
    elif kind == "forecast" and foods:
        slots = {"food": foods[0]}
    elif kind in NEEDS_FOOD:
        if not foods:
            return None
        slots = {NEEDS_FOOD[kind]: foods[0]}
    return None if kind == "list_add" and not foods else Wish(kind, slots, UNSURE)


def foods_in(clause: str) -> list[str]:
    """The names of foods that stand in a clause, the longest where several begin at one place."""
    words = WORD.findall(clause)
    found: list[str] = []
    at = 0
    while at < len(words):
        size = next((size for size in range(LONGEST_NAME, 0, -1) if _is_food(words[at : at + size], size)), 0)
        if size:
            found.append(" ".join(words[at : at + size]))
        at += size or 1
    return list(dict.fromkeys(found))


def _is_food(words: list[str], size: int) -> bool:
    if len(words) < size or words[0].casefold() in stop_words() or words[-1].casefold() in stop_words():
        return False
    return key_of(" ".join(words)) in names()


def amounts_in(clause: str, foods: list[str]) -> list[str]:
    """Each food with the amount that stands before it."""
    items = []
    for food in foods:
        before = re.search(
            rf"((?:\d\S*|an?|one|two|three|four|five|six|half a dozen|a dozen)(?:\s+[\w.]+)?(?:\s+of)?)"
            rf"\s+{re.escape(food)}",
            clause,
            re.IGNORECASE,
        )
        one = measured(f"{before[1]} {food}") if before else None
        items.append(one.typed if one and named(one.name) == food else food)
    return items
