"""How people ask what there is, where it is, and until when."""

import re

from chat.agent.builtin.understanding.days import days_in
from chat.agent.builtin.understanding.pattern import Pattern, Slots, pattern
from chat.agent.builtin.understanding.things import place_named, thing


def asked(found: re.Match[str]) -> Slots:
    return {"words": thing(found["what"]).name} | place_of(found)


def place_of(found: re.Match[str]) -> Slots:
    place = found.groupdict().get("place")
    return {"place": place_named(place)} if place else {}


def dated(found: re.Match[str]) -> Slots:
    return {"days": days_in(found.string)}


KEPT = re.compile(r"\b(pantry|cupboard|fridge|freezer|opened?|thawed|defrosted)\b", re.IGNORECASE)
ALSO = {"cupboard": "pantry", "open": "opened", "defrosted": "thawed"}


def food_of(found: re.Match[str]) -> Slots:
    slots: Slots = {"food": thing(found["what"]).name}
    if place := KEPT.search(found.string):
        slots["where"] = ALSO.get(place[1].casefold(), place[1].casefold())
    return slots


HAVE = r"(?:have|got|have got|'ve got|own|keep)"
PERISH = (
    r"(?:go(?:es)?|going|gone|went)(?: to go)? (?:off|bad)|expir\w+|spoil\w*|out of date|past (?:its|"
    r"their) (?:date|best)|about to turn"
)
FIRST = r"(?:eat|eaten|used?(?: up)?|finished?|finish|be eaten|be used(?: up)?|using up|eating|to go)"
# What would also be a question for dishes, said less narrowly.
NARROW: tuple[Pattern, ...] = (
    pattern(
        "shelf",
        r"(?:what(?:'s| is| do (?:we|i) (?:have|keep)| have (?:we|i) got| is there| food is)|show(?: me)"
        r"?(?: us)?|list|everything|what all is)(?: everything| all| still| left| food| stuff)*(?: (?:in|"
        r"on|inside))? (?P<place>(?:the |our |my )?(?:pantry|larder|cupboard|fridge|refrigerator|freezer|"
        r"cellar))(?: right now| at the moment| now)?",
        place_of,
    ),
    pattern(
        "shelf",
        r"(?:what (?:do|have) (?:we|i) (?:have|got|have got|got left)|what(?:'s| is) (?:there|in stock|"
        r"here|at home|left|in the (?:house|kitchen))|show(?: me)? (?:everything|the stock|what we have|"
        r"what is there)|list (?:everything|the stock|all food)|what food (?:do we have|is there))(?: at "
        r"home| here| right now| in stock| in the (?:house|kitchen))*",
        lambda _found: {},
    ),
)
BEFORE: tuple[Pattern, ...] = (
    # Until when
    pattern(
        "expiring",
        rf"(?:what|which(?: \w+)?|anything|something)(?:'s| is| are| will| do| does| has| have| things?| "
        rf"food| else| all)*(?: in (?:the )?\w+)? (?:about to |going to |soon )?(?:{PERISH})(?: .+)?",
        dated,
    ),
    pattern(
        "expiring",
        rf"(?:is|are|will) (?:there )?(?:anything|something|any (?:food|things?))(?: that)?(?: is| will| "
        rf"has| about to| going to)* (?:{PERISH})(?: .+)?",
        dated,
    ),
    pattern(
        "expiring",
        rf"(?:what|which(?: \w+)?|anything|something)(?: (?:food|things?|stuff|else|do|does|should|must|"
        rf"shall|needs?|has|have|to|we|i|be|is|are|that))* {FIRST}(?: (?:first|up|soon|now|today|tomorrow|"
        rf"next|most urgently))*(?: .+)?",
        dated,
    ),
    pattern(
        "expiring",
        r"(?:show |list |tell )?(?:me )?(?:the )?(?:what's |what is )?(?:expiry|expiration|use[- ]by|"
        r"best[- ]before) dates?(?: .+)?",
        dated,
    ),
    pattern(
        "shelf_life",
        r"(?:for )?how (?:long|many (?:days|weeks|months)) (?!.*\b(?:boil|bake|cook|roast|fry|grill|steam|"
        r"simmer|rest|prove|knead|marinate)\b)(?:(?:does|do|will|would|can|should|could|is|are) )?(?:an? |"
        r"the |my |our |opened |open |thawed |defrosted |fresh |cooked )*(?:i |we |you |one )?(?:keep |store |have )"
        r"?(?P<what>.+?)(?: (?:keep|keeps|last|lasts|stay good|stay fresh|be (?:good|kept|stored)|good "
        r"for|good|hold|survive|for))?(?: (?:in|on|at) (?:the )?[\w ]+| once opened| after opening| "
        r"opened| when open)*",
        food_of,
    ),
    pattern(
        "shelf_life",
        r"(?:what(?:'s| is) the )?(?:shelf[- ]life|storage life) (?:of|for) (?P<what>.+?)(?: in (?:the )"
        r"?[\w ]+)?",
        food_of,
    ),
    pattern(
        "date_of",
        r"(?:when|until when|till when|how long) (?:do|does|will|is|are|must|should|can)? ?(?:the |our |"
        r"my )(?P<what>.+?) (?:go(?:es)? off|go bad|expires?|spoils?|good(?: until| till)?|last|lasts|"
        r"keep|keeps|still good|have to be (?:eaten|used)|be eaten|be used)",
        asked,
    ),
    pattern(
        "date_of",
        r"(?:is|are) (?:the |our |my |that )(?P<what>.+?) (?:still |already )?(?:good|ok|okay|fine|edible|"
        r"safe|expired|off|bad|fresh|past its date|(?:safe) to eat|all right|alright)(?: to eat| to use)?",
        asked,
    ),
)
PATTERNS: tuple[Pattern, ...] = (
    # What is there
    pattern(
        "stock",
        rf"(?:do|did|have|are) (?:we|i|you|there) (?:still |also |even )?(?:{HAVE} )?(?:any |some |enough |"
        rf"more |a |an |the )*(?P<what>(?!anything|something).+?)"
        rf"(?: left| at home| here| in stock| somewhere| in the house)*(?: "
        rf"(?:in|on) (?P<place>.+))?",
        asked,
    ),
    pattern(
        "stock",
        r"(?:if|whether) (?:there (?:is|are)|we have|i have|we've got)(?: any| some| still| enough)* "
        r"(?P<what>.+?)(?: left)?",
        asked,
    ),
    pattern(
        "stock",
        r"(?:is|are) there (?:still |also |even )?(?:any |some |enough |more |a |an )*(?P<what>.+?)(?: "
        r"left| at home| here| in stock)*(?: (?:in|on) (?P<place>.+))?",
        asked,
    ),
    pattern(
        "stock",
        rf"how (?:much|many)(?: of the| of our)? (?P<what>.+?) (?:(?:do|have) (?:we|i)(?: still)?(?: "
        rf"{HAVE})?|is there|are there|is|are|there is|there are)(?: still)?(?: left| here| there| at home|"
        rf" in stock)*(?: (?:in|on) (?P<place>.+))?",
        asked,
    ),
    pattern(
        "stock",
        r"(?:where|where abouts) (?:is|are|'s|did (?:we|i) put) (?:the |our |my |all the )?(?P<what>.+?)",
        asked,
    ),
    pattern("stock", r"(?:where do (?:we|i) (?:keep|have|store)) (?:the |our |my )?(?P<what>.+?)", asked),
)
