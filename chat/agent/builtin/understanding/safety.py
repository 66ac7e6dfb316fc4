"""How people ask what is safe: how hot, how long out, whether again."""

import re

from chat.agent.builtin.understanding.pattern import Pattern, Slots, pattern
from chat.agent.builtin.understanding.things import named

OUT = (
    r"(?:left (?:out|standing|lying)|stayed out|been (?:out|sitting out|lying|standing)|sat "
    r"out|stand out|sit out|stay out)"
)


ASKED = (
    ("hot", re.compile(r"\b(?:temperatures?|temps?|how hot|degrees|pink|rare)\b", re.IGNORECASE)),
    ("again", re.compile(r"\b(?:re-?heat\w*|warm(?:ed)? up|again|twice)\b", re.IGNORECASE)),
    ("out", re.compile(rf"\b(?:{OUT}|out|counter|worktop|table|stove|room temperature|overnight)\b", re.IGNORECASE)),
    ("kept", re.compile(r"\b(?:how long|how many days|in the fridge|in the freezer)\b", re.IGNORECASE)),
)


def safe(found: re.Match[str]) -> Slots:
    words = re.sub(r"\s+", " ", found.groupdict().get("what") or "").strip()
    about = {"about": named(words)} if words else {"about": "leftovers"}
    asked = next((topic for topic, expression in ASKED if expression.search(found.string)), "")
    return about | ({"asked": asked} if asked else {})


PATTERNS: tuple[Pattern, ...] = (
    pattern(
        "safety",
        r"(?!how|what|is\b|are\b|can\b|may\b|should\b)(?:the |my |our |these |those |this |that )?(?P<what>[\w' -]+?)"
        r"(?:'s| is| are| was| were| went| has gone| have gone)?(?: (?:now|already|about|only|just|\w+ (?:days?|weeks?"
        r"|months?)))* (?:past|over|out of date|beyond|after|expired|off(?! the))\b.*?[, ]"
        r"(?:(?:can|may|should|could) (?:i|we|you|one|it|they) (?:(?:still|safely|be) )*(?:eat|use|drink|have|cook|keep"
        r"|serve)\w*|(?:is|are) (?:it|they|that|those|these) (?:still )?(?:ok|okay|safe|good|fine|alright|edible)"
        r"|still (?:ok|okay|safe|good|fine|edible|usable))\b.*",
        lambda found: {"about": named(found["what"])},
    ),
    pattern(
        "safety",
        r"(?:should|must|shall|do|need) (?:i|we|you|one) (?:have to |need to )?(?:wash|rinse|soak) (?:the |my )?"
        r"(?P<what>.+?)(?: (?:before|first)\b.*)?",
        safe,
    ),
    pattern(
        "safety", r"(?:core|internal|inside|inner|safe)(?: cooking)? temp(?:erature)?(?: for| of)? (?P<what>.+)", safe
    ),
    pattern(
        "safety",
        r"(?!how|what|is\b|are\b|can\b|i\b|we\b)(?:the |my |our |some )?"
        r"(?P<what>[\w' -]+?) (?:has |have |had |was |were |been )*(?:stood|sat|lay|lain|stayed"
        r"|left|standing|sitting|lying|forgotten)"
        r" (?:out|outside|on the (?:stove|hob|counter|table|worktop|side)|overnight|all night|at room temperature"
        r"|in the (?:car|sun|pot|pan))\b.*",
        safe,
    ),
    pattern(
        "safety",
        r"(?:can|may|should|could) (?:i|we|one|you) (?:still )?(?:safely )?(?:eat|use|drink|have) "
        r"(?P<about>it|that|this|them)"
        r"(?: (?:now|still|today|safely|raw))?",
    ),
    pattern(
        "safety",
        r"(?!how|what|is\b|are\b|can\b)"
        r"(?P<what>[\w' -]+?) (?:was|were|is|are|looks?) (?:still )?(?:pink|raw|bloody|undercooked)"
        r"(?: inside| in the middle)?(?:[,;].*)?",
        safe,
    ),
    pattern(
        "safety",
        r"(?=.*\b(?:temperature|temp|hot)s?\b)(?:what(?:'s| is)?|which|at what|to what|until "
        r"what|how hot|up to what)(?: is| should be| must)? ?(?:the |a )?(?:safe |right |correct "
        r"|internal |core |inside |minimum |cooking )*"
        r"(?:temp(?:erature)?s?)? ?(?:must|should|does|do|has|have|is|are|of|for|to|can|will"
        r"|needs?)* ?(?:i cook |we cook |cook(?:ing)? )?(?:a |an |the )?(?P<what>(?!in\b|it\b).+?)"
        r"(?: (?:be|have|has|need|to|reach|get|cooked|heated|inside|in the middle|internally"
        r"|at|to be|safe|done|ready|temperature|cook|before it's (?:done|safe)|to eat))+",
        safe,
    ),
    pattern(
        "safety",
        r"(?:what(?:'s| is)?|which|tell me)? ?(?:the )?(?:safe |right |correct |internal |core "
        r"|inside |minimum |cooking |safe cooking )*temp(?:erature)?s? (?:for|of|in) (?:cooking "
        r"|roast(?:ed|ing) |a |an |the )*(?P<what>.+)",
        safe,
    ),
    pattern(
        "safety", r"(?P<what>(?!what|how|the oven)[\w' -]+?) (?:internal |core |safe |cooking )*temp(?:erature)?", safe
    ),
    pattern(
        "safety",
        r"how hot (?:must|should|does|do|has|have|is) (?:a |an |the )?(?P<what>.+?)(?: (?:be"
        r"|have to be|need to be|get|to be|inside|in the middle|to be safe))*",
        safe,
    ),
    pattern(
        "safety",
        r"(?:can|could|may|should) (?:i|we|you|one) (?:safely )?(?:re-?heat|re-?freeze|freeze "
        r"again|warm up|warm|freeze|defrost|thaw) (?:the |some |my |our |a )?(?P<what>.+?)(?: "
        r"again| twice| once (?:thawed|defrosted)| on the (?:counter|worktop)| after .+| in the "
        r"microwave)*",
        safe,
    ),
    pattern(
        "safety",
        r"how long (?:can|may|could|should|is it (?:ok|okay|safe|fine) (?:for|to leave)) (?:i "
        rf"leave |we leave |you leave )?(?:the )?(?P<what>.+?) (?:be )?(?:{OUT}|out(?: of the "
        r"fridge)?|on the (?:counter|worktop|table)|at room temperature|unrefrigerated)(?: .*)?",
        safe,
    ),
    pattern(
        "safety",
        r"(?:is|are|was|were)?(?: it (?:ok|okay|safe|fine|bad|dangerous)(?: to eat| if)?)? ?(?:the "
        r"|my |our |i left the |we left the )?(?P<what>.+?)(?: that| which)?(?: has| have| was"
        rf"| were|'s)? (?:{OUT})(?: .*)?",
        safe,
    ),
    pattern(
        "safety",
        r"(?:(?:i|we) )?left (?:the |some |my |our )?(?P<what>.+?) (?:out|on the (?:counter|table|worktop))(?: .*)?",
        safe,
    ),
    pattern(
        "safety",
        r"(?:is|are) (?:it (?:ok|okay|safe|fine|dangerous|bad|alright) to (?:eat|use|cook|reheat"
        r"|refreeze|drink|freeze|keep|taste|have|wash) |eating |reheating |refreezing )(?:the "
        r"|my |our )?(?P<what>.+?)(?: again| twice)?",
        safe,
    ),
    pattern(
        "safety",
        r"(?:can|may|should|could) (?:i|we|you|one|people|pregnant women|kids|children|babies) "
        r"(?:still )?(?:eat|have|drink) (?:a |the |my )?(?P<what>(?:mouldy|moldy|expired|raw"
        r"|pink|rare|undercooked|runny|half[- ]cooked|uncooked|reheated|medium[- ]rare) .+)",
        safe,
    ),
    pattern(
        "safety",
        r"(?:is|are) (?P<what>(?:mouldy|moldy|expired|raw|pink|rare|undercooked|runny|reheated) "
        r".+?) (?:safe|ok|okay|dangerous|bad|fine)(?: .*)?",
        safe,
    ),
    pattern(
        "safety",
        r"(?:how long|how many days) (?:do|does|can|will|are|is) (?:i keep |we keep |the )?(?P<what>(?:\w+ "
        r")*?left-?overs?)(?: (?:keep|last|good|stay good|be kept|ok|safe|fine|for|in the (?:fridge"
        r"|freezer)))*",
        safe,
    ),
    pattern(
        "safety",
        r"(?:food safety|safety (?:rules?|advice|tips)|rules? for leftovers)(?: (?:for|of|about|on) (?P<what>.+))?",
        safe,
    ),
    pattern(
        "safety",
        r"how (?:should|do|can) (?:i|we|you) (?:safely )?(?:defrost|thaw|reheat|cool) (?P<what>.+?)(?: safely)?",
        safe,
    ),
    pattern(
        "safety",
        r"(?:can|may|should|could) (?:i|we|you|one|people|kids|children) (?:still )?(?:eat|have"
        r"|drink) (?:a |the |my )?(?P<what>(?:mouldy|moldy|expired|raw|pink|rare|undercooked"
        r"|runny|half[- ]cooked|uncooked|reheated|medium[- ]rare) .+)",
        safe,
    ),
    pattern(
        "safety", r"(?:the |my |our )?(?P<what>.+?) (?:has|have) been in the (?:fridge|freezer) (?:for|since) .+", safe
    ),
    pattern(
        "safety",
        r"(?:is|are) (?:it|they) (?:still )?(?:ok|okay|safe|fine|alright) to (?:eat|use|drink"
        r"|cook) (?P<what>.+?)(?: that (?:is|are|has|have|was|were|expired).*)?",
        safe,
    ),
)
