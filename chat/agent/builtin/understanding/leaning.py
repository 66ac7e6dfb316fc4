"""What a wish leaves open because it was named before: "put a bottle on the list then", "what can I cook for him"."""

import re
from typing import Any

from chat.agent.builtin.understanding.gathering import amount_at, gathered
from chat.agent.builtin.understanding.things import PRONOUNS, named
from chat.agent.builtin.wish import Memory, Wish

# The words that stand for a thing: "a bottle of it", "some", "a new one", "two more".
STANDS_FOR = re.compile(
    r"(?:of )?(?:it|that|this|them|those|these|some|one|ones|more|another|a few|any|(?:the |an? )?(?:new|fresh|other"
    r"|big|small|large) (?:one|ones))?(?: (?:of (?:it|them|that|those)|more|one|ones|too|then|please))*",
    re.IGNORECASE,
)
MEASURES = re.compile(
    r"(?:packs?|packets?|bags?|bottles?|tins?|cans?|jars?|boxe?s?|loaf|loaves|bunch(?:es)?|heads?|cartons?|pots?|tubs?"
    r"|tubes?|crates?|nets?|punnets?|blocks?|slices?|couple|dozen|few|kilos?|litres?|pounds?|pints?)",
    re.IGNORECASE,
)
HIM = re.compile(
    r"\b(?:for|with|suits?) (?:him|her|them both|them|he|she)\b|\b(?:he|she) (?:can|could|may|might|will|likes?|eats?|"
    r"have|eat)\b|\b(?:can|could|may|might|would|does|will) (?:he|she) (?:eat|have|like|get)\b",
    re.IGNORECASE,
)
OUT_OF_IT = re.compile(
    r"\b(?:with|out of|from|of|uses?(?: up)?|using(?: up)?|cook|make of|for) (?:it|that|them|those|these|this"
    r"|the rest)\b|"
    r"\bit (?:up|away)\b",
    re.IGNORECASE,
)
HAVE = re.compile(
    r"(?:(?:ok|so|right|well|yes|oh),? )?(?:(?:i|we)(?:'ve)?(?: have| already| just| now)* )?(?:have|got|bought"
    r"|picked up"
    r"|found|grabbed|took)(?: got)?(?: already| now)? (?:the |my |some |our )?(?P<what>.+?)(?: (?:already|now|here"
    r"|at home|too))*",
    re.IGNORECASE,
)
BECAUSE = re.compile(
    r"(?:(?:because|since|as|cause) )?(?:i|we|there|someone|somebody|mum|mom|dad|(?-i:[A-Z][a-z]+))(?:'ve|'s| is| are)?"
    r"(?: (?:just|still|already|have|has|got))* (?:found|got|have|has|plenty|enough|bought|some|loads|more|one|it"
    r"|them)\b"
    r"(?: (?:some|it|them|one|enough|more|plenty|already|left|at home|here|in the \w+|anyway|half|a|an|of|loaf|pack"
    r"|packet"
    r"|bag|jar|tin|bottle|today|the|other|day|yesterday))*",
    re.IGNORECASE,
)
LATE_REASON = re.compile(rf",\s*{BECAUSE.pattern}$", re.IGNORECASE)
PERSON = ("name", "who")
# What somebody tells before “put it on the list” and that wants nothing itself: "Bob likes olives".
TOLD = frozenset({"unknown", "mention", "suits", "eaters", "fine", "either"})
LISTED = frozenset({"list_add"})
CHOSEN = frozenset({"tick", "remove"})


def leaning(wish: Wish, clause: str, memory: Memory) -> Wish:
    """The wish with what was named before it."""
    if wish.kind in LISTED and memory.food and wish.get("items"):
        return wish.but(items=[with_name(one, memory.food) for one in wish.get("items")])
    if wish.kind == "cook":
        return _for_whom(_out_of_it(wish, clause, memory), clause, memory)
    return wish


def with_name(item: str, food: str) -> str:
    """“a bottle” of what was spoken of; what has a name of its own keeps it."""
    measure = amount_at(item, 0)
    amount, rest = (measure[0], item[measure[1] :].strip()) if measure else ("", item.strip())
    if MEASURES.fullmatch(rest):
        return f"{amount} {rest} {food}".strip()
    if STANDS_FOR.fullmatch(rest) and (rest or amount):
        return f"{amount} {food}".strip()
    return item


def _out_of_it(wish: Wish, clause: str, memory: Memory) -> Wish:
    using = [one for one in wish.get("using") or [] if one.casefold() not in PRONOUNS]
    if not memory.food or using or not OUT_OF_IT.search(clause):
        return wish.but(using=using) if "using" in wish.slots and not using else wish
    return wish.but(using=[memory.food])


def _for_whom(wish: Wish, clause: str, memory: Memory) -> Wish:
    if wish.get("eaters") or not HIM.search(clause) or memory.wish is None:
        return wish
    before: Any = next((one for name in PERSON if (one := memory.wish.get(name))), None) or memory.wish.get("eaters")
    return wish.but(eaters=[before] if isinstance(before, str) else before) if before else wish


def told_before(wishes: list[Wish], wish: Wish, prior: str) -> Wish | None:
    """“I have the flour and the yoghurt, tick them off”: what stood before it is what is meant."""
    if wish.get("items") or not wishes:
        return None
    if wish.kind in LISTED and wishes[-1].kind in TOLD and len(found := gathered(prior).things) == 1:
        return wish.but(items=[found[0].typed])
    if wish.kind not in CHOSEN:
        return None
    if not (had := HAVE.fullmatch(prior)):
        return None
    names = [one.name for one in gathered(had["what"]).things] or [named(had["what"])]
    return wish.but(items=names)


def is_reason(clause: str, last: Wish) -> bool:
    """“take it off, I found some” only says why."""
    return last.kind in CHOSEN and BECAUSE.fullmatch(clause) is not None
