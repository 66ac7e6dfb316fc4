"""How people ask what there is, where it is, and until when."""

import re

from chat.agent.builtin.understanding.days import days_in
from chat.agent.builtin.understanding.guarding import is_name
from chat.agent.builtin.understanding.pattern import Pattern, Slots, pattern
from chat.agent.builtin.understanding.things import PRONOUNS, place_named, thing


def asked(found: re.Match[str]) -> Slots | None:
    name = thing(found["what"]).name
    return {"words": name} | place_of(found) if is_name(name) or name.casefold() in PRONOUNS else None


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
        "expiring",
        r"(?:what|which) (?:food|foods|things?|stuff)(?: (?:is|are|that|which|will|be))* (?:about "
        r"to|going to|close to|soon to|expiring|going off|past).*",
        dated,
    ),
    pattern(
        "shelf",
        r"(?:open|check|look (?:in|into|inside|at)|see|view|an? overview of|(?:give|show)(?: "
        r"me)? an? (?:overview|list|inventory) of|inventory of|contents of|everything in|anything "
        r"(?:in|left in)|stuff in|list) (?P<place>(?:the |our |my )?(?:pantry|larder|cupboard"
        r"|fridge|refrigerator|freezer|cellar))",
        place_of,
    ),
    pattern(
        "shelf",
        r"(?:show (?:me )?(?:the |our |my )?)?(?:full |whole |complete )?(?:inventory|stock|stock "
        r"list|supplies|provisions)|(?:give|show)(?: me)? an? (?:overview|inventory)(?: of (?:everything"
        r"|the stock|the kitchen|our food))?|take stock",
        lambda _found: {},
    ),
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
    pattern(
        "expiring",
        r"(?:what|which) (?:food|foods|things?|stuff)(?: (?:is|are|that|which|will|be))* (?:about "
        r"to|going to|close to|soon to|expiring|going off|past|gonna).*",
        dated,
    ),
    pattern(
        "date_of",
        r"(?:has|have|did|is|are|does) (?:the |our |my |that )?(?P<what>(?!any|some).+?) (?:gone (?:off|bad)"
        r"|go off|expired?|turned|spoilt|spoiled|went off)(?: yet| already| by now)*",
        asked,
    ),
    pattern(
        "date_of",
        r"(?:can|could|should|may) (?:i|we|you|one) (?:still |safely still )(?:eat|use|drink"
        r"|have|cook) (?:the |our |my |that |this )?(?P<what>(?!raw|pink|rare|undercooked|runny"
        r"|uncooked).+?)(?: today| tomorrow| from .+)?",
        asked,
    ),
    pattern(
        "date_of",
        r"(?:what(?:'s| is)|when(?:'s| is)|tell me|show(?: me)?)? ?(?:the )?(?:expiry|expiration"
        r"|use[- ]by|best[- ]before|sell[- ]by)(?: date)? (?:of|for|on) (?:the |our |my )?(?P<what>.+)",
        asked,
    ),
    pattern(
        "date_of",
        r"(?:how long|until when|till when) (?:is|are) (?:the |our |my )?(?P<what>(?!opened |open |thawed "
        r"|cooked ).+?) (?:still )?(?:good|ok|okay|fine|edible|usable|usable)(?: for)?(?: still)?",
        asked,
    ),
    pattern(
        "date_of",
        r"(?:does|do) (?:the |our |my )(?P<what>.+?) (?:still )?(?:need to be (?:used|eaten)"
        r"|expire|go off) (?:soon|today|tomorrow|this week)",
        asked,
    ),
    pattern(
        "expiring",
        r"(?:do (?:we|i)|have (?:we|i)|is there|are there)(?: have| got)? (?:anything|something"
        r"|any food|stuff|things)(?: that| which)?(?: (?:we|i))?(?: (?:will|is|are|needs?|should"
        rf"|must|has|have|to|be))* (?:{PERISH}|{FIRST}|eat|eaten|used|used up)(?: .+)?",
        dated,
    ),
    # Until when
    pattern(
        "expiring",
        rf"(?:what|which(?: \w+)?|what food|anything|something)(?:'s| is| are| will| do| does| has| have| things?| "
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
        rf"(?:what|which(?: \w+)?|what food|anything|something)(?: (?:food|things?|stuff|else|do|does|should|must|"
        rf"shall|needs?|has|have|to|we|i|be|is|are|that))* {FIRST}(?: (?:first|up|soon|now|today|tomorrow|"
        rf"next|most urgently))*(?: .+)?",
        dated,
    ),
    pattern(
        "expiring",
        r"(?:what(?:'s| is| are)|show(?: me)?) (?:the )?(?:most )?(?:urgent|pressing|critical)(?: "
        r"\w+)*|(?:stuff|things|food|anything) (?:that |which )?(?:needs?|has|have) to (?:go"
        r"|be (?:eaten|used)(?: up)?)(?: .+)?",
        dated,
    ),
    pattern(
        "expiring",
        r"(?:any|which|what) (?:food|foods|things?|stuff|items?|products?)(?: (?:is|are|that"
        r"|which|will|be))* (?:about to|going to|close to|near(?:ly)?|soon to|expiring|going "
        r"off|past).*",
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
        r"how (?:do|should|can|must|would|to) ?(?:i |we |you |one )?(?:best )?(?:store"
        r"|keep) (?P<what>.+?)(?: best| properly| fresh)?(?: (?:in|on) the \w+)?",
        food_of,
    ),
    pattern(
        "shelf_life",
        r"(?:for )?how (?:long|many (?:days|weeks|months)) (?!.*\b(?:boil|bake|cook|roast|fry|grill|steam|"
        r"simmer|rest|prove|knead|marinate)\b)(?:(?:does|do|will|would|can|should|could|is|are) )?(?:an? |"
        r"the |my |our |opened |open |thawed |defrosted |fresh )*(?:i |we |you |one )?(?:keep |store |have )"
        r"?(?:freeze |refrigerate )?(?P<what>.+?)(?: (?:keep|keeps|last|lasts|stay good|stay "
        r"fresh|be (?:good|kept|stored)|good "
        r"for|good|hold|survive|for))?(?: (?:in|on|at) (?:the )?[\w ]+| after opening| "
        r"opened| (?:once|when|if|after|since)(?: it's| its| it is| they're| i| we)?(?: been)? (?:opened|open))*",
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
