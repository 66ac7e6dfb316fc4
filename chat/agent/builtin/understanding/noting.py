"""How people ask to remember and forget, and to bring in a recipe that they know an address of."""

import re

from chat.agent.builtin.understanding.pattern import Pattern, Slots, pattern
from chat.agent.builtin.understanding.things import named
from chat.agent.builtin.wish import Wish

ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"']+", re.IGNORECASE)
BRINGS = re.compile(
    r"\b(?:here|this|nice|look|try|cook|make|link|page|import|save|add|get|grab|fetch|bring|download|recipe|keep|from|take|load)\b",
    re.IGNORECASE,
)
EVERYBODY = re.compile(
    r"\b(?:we|we're|us|our|everybody|everyone|nobody|all|the (?:family|household|kids|children)|together)\b",
    re.IGNORECASE,
)
FOR_ALL = re.compile(
    r",?\s*\b(?:for (?:everybody|everyone|all of us|us all|the (?:whole )?(?:household|family)))$", re.IGNORECASE
)


def addressed(text: str) -> Wish | None:
    """A message with the address of a page is about bringing its recipe in."""
    found = ADDRESS.search(text)
    rest = ADDRESS.sub("", text).strip(" .!?")
    if not found or (rest and not BRINGS.search(rest)):
        return None
    return Wish("import", {"url": found.group().rstrip(".,;!?)")})


NOTE = (
    r"(?:please |can you |could you |would you |kindly |and )*(?:remember|note(?: down)?|(?:make|take|write) "
    r"(?:a |an |down a )?(?:common |shared |house |family )?note|keep in mind|bear in mind|write down|jot down|save"
    r"|put down|memo|memori[sz]e|(?:a |an )?(?:common |shared |house |family )?(?:note|memo)|this is|know|record)"
)
WE_ALL = (
    r"(?:for|to) (?:everybody|everyone|all of us|us all|all|the others(?: too)?|(?:all )?(?:the|our|my) "
    r"(?:whole |entire )?(?:household|house|family|flat|flatmates|roommates|gang|lot of us|crew))"
    r"(?: (?:in|of|at) (?:the |this |our )?"
    r"(?:house|household|home|family|flat|kitchen))?(?: here)?"
)
FOR_EVERYBODY = (
    re.compile(rf"{NOTE},? {WE_ALL}(?:\s*[:,-]+| that)?\s+(?:that )?(?P<text>.+)", re.IGNORECASE | re.DOTALL),
    re.compile(
        rf"{WE_ALL}(?:\s*[:-]+|, (?:please )?(?:remember|note|keep in mind)(?: that|:)?| please note(?: that|:)?)\s+"
        r"(?P<text>(?=.*\b(?:is|are|has|have|needs?|must|never|always|don't|doesn't|not|runs?|goes|go|comes?|close[sd]?|opens?)\b)"
        r".+)",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(
        r"(?:everybody|everyone|all of us|we all|the others)(?: here| in the house)? (?:should|must|has to|have to"
        r"|needs? to|ought to) (?:know|remember|keep in mind|bear in mind|note)(?: that|:)? (?P<text>.+)",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(rf"{NOTE}(?: that|:)? (?P<text>.+?),? {WE_ALL}", re.IGNORECASE | re.DOTALL),
)
# "mia is not allergic to nuts any more, forget that"
NO_LONGER = re.compile(
    r"(?P<note>.*\b(?:not|n't|no longer|any ?more|isn't|doesn't|aren't)\b.*?)[,.;]?\s+(?:so )?(?:you can |please )?"
    r"(?:forget|delete|scratch|drop|remove|strike) (?:about )?(?:that|it|the note|that note)"
    r"(?: (?:please|then|again|now))?",
    re.IGNORECASE,
)


def said_for_all(text: str) -> Wish | None:
    """A note for everybody, or one that is no longer so: what a message says as a whole."""
    whole = text.strip(" .!")
    if found := NO_LONGER.fullmatch(whole):
        return Wish("forget", {"note": named(found["note"])})
    found = next((match for one in FOR_EVERYBODY if (match := one.fullmatch(whole))), None)
    if not found or whole.endswith("?") or len(found["text"].split()) < 2:  # noqa: PLR2004 - a note is a sentence
        return None
    note = found["text"].strip(" .!,:")
    return Wish("remember", {"text": note[:1].upper() + note[1:], "everybody": True})


# "forget that again" names nothing: what was noted last is meant.
NO_NOTE = frozenset(
    {"again", "that", "it", "this", "that one", "please", "now", "note", "last", "last one", "one", "too"}
)


def forgotten(found: re.Match[str]) -> Slots:
    note = named(re.sub(r"\s+(?:again|please|now|too)$", "", found["note"], flags=re.IGNORECASE))
    return {"it": True} if note.casefold() in NO_NOTE else {"note": note}


def noted(found: re.Match[str]) -> Slots | None:
    text = found["text"].strip(" .!,:")
    before = found.string[: found.start("text")]
    everybody = bool(FOR_ALL.search(text) or EVERYBODY.search(text) or EVERYBODY.search(before))
    text = FOR_ALL.sub("", text)
    return {"text": text[:1].upper() + text[1:], "everybody": everybody} if len(text.split()) > 1 else None


def stated(found: re.Match[str]) -> Slots | None:
    return noted(found) if not re.search(r"\?|\b(?:today|tonight|for dinner|for lunch)\b", found.string) else None


LIKES = (
    r"(?:(?:really |absolutely |just |all |both )*(?:don't (?:really )?(?:like|eat|drink)"
    r"|do not (?:like|eat)|doesn't (?:like|eat)|hates?|can't stand|cannot stand|"
    r"dislikes?|can't (?:have|eat)|loves?|prefers?|never eats?|always eats?|adores?|(?:am"
    r"|is|are) (?:allergic|intolerant) to|(?:am|is|are) (?:a )?(?:vegetarian|vegan|pescatarian"
    r"|lactose intolerant|coeliac|celiac)))"
)
PATTERNS: tuple[Pattern, ...] = (
    pattern(
        "notes",
        r"(?:what|which things?|everything)(?: all)?(?: do| have| did)?(?: you| i| we)? ?(?:still "
        r")?(?:remember(?:ed)?|know|noted|keep in mind|memori[sz]ed|tell|told)(?: you)?(?: to "
        r"remember)? ?(?:about|of|on|from)? ?(?:me|us|my \w+|our \w+|this household)?(?: so far)?",
        lambda _found: {},
    ),
    pattern(
        "notes",
        r"(?:show|list|open|see|read)(?: me)?(?: all)?(?: my| the| your| our)? (?:notes|memor(?:y"
        r"|ies)|preferences|what you(?: have)? remember(?:ed)?)(?: about (?:me|us))?",
        lambda _found: {},
    ),
    pattern(
        "notes",
        r"(?:my|your|our) (?:notes|memory|preferences)|(?:do you (?:remember|know) (?:anything"
        r"|something|what i like)(?: about (?:me|us))?)|what have (?:i|we) (?:told|asked) you(?: "
        r"to remember)?",
        lambda _found: {},
    ),
    pattern(
        "forget",
        r"(?:forget|stop remembering|don't remember|delete|remove|erase)(?: the| my| that| your)?(?: "
        r"note| memory| preference)?(?:(?: (?:about|that|of|on|with|saying))+|(?: thing| things| one| bit| part| fact"
        r"| stuff) (?:about|with)) (?P<note>(?!again\b|please\b|now\b|too\b).+)",
        forgotten,
    ),
    pattern(
        "forget",
        r"(?:delete|remove|erase|forget) (?:the |my |that |your )?(?P<note>.+?) (?:note|memory|preference)s?",
        forgotten,
    ),
    pattern(
        "forget",
        r"(?:forget|stop remembering) (?!it\b|that$|this$|everything|about it|them$)(?P<note>.+)",
        forgotten,
    ),
    pattern("forget", r"(?P<note>.+?)(?:,| -)? you can forget (?:that|it)", forgotten),
    pattern(
        "remember",
        r"(?:remember|keep in mind|memori[sz]e|note(?: down)?|make a note|take note|bear in mind"
        r"|for (?:the|your) (?:future|record|information)|from now on|in (?:the )?future|you "
        r"should know|know|never forget|note to self|don't forget|save(?: the (?:note|fact))?)(?:,"
        r"|:)?(?: for (?:me|us|everyone|everybody|later|next time|the future))?(?:,|:)?(?: that"
        r"|:)+ (?P<text>.+)",
        noted,
    ),
    pattern(
        "remember",
        r"(?:remember|keep in mind|memori[sz]e|bear in mind|take note|from now on|(?:don't|never) forget"
        r"|in (?:the )?future)(?:,|:)? (?P<text>(?:i|i'm|i've|we're|we've|there's|i am|we|my|our|the|everybody|everyone"
        r"|nobody|he|she|they|(?-i:[A-Z][\w'-]+)) (?!to\b).+)",
        noted,
    ),
    pattern(
        "remember",
        r"(?:note to self|for the record|for your (?:information|record)s?|fyi|for future reference|as a reminder"
        r"|mental note)(?:,|:)? (?P<text>.+)",
        noted,
    ),
    pattern(
        "remember",
        r"(?P<text>(?:never|don't(?: ever)?) (?:suggest|propose|recommend|offer|show|give)(?: me| us)? "
        r"(?!that$|it$|this$).+)",
        noted,
    ),
    pattern(
        "notes",
        r"what (?:have|did) (?:i|we) (?:told|tell|ask|asked|say|said)(?: to)? you(?: (?:so far|to (?:remember"
        r"|keep in mind|note|know)|already|before|about .+))*|do you (?:still )?(?:remember|know) (?:anything|something"
        r"|what i (?:said|told you))(?: (?:about|of|on) .+)?",
        lambda _found: {},
    ),
    pattern(
        "remember",
        r"(?P<text>(?:i|we|my \w+|our \w+|the kids|(?-i:[A-Z][\w'-]+)|everybody|everyone|nobody)(?:'m"
        rf"|'re)? {LIKES}(?: (?!you\b).+)?)",
        stated,
    ),
    pattern(
        "remember",
        r"(?P<text>(?:i'm|we're|i am|we are) (?:a |all )?(?:allergic to .+|intolerant to .+|vegetarians?"
        r"|vegans?|pescatarians?|lactose intolerant|coeliac|celiac|on a diet|low[- ]carb.*))",
        stated,
    ),
    pattern(
        "import",
        r"(?:can you |could you )?(?:import|bring in|fetch|download)(?: me)?(?: a| the| this"
        r"| some| my)? ?(?:recipes?)?(?: from (?:a |the |this )?(?:web(?:site|page)?|page|internet"
        r"|url|link|address|site))?",
        lambda _found: {},
    ),
    pattern(
        "import",
        r"(?:save|add|get) (?:a |the |this )?recipe from (?:a |the |this )?(?:web(?:site|page)?"
        r"|page|internet|url|link|address|site)",
        lambda _found: {},
    ),
)
