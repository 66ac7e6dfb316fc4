"""How people ask to buy what a dish lacks, in whatever order: "put the missing things for guacamole on my list"."""

import re

from chat.agent.builtin.understanding.dish_slots import NAME, enough_for
from chat.agent.builtin.understanding.limits import take_servings
from chat.agent.builtin.understanding.pattern import Pattern, Slots, pattern
from chat.agent.builtin.understanding.shopping_slots import added
from chat.agent.builtin.understanding.things import named

LIST = re.compile(
    r"\s+(?:on|onto|to|in|into)\s+(?:the |my |our |your )?(?:shopping[ -]?|grocery )?(?:list|basket|trolley|cart)\b",
    re.IGNORECASE,
)
DO = (
    r"(?:(?:i|we) (?:still |also |will )?(?:need|want)(?: to (?:buy|get|have))?|add|put|write|place|note|buy|get|order"
    r"|grab|fetch|pick up|list|shop for|shopping for|purchase|include|stick|chuck|bung|throw|set|send)"
)
# Nothing but such words, and one of them says that it is what a dish lacks.
VAGUE = (
    r"(?:all|of|the|that|which|is|are|'s|it's|that's|what's|what|whatever|everything|anything|still|only|just|we|i|do"
    r"|don't|not|have|haven't|got|to|buy|get|stuff|things?|items?|bits|parts?|rest|other|else|missing|lacking|absent"
    r"|needed|required|needs?|lack|requires?|ingredients?|we're|i'm|short|on|any|here|yet|at|home|required)"
)
SAID = re.compile(
    r"\b(?:missing|lacking|needed|required|needs?|lack|require|ingredients?|short of"
    r"|(?:don't|do not|haven't) (?:have|got)|(?:everything|all|things|stuff|bits))\b",
    re.IGNORECASE,
)
LACKED = re.compile(r"\b(?:missing|lack\w*|(?:don't|do not|haven't) (?:have|got))\b", re.IGNORECASE)
OF_DISH = re.compile(
    rf"{DO}\s+(?P<vague>{VAGUE}(?: {VAGUE})*?)\s+(?:for|to make|to cook|to bake|in|of|from)\s+"
    r"(?:the |a |an |our |my )?(?P<recipe>.+)",
    re.IGNORECASE,
)
NEEDS = re.compile(
    rf"{DO}\s+(?:what|whatever|everything|all|the things|all the things|the stuff)(?: that)?\s+(?:the |a |an"
    rf" |our |my )?"
    r"(?P<recipe>.+?)\s+(?:still )?(?:needs?|requires?|takes?|calls? for|lacks?|is (?:missing|lacking)|wants?)",
    re.IGNORECASE,
)
OF_IT = re.compile(rf"{DO}\s+(?P<vague>{VAGUE}(?: {VAGUE})*)", re.IGNORECASE)
SHOP = re.compile(
    r"(?:please )?(?:go )?(?:shopping|shop|shopping list|list) for (?:the |a |an |our |my )?(?P<recipe>.+?)"
    r"(?P<only>,? (?:just|only|but only) (?:what|the things|things|stuff)(?: that)? (?:we|i|is|are)\b.*)?",
    re.IGNORECASE,
)
PLACES = re.compile(r"(?:fridge|freezer|pantry|cupboard|larder|cellar|house|kitchen|stock)\b", re.IGNORECASE)
GOES = re.compile(r"\s+(?:(?:should|can|must|has to|have to|needs to) )?(?:goes|go|be)$", re.IGNORECASE)
NO_DISH = re.compile(
    r"(?:it|that|this|them|those|these|dinner|lunch|breakfast|supper|tonight|today|tomorrow|us|me|the week|this week"
    r"|(?:next )?week(?:end)?|everyone|everybody|the party|home)\b.*",
    re.IGNORECASE,
)


def lacking(found: re.Match[str]) -> Slots | None:
    """The dish and for how many; without a name, that which was spoken of."""
    said = " ".join(found.string.split())
    rest, limits = take_servings(LIST.sub("", said))
    on_list = LIST.search(said) is not None
    for expression in (NEEDS, OF_DISH):
        dish = expression.fullmatch(rest) or (expression.fullmatch(GOES.sub("", f"add {rest}")) if on_list else None)
        if (
            dish
            and not re.fullmatch(r"i|we|you|it", dish["recipe"], re.IGNORECASE)
            and not PLACES.match(dish["recipe"])
            and SAID.search(dish.groupdict().get("vague") or "needs")
        ):
            return limits | of_dish(dish["recipe"])
    if (it := OF_IT.fullmatch(rest)) and SAID.search(it["vague"]) and (on_list or LACKED.search(it["vague"])):
        return dict(limits)
    if (dish := SHOP.fullmatch(rest)) and (dish["only"] or limits) and not NO_DISH.fullmatch(dish["recipe"]):
        return limits | of_dish(dish["recipe"])
    return None


def of_dish(text: str) -> Slots:
    name = named(re.sub(r"\s+(?:recipe|tonight|today|tomorrow|then|please)$", "", text, flags=re.IGNORECASE))
    return {} if not name or NO_DISH.fullmatch(name) else {"recipe": name}


PATTERNS: tuple[Pattern, ...] = (
    pattern(
        "list_add",
        r"(?:(?:there(?:'s| is| are)|(?:we|i)(?:'ve)?(?: have| got| are|'re| am|'m)*) )?(?:no more|no|out of|all out of"
        r"|run out of) (?P<what>[\w' -]+?)(?: (?:left|any ?more|at home|here|in the \w+))*,? (?:and |so |- )?"
        r"(?:(?:(?:can|could|would|will) )?(?:i|we|you|someone|somebody)(?:'ve|'ll| have)? )?(?:please )?"
        r"(?:must|should|(?:really )?(?:need|have|got|want|ought) to"
        r"|had better|better|please|time to|gonna)? ?(?:buy|get|pick up|grab|fetch)(?: (?:some|more|it|them|a new one"
        r"|new ones|one|another))*(?: (?:soon|today|tomorrow|again|please|then))*",
        added,
    ),
    pattern(
        "missing",
        r"what(?: else| all)? (?:am i|are we|is|'re we|i am|we are)(?: still)? (?:missing|lacking|short of)"
        r"(?: (?:for|to make|to cook|in) (?P<recipe>(?!.*\b(?:list|goes|go)\b).+))",
        lambda found: of_dish(found["recipe"]) or None,
    ),
    pattern(
        "missing",
        rf"(?:do|have) (?:we|i) (?:have |got )?enough (?P<what>.+?) "
        rf"(?:for (?!\w+ (?:people|of us|guests)\b)|to make |to cook ){NAME}",
        enough_for,
    ),
    pattern(
        "show_list",
        r"(?:did|has|have|was|were|who) .+ (?:put|added?|written|wrote) .*\b(?:on|to|onto) (?:the |our |my )?"
        r"(?:shopping |grocery )?list(?: already| yet)?",
        lambda _found: {},
    ),
    pattern(
        "list_missing",
        r"(?=.*\b(?:missing|lacking|need\w*|lacks?|requires?|required|ingredients?|short of|what|whatever|everything"
        r"|things|stuff|bits|shop|shopping)\b).+",
        lacking,
    ),
    pattern(
        "list_missing",
        r"(?:what(?:ever|'s| is|ever is)*|everything|all|the things?|the stuff)(?: that)?(?:'s| is"
        r"| are)?(?: still)? (?:missing"
        r"|lacking|not here|not there|we don't have|we lack|we need)(?: (?:for|to make) (?P<recipe>.+?))? (?:goes"
        r"|should go"
        r"|can go|has to go|must go|needs to go|belongs|to go|should be|has to be|needs to be)(?: straight)? (?:on"
        r"|onto|to)"
        r" (?:the |my |our )?(?:shopping |grocery )?list(?: (?:then|too|please))*",
        lambda found: of_dish(found["recipe"] or ""),
    ),
)
