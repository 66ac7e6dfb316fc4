"""The bookkeeper: bills, who owes whom, payments."""

from collections.abc import Generator, Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from chat.agent.builtin.skills.phrases import bold, either, lines, listed, plain
from chat.agent.builtin.understanding.money_words import PRONOUNS
from chat.agent.builtin.wish import Ask, Call, Change, Here, Memory, Option, Reply, Result, Skill, Wish

SAID = ("total", "title", "paid_by", "people")
FEW = 2
ONE_OTHER = frozenset({"he", "she", "him", "her", "hers", "his"})
Filled = Generator[Call, Result, Wish | Reply]


def split(wish: Wish, _memory: Memory, here: Here) -> Skill:
    if not here.lives_here:
        return Reply(_("Bills are for the people who live here."))
    wish = yield from _without_pronouns(wish)
    if whom := unclear(wish):
        return Reply(_("Whom do you mean by “%(word)s”? Say it again with the name.") % {"word": plain(whom)})
    if not wish.get("total") or wish.get("unclear") or wish.get("unsure"):
        return _unsure(wish)
    filled = yield from _filled(wish)
    if isinstance(filled, Reply):
        return filled
    refused = yield Change("split_bill", arguments_of(filled))
    return (yield from _refused(refused.refused, filled))


def _unsure(wish: Wish) -> Reply:
    if not wish.get("total"):
        told = _("How much was the bill? Say it like “split 84.50 for pizza between us”.")
        return Reply(told, ask=Ask(wish, "total"))
    if wish.get("unclear"):
        told = _("Who pays how much of it? Say it like “I pay 20 and Bob pays the rest”.")
        return Reply(told, ask=Ask(wish, "parts"))
    return Reply(_("Shall I split it equally between everybody who lives here?"), ask=Ask(wish.but(unsure=False)))


def _refused(text: str, wish: Wish) -> Skill:
    """Where somebody who shares no bills was named, that is what is asked about."""
    named = [*wish.get("people", []), *(part["person"] for part in wish.get("parts", []))]
    if not text or not named:
        return Reply(text)
    table = yield from _table()
    known = {name.casefold().split()[0] for name in table} | {"me"}
    stranger = next((name for name in named if name.casefold().split()[0] not in known), "")
    if not stranger:
        return Reply(text)
    told = {"name": bold(stranger), "names": _called(table)}
    return Reply(_("%(name)s shares no bills here, only %(names)s do. Who pays that part?") % told)


def arguments_of(wish: Wish) -> dict[str, Any]:
    told = {name: wish.get(name) for name in SAID if wish.get(name)}
    if wish.get("things"):
        return {**told, "mode": "items", "items": wish.get("things")}
    if wish.get("parts"):
        return {**told, "mode": wish.get("mode"), "parts": wish.get("parts")}
    return told


def _without_pronouns(wish: Wish) -> Generator[Call, Result, Wish]:
    """In a household of two, "he" is the other one."""
    word = unclear(wish)
    if word.casefold() not in ONE_OTHER:
        return wish
    table = yield from _table()
    others = [name for name in table if name != "me"]
    if len(others) != 1 or len(table) != FEW:
        return wish
    return Wish(wish.kind, {name: _named(value, others[0]) for name, value in wish.slots.items()})


def _named(value: Any, name: str) -> Any:
    if isinstance(value, str):
        return name if value.casefold() in ONE_OTHER else value
    if isinstance(value, list):
        return [_named(one, name) for one in value]
    return {key: _named(one, name) for key, one in value.items()} if isinstance(value, dict) else value


def unclear(wish: Wish) -> str:
    """A word for somebody that names nobody."""
    said = [*wish.get("people", []), wish.get("paid_by"), wish.get("payer"), wish.get("payee"), wish.get("who")]
    said += [part["person"] for part in wish.get("parts", [])]
    said += [person for item in wish.get("things", []) for person in item["people"]]
    return next((word for word in said if word and word.casefold() in PRONOUNS), "")


def _filled(wish: Wish) -> Filled:
    """With everybody's part, where only some were said; asks who lives here only if that matters."""
    if not (wish.get("count") or wish.get("pair") or wish.get("parts")):
        return wish
    people = wish.get("people") or []
    if not people:
        people = yield from _table()
    count = wish.get("count")
    if count and count != len(people) and not wish.get("parts"):
        return Reply(_ask_which(count, people))
    if pair := wish.get("pair"):
        if len(people) != FEW:
            return Reply(_("Who pays %(one)s and who %(other)s?") % {"one": pair[0], "other": pair[1]})
        parts = [{"person": who, "value": value} for who, value in zip(_ordered(people, wish), pair, strict=True)]
        return Wish("split", {**_without_people(wish), "parts": parts})
    if wish.get("parts"):
        return _parted(wish, people)
    return wish


def _parted(wish: Wish, people: Sequence[str]) -> Wish | Reply:
    """Not where the shares of a whole leave a piece of it to nobody."""
    parts = _everybodys(wish, people)
    whole = wish.get("whole")
    is_left = whole and len(parts) == len(wish.get("parts"))
    if is_left and sum(Decimal(part["value"]) for part in parts) != int(whole):
        return Reply(_("Together that is not the whole bill. Who pays the rest?"), ask=Ask(wish, "parts"))
    return Wish("split", {**_without_people(wish), "parts": parts})


def _ordered(people: Sequence[str], wish: Wish) -> list[str]:
    """Who was said to have the first part comes first."""
    first = wish.get("first").casefold().split()[:1]
    return sorted(people, key=lambda who: bool(first) and who.casefold().split()[:1] != first)


def _called(people: Sequence[str]) -> str:
    return listed(_("you") if who == "me" else plain(who) for who in people)


def _without_people(wish: Wish) -> dict[str, Any]:
    return {name: value for name, value in wish.slots.items() if name != "people"}


def _everybodys(wish: Wish, people: Sequence[str]) -> list[dict[str, str]]:
    """Who was not named has the rest: one share, what is left of the amount, or of the percents if it is one person."""
    parts, mode = list(wish.get("parts")), wish.get("mode")
    named = {part["person"].casefold().split()[0] for part in parts}
    others = [who for who in people if who.casefold().split()[0] not in named]
    if whole := wish.get("whole"):
        return _of_a_whole(parts, others, int(whole))
    if mode == "percent":
        left = Decimal(100) - sum(Decimal(part["value"]) for part in parts)
        return (
            [*parts, {"person": others[0], "value": f"{left.normalize():f}"}]
            if left > 0 and len(others) == 1
            else parts
        )
    if mode == "exact" and any(part["value"] == "rest" for part in parts):
        return parts
    if mode == "exact" and sum(Decimal(part["value"]) for part in parts) >= Decimal(wish.get("total")):
        return parts
    return [*parts, *({"person": who, "value": "1" if mode == "shares" else "rest"} for who in others)]


def _of_a_whole(parts: list[dict[str, str]], others: Sequence[str], whole: int) -> list[dict[str, str]]:
    """A third for one: the other two thirds are shared by who was not named."""
    left = whole - sum(int(part["value"]) for part in parts)
    if left <= 0 or not others:
        return parts
    scaled = [{**part, "value": str(int(part["value"]) * len(others))} for part in parts]
    return [*scaled, *({"person": who, "value": str(left)} for who in others)]


def _table() -> Generator[Call, Result, list[str]]:
    found: Result = yield Call("show_balance")
    return list(found.get("people") or [])


def _ask_which(count: int, people: Sequence[str]) -> str:
    told = {"count": count, "names": _called(people)}
    if (count, len(people)) == (3, 2):
        return _("That would be three, but only %(names)s share bills here. Who is the third?") % told
    if count > len(people):
        return _("That would be %(count)s, but only %(names)s share bills here. Who else is it?") % told
    return _("Which %(count)s? Here live %(names)s. Say who shares it.") % told


def balance(_wish: Wish, _memory: Memory, here: Here) -> Skill:
    if not here.lives_here:
        return Reply(_("Bills are for the people who live here."))
    found: Result = yield Call("show_balance")
    if found.refused:
        return Reply(found.refused)
    payments = found.get("payments") or []
    if not payments:
        return Reply(_("Everybody is quits: nobody owes anybody anything."))
    opening = _opening(found.get("standings") or [])
    return Reply(f"{opening}\n\n{lines([_owed(one) for one in payments])}")


def _opening(standings: Sequence[dict[str, Any]]) -> str:
    mine = next((one for one in standings if one["me"]), None)
    if mine is None:
        return _("You are quits. The fewest payments that settle the rest:")
    text = _("You are owed %(amount)s in all.") if mine["owed"] else _("You owe %(amount)s in all.")
    return f"{text % {'amount': bold(mine['amount'])}} {_('The fewest payments that settle everything:')}"


def _owed(payment: dict[str, Any]) -> str:
    names = {name: plain(payment[name]) for name in ("payer", "payee")} | {"amount": bold(payment["amount"])}
    if payment["i_pay"]:
        return _("you pay %(payee)s %(amount)s") % names
    if payment["i_get"]:
        return _("%(payer)s pays you %(amount)s") % names
    return _("%(payer)s pays %(payee)s %(amount)s") % names


def settle(wish: Wish, _memory: Memory, here: Here) -> Skill:
    if not here.lives_here:
        return Reply(_("Bills are for the people who live here."))
    wish = yield from _without_pronouns(wish)
    if whom := unclear(wish):
        return Reply(_("Whom do you mean by “%(word)s”? Say it again with the name.") % {"word": plain(whom)})
    if not wish.get("payer"):
        return (yield from _settle_open(wish))
    told = {name: wish.get(name) for name in ("payer", "payee", "amount") if wish.get(name)}
    refused = yield Change("settle_up", told)
    return Reply(refused.refused)


def _settle_open(wish: Wish) -> Skill:
    """Between the person and `who`, or with the only one there is: which way the money goes, the balance says."""
    found: Result = yield Call("show_balance")
    if found.refused:
        return Reply(found.refused)
    mine = [one for one in found.get("payments") or [] if one["i_pay"] or one["i_get"]]
    if who := wish.get("who"):
        mine = [one for one in mine if _other(one).casefold().split()[:1] == who.casefold().split()[:1]]
    if not mine:
        whom = bold(wish.get("who")) if wish.get("who") else _("anybody")
        return Reply(_("You have nothing to settle with %(whom)s.") % {"whom": whom})
    if len(mine) > 1:
        options = tuple(Option("person", _other(one), _other(one)) for one in mine)
        names = either(bold(one.name) for one in options)
        return Reply(_("With whom: %(names)s?") % {"names": names}, options, Ask(wish, "who", options))
    one = mine[0]
    told = {"payer": "me", "payee": one["payee"]} if one["i_pay"] else {"payer": one["payer"], "payee": "me"}
    amount = {"amount": wish.get("amount")} if wish.get("amount") else {}
    refused = yield Change("settle_up", {**told, **amount})
    return Reply(refused.refused)


def _other(payment: dict[str, Any]) -> str:
    name: str = payment["payee"] if payment["i_pay"] else payment["payer"]
    return name
