"""A name as it was typed, without what is said around it: "also …", "… to my list", "… for 8 people", "thanks"."""

import re
from collections.abc import Sequence

from chat.agent.builtin.understanding.things import thing
from pantry.matching.index import key_of, names

BEFORE = re.compile(
    r"^(?:(?:also|and|oh|or|plus|then|maybe|perhaps|please|besides|likewise|to buy|to get|as well as|even)\b[,:]?\s+)+",
    re.IGNORECASE,
)
LIST = r"(?:the |my |our |your |this )?(?:[a-z]+ )?(?:shopping[ -]?|grocery )?list"
LIST = rf"{LIST}(?: (?:then|too|please|again|any ?more))*"
BEHIND = re.compile(
    rf"\s+(?:(?:on|onto|to|in|into|from|off) {LIST}(?:,? for .+)?|for \w+ (?:people|persons?|guests|of us)"
    r"|for (?:the |our |my )?(?:next )?shopping(?: list| trip)?|(?:then|again|instead|too|as well|also|please|pls"
    r"|thanks?|thank you|cheers|darling|dear|love|mate|maybe)"
    r"|on (?:the|my|our) way(?: home| back)?|later|after work|this (?:week(?:end)?|afternoon|evening)|next time"
    r"|at some point"
    r"|soon|in town|(?:at|from) (?:the |our )?(?:market|shops?|stores?|supermarket|butcher'?s?|baker'?s?|bakery"
    r"|corner shop))$",
    re.IGNORECASE,
)
# "the ripe ones" says more of what was named before, and names nothing.
EMPTY = re.compile(
    r"(?:many )?(?:thanks?|thank you|thx|cheers|ta|please|pls|darling|dear|yes|no|ok|okay"
    r"|its|it|there|here|better)\b.{0,20}"
    r"|(?:the |those |these |some )?(?:[\w'-]+ )?ones?|[a-z]",
    re.IGNORECASE,
)


def tidied(typed: Sequence[str]) -> list[str]:
    """Several names; those of which nothing is left are left out, except where it is the only one."""
    return [name for one in typed if (name := _tidied(one))] or list(typed)


def _tidied(typed: str) -> str:
    text = BEFORE.sub("", typed.strip())
    while (found := BEHIND.search(text)) and key_of(text) not in names():
        text = text[: found.start()].strip(" ,.;:")
    name = thing(text).name
    return "" if not name or (EMPTY.fullmatch(name) and key_of(name) not in names()) else text
