"""The pantry keeper: what is there, until when, and what went or came."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chat.agent.builtin.skills.phrases import bold, either, lines, options, plain
from chat.agent.builtin.wish import Ask, Call, Here, Memory, Reply, Result, Skill, Wish

SHOWN = 12


def lot_line(lot: dict[str, Any]) -> str:
    """**Milk**, 1 l in the Fridge: 2 days (use by, as printed)"""
    head = ", ".join(filter(None, (bold(lot["name"]), plain(lot["amount"]), plain(lot["place"]))))
    if not lot["due"]:
        return head
    due = f"{lot['due']} ({lot['why']})" if lot["why"] else lot["due"]
    return f"{head}: {due}"


def lot_list(lots: list[dict[str, Any]]) -> str:
    rows = [lot_line(lot) for lot in lots[:SHOWN]]
    if more := len(lots) - SHOWN:
        rows += (
            [ngettext("and %(count)s more thing", "and %(count)s more things", more) % {"count": more}]
            if more > 0
            else []
        )
    return lines(rows)


def stock(wish: Wish, memory: Memory, _here: Here) -> Skill:
    """Is there any of it, how much, where, until when."""
    words = wish.get("words") or memory.food
    if not words:
        return Reply(_("Of what? Name the food."))
    found: Result = yield Call("find_stock", {"words": words, **_place(wish)})
    if found.refused:
        return Reply(found.refused)
    lots = found.get("lots") or []
    if not lots:
        return absent(words, found)
    if not found.get("exact", True):
        text = _("No, no %(name)s. Here is:") % {"name": plain(words)}
        return Reply(f"{text}\n\n{lot_list(lots)}", options("lot", lots), food=lots[0]["name"])
    if len(lots) == 1:
        return Reply(_("Yes: %(lot)s.") % {"lot": lot_line(lots[0])}, options("lot", lots), food=lots[0]["name"])
    return Reply(f"{_('Yes:')}\n\n{lot_list(lots)}", options("lot", lots), food=lots[0]["name"])


def _place(wish: Wish) -> dict[str, str]:
    return {"place": wish.get("place")} if wish.get("place") else {}


def absent(words: str, found: Result) -> Reply:
    """None of it is there: what is near, else an offer to buy it."""
    near = found.get("near") or []
    if found.get("elsewhere"):
        return Reply(_("Not there, but elsewhere in the kitchen. Ask without the place.") if words else "", food=words)
    if near:
        names = {"name": plain(words), "near": either(map(plain, near))}
        return Reply(_("There is no “%(name)s” here. Do you mean %(near)s?") % names, food=words)
    text = _("No, there is no %(name)s here. Shall I put it on the shopping list?") % {"name": plain(words)}
    return Reply(text, ask=Ask(Wish("list_add", {"items": [words]})), food=words)


def shelf(wish: Wish, _memory: Memory, _here: Here) -> Skill:
    """Everything that is there, or in one place."""
    found: Result = yield Call("find_stock", _place(wish))
    if found.refused:
        return Reply(found.refused)
    lots = found.get("lots") or []
    if not lots:
        return Reply(_("Nothing is written down there. Tell me what you bought, and I add it."))
    count = found.get("count") or len(lots)
    opening = ngettext(
        "There is %(count)s thing, most urgent first:", "There are %(count)s things, most urgent first:", count
    )
    return Reply(f"{opening % {'count': count}}\n\n{lot_list(lots)}", options("lot", lots))


def expiring(wish: Wish, _memory: Memory, _here: Here) -> Skill:
    """What must be eaten, with an offer to cook it."""
    days = wish.get("days", 3)
    found: Result = yield Call("find_expiring", {"days": days})
    if found.refused:
        return Reply(found.refused)
    lots = found.get("lots") or []
    if not lots:
        return Reply(_no_hurry(days))
    opening = _("This must be eaten first:") if len(lots) > 1 else _("Only this must be eaten soon:")
    names = [lot["name"] for lot in lots[:1]]
    offer = _("Shall I look for a dish with the %(food)s?") % {"food": plain(names[0])}
    text = f"{opening}\n\n{lot_list(lots)}\n\n{offer}"
    return Reply(text, options("lot", lots), Ask(Wish("cook", {"using": names})), food=lots[0]["name"])


def _no_hurry(days: int) -> str:
    if not days:
        return _("Nothing has to be eaten today.")
    return ngettext(
        "Nothing reaches its date within %(count)s day.", "Nothing reaches its date within %(count)s days.", days
    ) % {"count": days}


def date_of(wish: Wish, memory: Memory, _here: Here) -> Skill:
    """Until when what is here is good; without a date, how long it usually keeps."""
    words = wish.get("words") or memory.food
    if not words:
        return Reply(_("Of what? Name the food."))
    found: Result = yield Call("find_stock", {"words": words})
    lots = found.get("lots") or []
    if found.refused or not lots:
        return Reply(found.refused) if found.refused else absent(words, found)
    rows = [lot for lot in lots if lot["due"]]
    if not rows:
        return (yield from shelf_life(Wish("shelf_life", {"food": words}), Memory(), Here()))
    late = rows[0]["state"] == "late"
    advice = _("Look at it, smell it, and when in doubt throw it away.") if late else _("That is what its date says.")
    return Reply(f"{lot_list(rows)}\n\n{advice}", options("lot", rows), food=rows[0]["name"])


STORAGES, STATES = ("pantry", "fridge", "freezer"), ("sealed", "opened", "thawed")


def shelf_life(wish: Wish, memory: Memory, _here: Here) -> Skill:
    """How long a food usually keeps, by where."""
    food = wish.get("food") or memory.food
    if not food:
        return Reply(_("Of what? Name the food."))
    found: Result = yield Call("look_up_shelf_life", {"food": food})
    if found.refused:
        return Reply(found.refused)
    keeps = found.get("keeps") or []
    where = wish.get("where")
    narrow = [one for one in keeps if where in {one["storage"], one["state"] if one["state"] in STATES[1:] else ""}]
    chosen = narrow or keeps
    name = bold(found.get("food"))
    if not chosen:
        return Reply(_("Nobody has written down how long %(food)s keeps.") % {"food": name}, food=food)
    rows = [_life(one) for one in sorted(chosen, key=_order)]
    closing = _("These are usual times; look and smell decide.")
    if len(rows) == 1:
        return Reply(
            _("%(food)s keeps %(life)s. %(closing)s") % {"food": name, "life": rows[0], "closing": closing}, food=food
        )
    return Reply(f"{_('%(food)s keeps:') % {'food': name}}\n\n{lines(rows)}\n\n{closing}", food=food)


def _order(one: dict[str, Any]) -> tuple[int, int]:
    return STATES.index(one["state"]), STORAGES.index(one["storage"])


def _life(one: dict[str, Any]) -> str:
    places = {"pantry": _("in the pantry"), "fridge": _("in the fridge"), "freezer": _("in the freezer")}
    told = {"days": _days(one["days"]), "where": places[one["storage"]]}
    if one["state"] == "opened":
        return _("%(days)s %(where)s once opened") % told
    return (_("%(days)s %(where)s once thawed") if one["state"] == "thawed" else _("%(days)s %(where)s")) % told


def _days(days: int) -> str:
    if days >= 60:  # noqa: PLR2004 - two months are told in months
        return ngettext("about %(count)s month", "about %(count)s months", days // 30) % {"count": days // 30}
    if days >= 14 and days % 7 == 0:  # noqa: PLR2004 - two weeks are told in weeks
        return ngettext("%(count)s week", "%(count)s weeks", days // 7) % {"count": days // 7}
    return ngettext("%(count)s day", "%(count)s days", days) % {"count": days}
