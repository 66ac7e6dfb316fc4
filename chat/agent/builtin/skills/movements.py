"""The pantry keeper's hands: what went, came, or was put elsewhere. Asks back where it could be several things."""

from collections.abc import Generator
from typing import Any

from django.utils.translation import gettext as _

from chat.agent.builtin.skills.phrases import bold, either, lines, listed, options, plain
from chat.agent.builtin.skills.recipes import dish_named, servings_of
from chat.agent.builtin.wish import Ask, Call, Change, Here, Memory, Option, Reply, Result, Skill, Wish
from pantry.matching.index import key_of, names


def find(wish: Wish, memory: Memory) -> Generator[Call, Result, tuple[list[dict[str, Any]], Reply | None]]:
    """The lots that a change is about: those of one food, or a reply that asks or says that there are none."""
    words = wish.get("what") or memory.food
    if wish.get("lot"):
        return [{"id": wish.get("lot"), "name": words, "food": None, "amount": "", "place": ""}], None
    if not words:
        return [], Reply(_("What of? Name the food."))
    if memory.lot and not wish.get("what"):
        return [{"id": memory.lot.id, "name": words, "food": None, "amount": "", "place": ""}], None
    found: Result = yield Call("find_stock", {"words": words})
    lots = [lot for lot in found.get("lots") or [] if lot["id"] not in wish.get("other_than", ())]
    if found.refused or not lots:
        return [], none_of(wish, found, words)
    lots = [lot for lot in lots if wish.get("from") in (lot.get("storage"), lot["place"].casefold())] or lots
    is_it = found.get("exact", True) or (kinds(lots) == 1 and ends_with(lots[0]["name"], words))
    return (lots, None) if is_it else ([], almost(wish, lots, words))


def ends_with(name: str, words: str) -> bool:
    """“the stew” is the lentil stew where no food is called so, “plum jam” is grandma's; “milk” is no oat milk."""
    is_told = " " in words.strip() or key_of(words) not in names()
    return is_told and f" {name.casefold()}".endswith(f" {words.casefold()}")


def none_of(wish: Wish, found: Result, words: str) -> Reply:
    """Nothing of it is there: what is nearest."""
    near = found.get("near") or []
    told = {"name": plain(words), "near": either(map(plain, near))}
    if found.refused:
        return Reply(found.refused)
    if wish.get("other_than"):
        return Reply(_("There is no other %(name)s here.") % told)
    if near:
        return Reply(_("There is no “%(name)s” here. Do you mean %(near)s?") % told)
    return Reply(_("There is no %(name)s in the pantry, so there is nothing to change.") % told)


def almost(wish: Wish, lots: list[dict[str, Any]], words: str) -> Reply:
    """Nothing is called so; something has the words in its name. Said, and not taken for it."""
    choices = options("lot", lots)
    named = {"name": plain(words), "near": either(bold(lot["name"]) for lot in lots)}
    return Reply(_("There is no “%(name)s” here. Do you mean %(near)s?") % named, choices, Ask(wish, "lot", choices))


def which(wish: Wish, lots: list[dict[str, Any]]) -> Reply:
    """Asks which lot is meant."""
    rows = [
        f"{bold(lot['name'])}, {plain(lot['amount'])}, {plain(lot['place'])}"
        + (f", {lot['due']}" if lot["due"] else "")
        for lot in lots
    ]
    choices = tuple(
        Option("lot", str(lot["id"]), str(lot["name"]), f"{lot['place']} {lot['due']} {lot['amount']}") for lot in lots
    )
    return Reply(f"{_('Which one do you mean?')}\n\n{lines(rows, numbered=1)}", choices, Ask(wish, "lot", choices))


def kinds(lots: list[dict[str, Any]]) -> int:
    return len({lot["food"] or lot["name"] for lot in lots})


def use(wish: Wish, memory: Memory, _here: Here) -> Skill:
    """Something was eaten or cooked. Asks how much, where nobody said and there may be some left."""
    lots, instead = yield from find(wish, memory)
    if instead:
        return instead
    if kinds(lots) > 1:
        return which(wish, lots)
    amount, name = wish.get("amount"), plain(lots[0]["name"])
    if not amount and len(lots) == 1 and lots[0]["amount"] == "1":
        amount = "all"
    if not amount:
        there = listed(plain(lot["amount"]) for lot in lots if lot["amount"])
        if not there:
            return Reply(
                _("How much of the %(name)s? Say an amount, or “all”.") % {"name": name}, ask=Ask(wish, "amount")
            )
        text = _("How much of the %(name)s? There is %(amount)s. Say an amount, or “all”.") % {
            "name": name,
            "amount": there,
        }
        return Reply(text, ask=Ask(wish, "amount"), food=lots[0]["name"])
    target = {"lot": lots[0]["id"]} if len(lots) == 1 else {"food": wish.get("what") or memory.food}
    refused = yield Change("use_stock", {**target, "amount": amount})
    return Reply(refused.refused, food=lots[0]["name"])


def waste(wish: Wish, memory: Memory, _here: Here) -> Skill:
    lots, instead = yield from find(wish, memory)
    if instead:
        return instead
    if len(lots) > 1:
        return which(wish, lots)
    arguments = {"lot": lots[0]["id"], "amount": wish.get("amount") or "all", "reason": wish.get("reason") or "spoiled"}
    refused = yield Change("waste_stock", arguments)
    return Reply(refused.refused, food=lots[0]["name"])


def move(wish: Wish, memory: Memory, _here: Here) -> Skill:
    """To another place; what lies there already is not what is meant."""
    lots, instead = yield from find(wish, memory)
    if instead:
        if wish.kind == "put" and wish.get("what"):
            line = f"{wish.get('amount')} {wish.get('what')} {wish.get('to')}".removeprefix("all ").strip()
            return (yield from add(Wish("add", {"lines": [line]}), memory, Here()))
        return instead
    away = [
        lot
        for lot in lots
        if lot.get("storage") != wish.get("to") and lot["place"].casefold() != wish.get("to").casefold()
    ]
    if not away:
        told = {"name": plain(lots[0]["name"]), "place": plain(lots[0]["place"])}
        return Reply(_("The %(name)s is there already: %(place)s.") % told)
    if len(away) > 1:
        return which(wish, away)
    amount = {} if wish.get("amount") in {"", "all"} else {"amount": wish.get("amount")}
    refused = yield Change("move_stock", {"lot": away[0]["id"], "to": wish.get("to"), **amount})
    return Reply(refused.refused, food=away[0]["name"])


def add(wish: Wish, _memory: Memory, _here: Here) -> Skill:
    text = "\n".join(wish.get("lines"))
    refused = yield Change("add_stock", {"text": text})
    return Reply(refused.refused)


def gone(wish: Wish, memory: Memory, _here: Here) -> Skill:
    """Nothing is left of it: what is still written down goes, and it is put on the list."""
    words = wish.get("what") or memory.food
    found: Result = yield Call("find_stock", {"words": words})
    lots = found.get("lots") or []
    if lots and len(lots) == 1:
        arguments = {"lot": lots[0]["id"], "amount": "all"}
        refused = yield Change("use_stock", arguments)
        if not refused.refused:
            refused = yield Change("add_to_list", {"items": [words]})
        return Reply(refused.refused, food=words)
    text = _("Shall I put %(name)s on the shopping list?") % {"name": plain(words)}
    return Reply(text, ask=Ask(Wish("list_add", {"items": [words]})), food=words)


def cooked(wish: Wish, memory: Memory, _here: Here) -> Skill:
    """A dish was cooked, or is: what it takes goes off the shelves."""
    name = dish_named(wish, memory)
    if not name:
        return Reply(_("Which dish?"))
    refused = yield Change("use_for_dish", {"recipe": name, **servings_of(wish, memory)})
    return Reply(refused.refused, recipe=None if refused.refused else Option("recipe", name, name))
