"""The pantry keeper looks ahead and back, and counts again."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chat.agent.builtin.skills.movements import find, which
from chat.agent.builtin.skills.phrases import bold, lines, listed, plain
from chat.agent.builtin.wish import Ask, Call, Change, Here, Memory, Reply, Result, Skill, Wish

SHOWN = 12


def forecast(wish: Wish, memory: Memory, _here: Here) -> Skill:
    """When a food will be used up; without one, all that runs low."""
    food = wish.get("food") or (memory.food if wish.get("it") else "")
    found: Result = yield Call("forecast_stock", {"food": food} if food else {})
    if found.refused:
        return Reply(found.refused)
    foods = found.get("foods") or []
    if not foods:
        return Reply(_("Nothing runs low, as far as I can reckon from what was used."))
    if food:
        one = foods[0]
        ask = Ask(Wish("list_add", {"items": [one["food"]]}))
        return Reply(f"{_lasts(one)}\n\n{_('Shall I put it on the shopping list?')}", ask=ask, food=one["food"])
    names = [one["food"] for one in foods[:SHOWN]]
    texts = [
        _("This runs low:"),
        lines([_lasts(one) for one in foods[:SHOWN]]),
        _("Shall I put it on the shopping list?"),
    ]
    return Reply("\n\n".join(texts), ask=Ask(Wish("list_add", {"items": names})))


def _lasts(one: dict[str, Any]) -> str:
    told = {"food": bold(one["food"]), "there": plain(one.get("there") or _("nothing"))}
    days = one.get("days")
    if days is None:
        return _("%(food)s: %(there)s here; too little was written down to say how long it lasts.") % told
    lasts = ngettext("about %(count)s day", "about %(count)s days", days) % {"count": days}
    if one.get("earliest") is not None and one.get("latest") is not None and one["earliest"] != one["latest"]:
        told |= {"lasts": lasts, "from": one["earliest"], "to": one["latest"]}
        return (
            _("%(food)s: %(there)s here, which lasts %(lasts)s (%(from)s to %(to)s), as fast as it went so far.") % told
        )
    return _("%(food)s: %(there)s here, which lasts %(lasts)s, as fast as it went so far.") % (told | {"lasts": lasts})


def wasted(wish: Wish, _memory: Memory, _here: Here) -> Skill:
    found: Result = yield Call("look_up_waste", {"days": wish.get("days") or 30})
    if found.refused:
        return Reply(found.refused)
    days, times = {"days": found.get("days")}, found.get("times") or 0
    if not times:
        return Reply(_("Nothing was thrown away in the last %(days)s days. Well done.") % days)
    facts = ", ".join(filter(None, (found.get("weight"), found.get("money"))))
    told = ngettext("%(count)s time", "%(count)s times", times) % {"count": times}
    opening = _("In the last %(days)s days something was thrown away %(times)s") % {**days, "times": told}
    texts = [f"{opening} ({plain(facts)})." if facts else f"{opening}."]
    if foods := found.get("foods"):
        texts.append(_("Most of all: %(foods)s.") % {"foods": listed(plain(one["name"]) for one in foods)})
    if reasons := found.get("reasons"):
        texts.append(_("Why: %(reasons)s.") % {"reasons": listed(plain(one["name"]) for one in reasons)})
    return Reply(" ".join(texts))


def correct(wish: Wish, memory: Memory, _here: Here) -> Skill:
    """What there really is. What nobody wrote down can only be added."""
    words = wish.get("what") or memory.food
    if not wish.get("lot"):
        there: Result = yield Call("find_stock", {"words": words})
        if not there.refused and not there.get("lots") and not there.get("near"):
            told = {"name": plain(words), "amount": plain(wish.get("amount"))}
            text = _("No %(name)s is written down. Shall I add %(amount)s?") % told
            return Reply(text, ask=Ask(Wish("add", {"lines": [f"{wish.get('amount')} {words}"]})), food=words)
    lots, instead = yield from find(wish, memory)
    if instead:
        return instead
    if len(lots) > 1:
        return which(wish, lots)
    refused = yield Change("correct_stock", {"lot": lots[0]["id"], "amount": wish.get("amount")})
    return Reply(refused.refused, food=lots[0]["name"])
