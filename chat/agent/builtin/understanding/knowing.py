"""How people ask what food and dishes hold."""

import re

from chat.agent.builtin.understanding.limits import take_servings
from chat.agent.builtin.understanding.pattern import Pattern, Slots, pattern
from chat.agent.builtin.understanding.things import thing

HOLDS = (
    r"(?:calories|kcals?|cals?|kilojoules|energy|proteins?|carbs?|carbohydrates?|fats?|saturated fat|sugars?|salt|"
    r"sodium|fib(?:re|er)|nutrients?|nutrition(?: facts| info(?:rmation)?)?|nutritional (?:values?|info(?:rmation)?)|"
    r"macros|vitamins?(?: \w)?|iron|calcium|cholesterol)"
)
WHOLE = re.compile(r"^(?:a |one |per )?(?:serving|portion|plate|bowl|helping|slice)s? (?:of|for) ", re.IGNORECASE)
EACH = re.compile(r"\s+(?:per|a) (?:serving|portion|person|plate|100 ?(?:g|grams?)|head)$", re.IGNORECASE)

# “how much sugar per portion does the crumble have”
PER = re.compile(
    r"^(?:per|for each|in each|in one|each) (?:serving|portion|person|plate|head|bowl|slice|helping)\b"
    r"(?:,? (?:does|do|is|are|there|in|of|has))*\s*",
    re.IGNORECASE,
)


def holding(found: re.Match[str]) -> Slots | None:
    """A food with its amount, or a dish: which of them it is, the kitchen says."""
    text, limits = take_servings(EACH.sub("", PER.sub("", found["what"].strip())))
    if not text and PER.match(found["what"].strip()):
        return {"it": True}
    text = WHOLE.sub("", text)
    one = thing(re.sub(r"^(?:1|one|an?) (?=\d)", "", text))
    if not one.name:
        return None
    if re.match(r"(?:an?|one)$", one.amount, re.IGNORECASE):
        return {"what": one.name, "amount": "1"} | limits
    amount = one.amount if one.amount not in {"all", "half"} else ""
    if not amount and re.match(r"(?:an?|one) ", text, re.IGNORECASE):
        amount = "1"
    return {"what": one.name} | ({"amount": amount} if amount else {}) | limits


def holding_it(_found: re.Match[str]) -> Slots:
    return {}


def keeping(found: re.Match[str]) -> Slots | None:
    one = thing(found["what"]).name
    state = "opened" if found["state"].casefold().startswith("open") else ""
    return {"food": one, **({"where": state} if state else {})} if one else None


# "how long is opened passata good": in a state, it is no lot of ours that is meant.
STATE = r"(?P<state>opened|open|cooked|boiled|raw|uncooked|frozen|home ?made|thawed|defrosted|vacuum[- ]packed)"

PATTERNS: tuple[Pattern, ...] = (
    pattern(
        "shelf_life",
        rf"(?:for )?how (?:long|many (?:days|weeks|months)) (?:is|are|stays?|remains?) (?:an? |the )?{STATE} "
        r"(?P<what>.+?)"
        r"(?: (?:still|usually|good|ok|okay|fine|fresh|edible|safe|for|to eat|in the (?:fridge|freezer|pantry)))+",
        keeping,
    ),
    pattern("nutrition", r"(?:calorie|kcal|calories) (?:count|content) (?:of|for|in) (?P<what>.+)", holding),
    pattern(
        "nutrition",
        rf"(?:how (?:many|much)|what) {HOLDS} (?:is|are|has|have|does|do|'s)? ?(?:there )?(?:in )?"
        r"(?P<what>(?!it$|this$|that$|them$|we\b|i\b).+?)(?: have| has| contain| got)?",
        holding,
    ),
    pattern(
        "nutrition",
        rf"(?:how (?:many|much)|what) {HOLDS} (?:is|are|has|have|does|do) (?:there )?(?:in )?(?:it|this|that|them)"
        r"(?: have| contain)?(?: per \w+)?",
        holding_it,
    ),
    pattern(
        "nutrition",
        rf"(?:what(?:'s| is| are)? |show(?: me)? |give me |calculate |get |tell me )?(?:about )?(?:the )?{HOLDS}"
        rf"(?:,? (?:and|&) {HOLDS})*(?: content| values?| facts?| count)? (?:of|in|for|per) (?P<what>.+)",
        holding,
    ),
    pattern(
        "nutrition",
        r"(?P<what>(?!what|how|which|who|i\b|we\b|buy|add|something|anything|low|high|more|less"
        r"|the most|do\b|does\b|is\b|are\b|can\b|no\b|any\b|find|show|put|get).+?) (?:calories"
        r"|kcal|nutrition(?: facts| info)?|nutritional values?|macros|calorie count)",
        holding,
    ),
    pattern(
        "nutrition",
        rf"(?:how|is|are) (?:fattening|healthy|nutritious|calorific|high in {HOLDS}|low in {HOLDS}"
        rf"|rich in {HOLDS}|full of {HOLDS})"
        r" (?:is|are) (?P<what>.+)",
        holding,
    ),
    pattern(
        "nutrition",
        rf"(?:is|are) (?:the |a |an )?(?P<what>.+?) (?:fattening|healthy|nutritious|good for me|"
        rf"(?:high|low|rich) in {HOLDS}|full of {HOLDS}|a good source of {HOLDS})",
        holding,
    ),
    pattern(
        "nutrition",
        r"(?:does|do) (?P<what>(?!we\b|i\b|you\b).+?) (?:have|contain) (?:a lot of |lots of "
        rf"|much |many |any )?{HOLDS}",
        holding,
    ),
    pattern(
        "nutrition",
        rf"(?:what(?:'s| is| are)? )?(?:the )?{HOLDS}(?: content| facts| info)?(?: per (?:serving|portion))?",
        holding_it,
    ),
)
