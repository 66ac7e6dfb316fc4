"""What was aligned, set right by the foods that a clause names: a slot holds a food where one is named.

The nearest example may lay a piece of the clause where its food stands ("eat it all", "kilo"); what the catalogue
knows is then taken instead, with its amount.
"""

import re

from chat.agent.builtin.lexicon import pairs
from chat.agent.builtin.understanding.gathering import Gathered, gathered
from chat.agent.builtin.understanding.things import PRONOUNS, Thing
from chat.agent.builtin.wish import Wish
from pantry.matching.index import key_of, names

NAMED = {
    "stock": "words", "date_of": "words", "shelf_life": "food", "forecast": "food",
    "use": "what", "waste": "what", "correct": "what", "move": "what", "gone": "what",
}  # fmt: skip
SEVERAL = frozenset({"stock", "use", "waste", "move", "gone"})
MEASURED = frozenset({"use", "waste", "correct"})


def grounded(wish: Wish, clause: str) -> Wish:
    slot = NAMED.get(wish.kind)
    if slot is None:
        return wish
    rows = wish.get("of") or [wish.slots]
    told = [str(row.get(slot, "")) for row in rows]
    if all(not name or name.casefold() in PRONOUNS or key_of(name) in names() for name in told) and any(told):
        return wish
    if len(told) > 1:
        return without_doers(wish, slot, clause)
    found = gathered(clause)
    foods = [one for one in found.things if one.amount or key_of(one.name) in names()]
    if not foods or any(_holds(name, foods) for name in told):
        return wish
    rest = {key: value for key, value in wish.slots.items() if key not in {"of", "it", slot, "amount"}}
    of = [_row(wish, slot, one, found) for one in (foods if wish.kind in SEVERAL else foods[:1])]
    return Wish(wish.kind, {**rest, "of": of} if len(of) > 1 else {**rest, **of[0]}, wish.confidence)


def without_doers(wish: Wish, slot: str, clause: str) -> Wish:
    """“tom drank half the orange juice”: who did it is nothing that was drunk."""
    of = [one for one in wish.get("of") if key_of(one[slot]) in names() or not _does(one[slot], clause)]
    return wish.but(of=of) if of else wish


def _does(name: str, clause: str) -> bool:
    behind = re.search(rf"\b{re.escape(name)}\s+([\w']+)", clause, re.IGNORECASE)
    return behind is not None and behind[1].casefold() in pairs("acts")


def _holds(name: str, foods: list[Thing]) -> bool:
    """A longer name with the food in it stays: “grandma's plum jam”."""
    return any(f" {one.name.casefold()}" in f" {name.casefold()}" for one in foods)


def _row(wish: Wish, slot: str, one: Thing, found: Gathered) -> dict[str, str]:
    if wish.kind not in MEASURED:
        return {slot: one.name}
    rows = wish.get("of") or [wish.slots]
    loose = found.loose[0] if found.loose else ""
    return {slot: one.name, "amount": one.amount or loose or str(rows[0].get("amount", ""))}
