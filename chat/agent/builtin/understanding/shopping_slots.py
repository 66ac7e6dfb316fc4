"""What is named in what people say of the shopping list: the things, the list, the dish."""

import re
from typing import Any

from chat.agent.builtin.understanding.gathering import amount_at
from chat.agent.builtin.understanding.limits import take_servings
from chat.agent.builtin.understanding.pattern import Slots
from chat.agent.builtin.understanding.things import named, parts, things

LIST = (
    r"(?:the |my |our |a )?(?:(?P<list>[\w' ]+?) )?(?:shopping[ -]?list|grocery list|groceries list|"
    r"list|groceries|shopping|basket|trolley|cart)(?: (?:then|too|again|as well|please|now|instead|also|as usual"
    r"|for me))*"
)
MISSING = (
    r"(?:what(?:ever)?(?:'s| is| we(?:'re| are)?| i(?:'m| am)?)? (?:still )?(?:missing|lacking|"
    r"need(?:ed)?|lack|need to buy)|(?:the |all (?:the )?)?missing (?:things|ingredients|stuff|items|"
    r"parts)|(?:all )?(?:the )?(?:missing )?(?:ingredients|things|stuff)|everything (?:missing|needed|"
    r"(?:i|we) (?:need|lack))|everything)"
)
OF = r"(?: (?:for|of|from|to make|to cook) (?:the |a |an |our |my )?(?P<recipe>.+?))?"
IT = re.compile(
    r"^(?:it|that|this|them|those|these|that one|the (?:dish|recipe|rest)|what'?s missing|what is missing"
    r"|some|some more"
    r"|more|another(?: one)?|(?:an?|the)? ?(?:new|fresh|other) (?:one|ones|pack|bottle|jar|tin|bag|loaf|carton))$",
    re.IGNORECASE,
)
NO_LIST = r"(?:the |my |our )?(?:shopping |grocery )?list(?: (?:then|too|again|as well|please|now|instead|also))*"
# Why it is not needed: "the ginger, we have some".
BECAUSE = re.compile(
    r"[,;.]?\s+(?:(?:because|since|as|cause)\s+)?(?:we|i)(?:'ve)? (?:still |already |just )*(?:have|got|found"
    r"|bought)\b.*$",
    re.IGNORECASE,
)
NOR = re.compile(r",?\s+(?:and |or |but )?(?:no|not|nor)(?: the| any)? (?P<too>[\w' -]+?) either$", re.IGNORECASE)
# No name of a list has these: "what's missing goes on the list".
NO_LIST_NAME = re.compile(r"\b(?:goes?|go|is|are|missing|needs?|put|add|what|we|i|you|it|them|the)\b", re.IGNORECASE)
NOT_LISTS = {"shopping", "grocery", "the", "my", "our", "new"}


def added(found: re.Match[str]) -> Slots | None:
    text = re.sub(rf" (?:on|onto|to|in) {NO_LIST}$", "", found["what"], flags=re.IGNORECASE)
    if IT.match(text.strip()):
        return {"items": []} | named_list(found)
    items = [one.typed for one in things(text) if one.name]
    return {"items": items} | named_list(found) if items else None


def named_list(found: re.Match[str]) -> dict[str, Any]:
    name = (found.groupdict().get("list") or "").strip().casefold()
    return {"list": name} if name and name not in NOT_LISTS else {}


def listed(found: re.Match[str]) -> Slots | None:
    return None if NO_LIST_NAME.search(found.groupdict().get("list") or "") else named_list(found)


def missing(found: re.Match[str]) -> Slots:
    text, limits = take_servings(found["recipe"] or "")
    recipe = named(text)
    return limits | named_list(found) | ({"recipe": recipe} if recipe and not IT.match(recipe) else {})


def chosen(found: re.Match[str]) -> Slots | None:
    text = BECAUSE.sub("", f"{found['what'].strip()}{found.groupdict().get('more') or ''}")
    text = NOR.sub(r" and \g<too>", text)
    text = re.sub(r"^(?:off |everything: |all: )", "", text, flags=re.IGNORECASE)
    text = re.sub(r" (?:too|as well|also)$", "", text, flags=re.IGNORECASE)
    is_all = re.fullmatch(r"everything|all|it all|all of it", text, re.IGNORECASE)
    if IT.match(text) or (is_all and "list" not in found.string.casefold()):
        return {"items": []}
    names = [name for part in parts(text) if (name := named(part))]
    return {"items": names} if names else None


def moved_count(found: re.Match[str]) -> Slots | None:
    """“spaghetti x2”"""
    return {"items": [f"{found['count']} {named(found['what'])}"]}


def amounting(found: re.Match[str]) -> Slots | None:
    """“put it on the list, 2 packs”"""
    what, amount = found["what"].strip(), found["amount"].strip(" .")
    if amount_at(amount, 0) is None:
        return None
    return {"items": [amount if IT.match(what) else f"{amount} {named(what)}"]} | named_list(found)


def all_but(found: re.Match[str]) -> Slots:
    return {"items": ["everything"], "except": [named(one) for one in parts(found["but"])]}
