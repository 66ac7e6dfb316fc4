"""What is said while the list lies on the table: "got the flour", "scrap the ginger", "all of it is in the trolley"."""

import re

from chat.agent.builtin.understanding.pattern import Pattern, pattern
from chat.agent.builtin.understanding.shopping_slots import chosen
from chat.agent.builtin.understanding.things import named, parts, thing
from chat.agent.builtin.wish import Memory, Wish

# Whoever stands in the shop has the list in hand: what they got there is ticked.
PATTERNS: tuple[Pattern, ...] = (
    pattern(
        "tick",
        r"(?:(?:i|we)(?:'m|'re| am| are) |here |standing |still |now |currently )*(?:in|at) (?:(?:the |our )?(?:\w+ )?"
        r"(?:shop|store|supermarket|market|grocer'?s|greengrocer'?s|baker'?s|butcher'?s)|aldi|lidl|tesco|rewe)"
        r"(?: (?:now|already|right now|at the moment))?(?:,|:| -| and)? (?:so |and )?(?:(?:i|we)(?:'ve| have)? )?"
        r"(?:just |already |now )*(?:got|have|found|picked up|grabbed|took|packed)(?: already| now)? "
        r"(?:the |some |my |all the )?(?P<what>[^\d€$£?]+)",
        chosen,
    ),
)
SPOKEN_OF = frozenset({"show_list", "tick", "remove", "list_add"})
# So much of something was bought: that comes onto the shelves.
BOUGHT = re.compile(r"(?:(?:i|we)(?:'ve| have)? )?(?:just )?bought (?:\d|an? \w+ of)", re.IGNORECASE)
NOW = r"(?:,? (?:now|already|too|as well|also|again|then|please|though|by now|from (?:it|there|the list)))*"
GOT = re.compile(
    r"(?:(?:i|we)(?:'ve| have)? )?(?:just |now |already )?(?:got|have|found|picked up|grabbed|took|bought"
    r"|there's|done:?"
    rf"|check|tick(?:ed)?(?: off)?|packed)(?: off)?:? (?:the |some |my |all the )?(?P<what>.+?){NOW}",
    re.IGNORECASE,
)
LIES = re.compile(
    r"(?:the |my )?(?P<what>.+?) (?:(?:is|are|'s) )?(?:all )?(?:now |already )?(?:in (?:the |my |our"
    r" )?(?:basket|trolley"
    rf"|cart|bag)|bought|got|done|ticked(?: off)?|checked off|sorted|packed){NOW}(?P<more>, .+)?",
    re.IGNORECASE,
)
OFF = re.compile(
    r"(?:scrap|scratch|drop|skip|lose|kill|ditch|axe|nix|strike|cancel|take|get rid of|remove|delete|leave out|no more"
    r"|forget(?: about)?|cross|no|don't buy|no need for|we don't need|i don't need|not) (?:the |any |that |those )?"
    rf"(?P<what>.+?)(?: off| out| away)?{NOW}",
    re.IGNORECASE,
)
EVERYTHING = re.compile(
    r"(?:(?:that's|that is|that was|i've|we've|i|we)? ?(?:got |have |bought )?)?(?:all of (?:it|them|that)|everything"
    r"|it all|the (?:whole )?lot|the whole list|all)(?: on (?:it|there|the list|my list))?",
    re.IGNORECASE,
)
EXCEPT = re.compile(
    r"(?P<all>.+?),? (?:except(?: for)?|but(?: not)?|apart from|besides|minus|without) (?:the )?(?P<not>.+)",
    re.IGNORECASE,
)


def shopping_now(clause: str, memory: Memory) -> Wish | None:
    """Only about what stands on the list that was shown: everything else is read as always."""
    if memory.wish is None or memory.wish.kind not in SPOKEN_OF or not on_list(memory):
        return None
    if EVERYTHING.fullmatch(clause) and re.search(r"\b(?:got|have|bought|that's)\b", clause, re.IGNORECASE):
        return Wish("tick", {"items": ["everything"]})
    for kind, expression in (("tick", LIES), ("tick", GOT), ("remove", OFF)):
        found = expression.fullmatch(clause)
        if found and not (kind == "tick" and BOUGHT.match(clause)) and (wish := _of(kind, found, memory)):
            return wish
    return None


def _of(kind: str, found: re.Match[str], memory: Memory) -> Wish | None:
    what = found["what"] + (found.groupdict().get("more") or "")
    if EVERYTHING.fullmatch(what):
        return Wish(kind, {"items": ["everything"]})
    if kind == "tick" and (but := EXCEPT.fullmatch(what)) and EVERYTHING.fullmatch(but["all"]):
        return Wish(kind, {"items": ["everything"], "except": [named(one) for one in parts(but["not"])]})
    names = [re.sub(r" (?:as well|too|also)$", "", thing(one).name) for one in parts(what)]
    there = on_list(memory)
    return Wish(kind, {"items": names}) if names and all(_is_on(name, there) for name in names) else None


def on_list(memory: Memory) -> list[str]:
    return [option.name.casefold() for option in memory.options if option.kind == "item"]


def _is_on(name: str, there: list[str]) -> bool:
    said = set(name.casefold().split())
    return bool(said) and any(said <= set(one.split()) or one == name.casefold().rstrip("s") for one in there)
