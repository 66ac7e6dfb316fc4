"""The slots of an example, as they were said, turned into the slots of a wish."""

import re
from collections.abc import Callable
from typing import Any

from chat.agent.builtin.understanding.days import days_in
from chat.agent.builtin.understanding.gathering import gathered
from chat.agent.builtin.understanding.likeness.examples import Example
from chat.agent.builtin.understanding.limits import DIET, take_limits, take_servings
from chat.agent.builtin.understanding.movement_slots import in_rows, reason_in
from chat.agent.builtin.understanding.things import PRONOUNS, place_named, thing
from chat.agent.builtin.understanding.unpacking import beside, with_named
from chat.agent.builtin.wish import Wish

REFUSES = re.compile(
    r"\b(?:no|not|nothing|none|never|without|free|hates?|avoid\w*|leave|skip|but|allerg\w+|instead|rather|less"
    r"|minus|hold"
    r"|out|anything|except)\b|n't\b",
    re.IGNORECASE,
)
# A meal, no drink.
FOR_TEA = re.compile(r"\b(?:for|at) (?:my |our |the |your )?tea\b|^tea$", re.IGNORECASE)
Said = dict[str, str]
REASONS = {"expired": "past_date", "leftover": "left_over"}
# What is taken for the reason where nobody says one.
USUAL = "spoiled"


def filled(example: Example, said: Said, clause: str) -> Wish | None:
    """None where what was said does not fill the wish."""
    told = {**dict(example.given), **said}
    if any(word.casefold() in PRONOUNS for name in ("what", "dish") if (word := told.get(name, ""))):
        told = {name: value for name, value in told.items() if value.casefold() not in PRONOUNS}
    return MAKERS[example.kind](told, clause) if example.kind in MAKERS else None


def _rows(told: Said, name: str = "things") -> list[str]:
    """Each thing with its amount."""
    if name in told:
        return told[name].splitlines()
    return [f"{told.get('amount', '')} {told['what']}".strip()] if told.get("what") else []


def _plain(kind: str, **names: str) -> Callable[[Said, str], Wish | None]:
    """A wish whose slots are those of the example under other names."""

    def make(told: Said, _clause: str) -> Wish | None:
        slots: dict[str, Any] = {slot: told[name] for slot, name in names.items() if told.get(name)}
        return Wish(kind, slots)

    return make


def _settled(told: Said, _clause: str) -> Wish | None:
    """“transferred 8.50 to Bob”: where nobody else is named, it was who says so."""
    payee = told.get("payee", "")
    payer = told.get("payer", "") or ("me" if payee and payee != "me" else "")
    slots = {"payer": payer, "payee": payee, "amount": told.get("money", "")}
    return Wish("settle", {name: said for name, said in slots.items() if said})


def _needing(kind: str, slot: str, name: str, **others: str) -> Callable[[Said, str], Wish | None]:
    """The same; without the first one what was spoken of is meant."""

    def make(told: Said, _clause: str) -> Wish | None:
        slots: dict[str, Any] = {one: told[other] for one, other in others.items() if told.get(other)}
        return Wish(kind, {slot: told[name], **slots} if told.get(name) else {**slots, "it": True})

    return make


def _stock(told: Said, _clause: str) -> Wish | None:
    rows = _rows(told)
    place = {"place": place_named(told["place"].casefold())} if told.get("place") else {}
    if len(rows) > 1:
        return Wish("stock", {"of": [{"words": thing(row).name} for row in rows], **place})
    return Wish("stock", {"words": thing(rows[0]).name if "things" in told else rows[0], **place}) if rows else None


def _shelf(told: Said, _clause: str) -> Wish | None:
    return Wish("shelf", {"place": place_named(told["place"].casefold())} if told.get("place") else {})


def _days(kind: str) -> Callable[[Said, str], Wish | None]:
    return lambda told, _clause: Wish(kind, {"days": days_in(told["days"])} if told.get("days") else {})


def _add(told: Said, clause: str) -> Wish | None:
    behind, rows = beside(clause), with_named(_rows(told), clause)
    slots = in_rows(", ".join(rows), told.get("place", "").casefold() or behind.place, behind.until)
    return Wish("add", slots) if slots else None


def _moved(kind: str, **given: str) -> Callable[[Said, str], Wish | None]:
    """What was used, thrown away or put elsewhere: several things are several wishes."""

    def make(told: Said, clause: str) -> Wish | None:
        slots: dict[str, Any] = dict(given)
        if kind == "waste":
            usual = REASONS.get(told.get("reason", ""), told.get("reason", "")) or USUAL
            slots["reason"] = found if (found := reason_in(clause)) != USUAL else usual
        if kind == "move" and told.get("place"):
            slots["to"] = place_named(told["place"].casefold())
        whole = told.get("amount", "") if "what" not in told or told.get("amount") else ""
        things = [thing(row) for row in _rows(told)]
        usual = "all" if kind == "waste" else ""
        if kind == "move":
            return Wish(kind, {"of": [{"what": one.name} for one in things], **slots})
        if not things:
            return Wish(kind, {**slots, "amount": whole or usual, "it": True})
        return Wish(
            kind, {**slots, "of": [{"what": one.name, "amount": one.amount or whole or usual} for one in things]}
        )

    return make


def _correct(told: Said, _clause: str) -> Wish | None:
    rows = [thing(row) for row in _rows(told)]
    amount = told.get("amount") or (rows[0].amount if rows else "")
    if not amount:
        return None
    return Wish("correct", {"amount": amount, **({"what": rows[0].name} if rows else {"it": True})})


def _listed(kind: str) -> Callable[[Said, str], Wish | None]:
    def make(told: Said, _clause: str) -> Wish | None:
        rows = _rows(told)
        if kind != "list_add":
            rows = [thing(row).name for row in rows]
        return Wish(kind, {"items": rows} if rows else {"it": True})

    return make


def _dish(kind: str) -> Callable[[Said, str], Wish | None]:
    def make(told: Said, _clause: str) -> Wish | None:
        limits = take_servings(f"for {told['people']}")[1] if told.get("people") else {}
        return Wish(kind, {**limits, **({"recipe": told["dish"]} if told.get("dish") else {"it": True})})

    return make


def _cook(told: Said, clause: str) -> Wish | None:
    rest, limits = take_limits(clause)
    rest = FOR_TEA.sub(" ", rest)
    if told.get("without") and "without" not in limits and REFUSES.search(clause):
        limits["without"] = [thing(row).name for row in told["without"].splitlines()]
    named = [one.name for one in gathered(rest).things if one.name not in limits.get("without", [])]
    given = [
        thing(row).name for row in told.get("with", "").splitlines() if not (DIET.search(row) or FOR_TEA.search(row))
    ]
    if "using" not in limits and (named or given):
        limits["using"] = named or given
    if told.get("person") and "eaters" not in limits:
        limits["eaters"] = [told["person"]]
    return Wish("cook", limits)


def _compare(told: Said, _clause: str) -> Wish | None:
    return Wish("compare", {"recipes": [told["dish"], told["other"]]} if {"dish", "other"} <= set(told) else {})


def _nutrition(told: Said, _clause: str) -> Wish | None:
    what = told.get("what") or told.get("dish") or ""
    return Wish("nutrition", {"what": what, "amount": told.get("amount", "")} if what else {"it": True})


def _convert(told: Said, _clause: str) -> Wish | None:
    if not told.get("amount") or not told.get("unit"):
        return None
    return Wish("convert", {"amount": told["amount"], "to": told["unit"], "food": told.get("what", "")})


def _remember(told: Said, _clause: str) -> Wish | None:
    everybody = {"everybody": True} if told.get("everybody") else {}
    return Wish("remember", {"text": told["note"], **everybody}) if told.get("note") else None


def _gone(told: Said, _clause: str) -> Wish | None:
    rows = [thing(row).name for row in _rows(told)]
    return Wish("gone", {"of": [{"what": name} for name in rows]} if rows else {"it": True})


MAKERS: dict[str, Callable[[Said, str], Wish | None]] = {
    "add": _add,
    "balance": _plain("balance"),
    "beyond": _plain("beyond", topic="topic"),
    "compare": _compare,
    "convert": _convert,
    "cook": _cook,
    "cooked": _dish("cooked"),
    "correct": _correct,
    "date_of": _needing("date_of", "words", "what"),
    "eaters": _plain("eaters", name="person"),
    "empty": lambda told, clause: _moved("use")({**told, "amount": "all"}, clause),
    "expiring": _days("expiring"),
    "fine": _plain("fine"),
    "forecast": _plain("forecast", food="what"),
    "forget": _needing("forget", "note", "note"),
    "freeze": _moved("move", to="freezer"),
    "help": _plain("help"),
    "import": _plain("import"),
    "instead": _needing("instead", "food", "what", recipe="dish"),
    "list_add": _listed("list_add"),
    "list_missing": _dish("list_missing"),
    "list_out": _gone,
    "missing": _dish("missing"),
    "move": _moved("move"),
    "notes": _plain("notes"),
    "nutrition": _nutrition,
    "open": _dish("open"),
    "remember": _remember,
    "remove": _listed("remove"),
    "save_recipe": _plain("save_recipe"),
    "safety": _needing("safety", "about", "topic"),
    "scale": _dish("open"),
    "search": _plain("search", words="dish"),
    "settle": _settled,
    "shelf": _shelf,
    "shelf_life": _needing("shelf_life", "food", "what"),
    "show_list": _plain("show_list"),
    "split": _plain("split"),
    "stock": _stock,
    "suits": _plain("suits", recipe="dish", who="person"),
    "thaw": _moved("move", to="fridge"),
    "tick": _listed("tick"),
    "undo": _plain("undo"),
    "use": _moved("use"),
    "waste": _moved("waste"),
    "wasted": _days("wasted"),
}
