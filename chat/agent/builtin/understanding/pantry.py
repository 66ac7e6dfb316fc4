"""How people say what came into the kitchen, what went, what is there and until when."""

import re
from typing import Any

from chat.agent.builtin.understanding.days import days_in
from chat.agent.builtin.understanding.pattern import SUBJECT, Pattern, Slots, pattern
from chat.agent.builtin.understanding.things import Thing, thing, things

USED = (
    r"(?:used up|used|use up|use|ate|eaten|eat|drank|drunk|drink|finished off|finished|finish|consumed|polished off"
    r"|emptied|went through|cooked with|baked with|took|take|poured out)"
)
# Whoever says it so, means all of it.
ALL_OF_IT = re.compile(r"\b(?:used up|use up|finished|finish|finished off|polished off|emptied)\b", re.IGNORECASE)
WASTED = (
    r"(?:threw (?:away|out)|throw (?:away|out)|thrown (?:away|out)|tossed(?: out)?|toss(?: out)?|binned|bin|chucked(?: out| away)?"
    r"|chuck(?: out| away)?|discarded|discard|dumped|got rid of|get rid of|composted|wasted|dropped|spilled|spilt)"
)
SPLIT_WASTED = r"(?:threw|throw|thrown|chucked|chuck|tossed|toss)"
BOUGHT = (
    r"(?:bought|got|picked up|brought home|brought|came home with|fetched|harvested|stocked up on|received|made|baked"
    r"|have bought|purchased)"
)
STORE = r"(?P<place>(?:the |our |my )?(?:[\w' -]{2,40}))"
STORAGE = r"(?:the |our |my )?(?:pantry|larder|cupboard|fridge|refrigerator|freezer|cellar|shelf|shelves|stock|kitchen)"
REASONS = (
    ("broken", r"dropped|spill\w*|spilt|broke\w*|fell"),
    ("past_date", r"past (?:its|their|the) date|out of date|expired|past it"),
    (
        "not_liked",
        r"nobody (?:liked|likes|wanted|ate)|didn't like|did not like|no one (?:liked|ate)|tasted (?:bad|awful)",
    ),
    ("left_over", r"left ?overs?|too much|nobody ate it|plate scraps"),
    ("spoiled", r"went (?:off|bad)|gone (?:off|bad)|mould\w*|mold\w*|rotten|spoil\w*|bad|off|sour|smell\w*|old"),
)
WHY = re.compile(
    r"(?:,? (?:because|since|as|cause)\b.*|,? which .*| that (?:went|had|was|were) .*|,? (?:it|they) (?:was|were|had|went|smelled).*)$",
    re.IGNORECASE,
)
GONE_OFF = (
    r"(?:went|has gone|have gone|is|are|'s|got|turned|had gone) (?:off|bad|mouldy|moldy|rotten|sour|spoiled|spoilt)"
)
EMPTY = r"(?:(?:is|are|'s|was|were) (?:all )?(?:gone|empty|finished|used up|eaten)|(?:has|have) run out)"
DOOR = {
    "freeze": "freezer",
    "froze": "freezer",
    "frozen": "freezer",
    "defrost": "fridge",
    "defrosted": "fridge",
    "thaw": "fridge",
    "thawed": "fridge",
}


def used(found: re.Match[str]) -> Slots | None:
    """Several things are several wishes (`of`)."""
    named = things(found["what"])
    if not named or re.match(r"(?:it|them|that|this)$", found["what"], re.IGNORECASE):
        return {"of": []}
    whole = bool(ALL_OF_IT.search(found.group()))
    return {"of": [_slots(one, whole=whole) for one in named]}


def _slots(one: Thing, *, whole: bool) -> dict[str, Any]:
    return {"what": one.name, "amount": one.amount or ("all" if whole else "")}


def wasted(found: re.Match[str]) -> Slots:
    text = WHY.sub("", found["what"])
    return {"of": [_slots(one, whole=True) | {"reason": reason_in(found.group())} for one in things(text)]}


def reason_in(text: str) -> str:
    return next((reason for reason, words in REASONS if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)), "spoiled")


def empty(found: re.Match[str]) -> Slots:
    return {"of": [{"what": one.name, "amount": "all"} for one in things(found["what"])]}


def bought(found: re.Match[str]) -> Slots | None:
    text = re.sub(
        r",? and (?:put|stored|placed) (?:it|them|everything|all of it) (?:in|into|on|to) (?:the |our |my )?",
        " ",
        found["what"],
        flags=re.IGNORECASE,
    )
    place = found.groupdict().get("place") or ""
    lines = [part for part in re.split(r"\s*,(?!\d)\s*(?:and\s+)?|\s+(?:and|plus)\s+", text) if part.strip()]
    lines = [re.sub(r"^(?:some|the|more|a few|another)\s+", "", line.strip(), flags=re.IGNORECASE) for line in lines]
    tail = f" {bare_place(place)}" if place else ""
    return {"lines": [f"{line}{tail}" for line in lines]} if lines else None


def bare_place(text: str) -> str:
    return re.sub(r"^(?:the|our|my)\s+", "", text.strip(), flags=re.IGNORECASE)


def moved(found: re.Match[str]) -> Slots | None:
    text = re.sub(r"\s+(?:from|out of) (?:the |our |my )?[\w' -]+$", "", found["what"], flags=re.IGNORECASE)
    return {"of": [{"what": one.name, "to": bare_place(found["place"])} for one in things(text)]}


def frozen(found: re.Match[str]) -> Slots:
    to = DOOR[found["verb"].casefold()]
    return {"of": [{"what": one.name, "to": to} for one in things(found["what"])]}


def asked(found: re.Match[str]) -> Slots:
    return {"words": thing(found["what"]).name} | place_of(found)


def place_of(found: re.Match[str]) -> Slots:
    place = found.groupdict().get("place")
    return {"place": bare_place(place)} if place else {}


def dated(found: re.Match[str]) -> Slots:
    return {"days": days_in(found.string)}


def food_of(found: re.Match[str]) -> Slots:
    slots: Slots = {"food": thing(found["what"]).name}
    if place := re.search(r"\b(pantry|cupboard|fridge|freezer|opened?)\b", found.string, re.IGNORECASE):
        slots["where"] = {"cupboard": "pantry", "open": "opened"}.get(place[1].casefold(), place[1].casefold())
    return slots


IN = r"(?:in|into|on|onto|to)"
HAVE = r"(?:have|got|have got|'ve got|own|keep)"
PERISH = r"(?:go(?:es)?|going|gone|went)(?: to go)? (?:off|bad)|expir\w+|spoil\w*|out of date|past (?:its|their) (?:date|best)|about to turn"
FIRST = r"(?:eat|eaten|used?(?: up)?|finished?|finish|be eaten|be used(?: up)?|using up|eating|to go)"
# What would also be a question for dishes, said less narrowly.
NARROW: tuple[Pattern, ...] = (
    pattern("shelf", r"(?:what(?:'s| is| do (?:we|i) (?:have|keep)| have (?:we|i) got| is there| food is)|show(?: me)?(?: us)?|list|everything|what all is)(?: everything| all| still| left| food| stuff)*(?: (?:in|on|inside))? (?P<place>(?:the |our |my )?(?:pantry|larder|cupboard|fridge|refrigerator|freezer|cellar))(?: right now| at the moment| now)?", place_of),
    pattern("shelf", r"(?:what (?:do|have) (?:we|i) (?:have|got|have got|got left)|what(?:'s| is) (?:there|in stock|here|at home|left|in the (?:house|kitchen))|show(?: me)? (?:everything|the stock|what we have|what is there)|list (?:everything|the stock|all food)|what food (?:do we have|is there))(?: at home| here| right now| in stock| in the (?:house|kitchen))*", lambda _found: {}),
)  # fmt: skip
PATTERNS: tuple[Pattern, ...] = (
    # Until when
    pattern("expiring", rf"(?:what|which(?: \w+)?|anything|something)(?:'s| is| are| will| do| does| has| have| things?| food| else| all)*(?: in (?:the )?\w+)? (?:about to |going to |soon )?(?:{PERISH})(?: .+)?", dated),
    pattern("expiring", rf"(?:is|are|will) (?:there )?(?:anything|something|any (?:food|things?))(?: that)?(?: is| will| has| about to| going to)* (?:{PERISH})(?: .+)?", dated),
    pattern("expiring", rf"(?:what|which(?: \w+)?|anything|something)(?: (?:food|things?|stuff|else|do|does|should|must|shall|needs?|has|have|to|we|i|be|is|are|that))* {FIRST}(?: (?:first|up|soon|now|today|tomorrow|next|most urgently))*(?: .+)?", dated),
    pattern("expiring", r"(?:show |list |tell )?(?:me )?(?:the )?(?:what's |what is )?(?:expiry|expiration|use[- ]by|best[- ]before) dates?(?: .+)?", dated),
    pattern("shelf_life", r"(?:for )?how (?:long|many (?:days|weeks|months)) (?!.*\b(?:boil|bake|cook|roast|fry|grill|steam|simmer|rest|prove|knead|marinate)\b)(?:(?:does|do|will|would|can|should|could|is|are) )?(?:an? |the |my |our |opened |open |fresh |cooked )*(?:i |we |you |one )?(?:keep |store |have )?(?P<what>.+?)(?: (?:keep|keeps|last|lasts|stay good|stay fresh|be (?:good|kept|stored)|good for|good|hold|survive|for))?(?: (?:in|on|at) (?:the )?[\w ]+| once opened| after opening| opened| when open)*", food_of),
    pattern("shelf_life", r"(?:what(?:'s| is) the )?(?:shelf[- ]life|storage life) (?:of|for) (?P<what>.+?)(?: in (?:the )?[\w ]+)?", food_of),
    pattern("date_of", r"(?:when|until when|till when|how long) (?:do|does|will|is|are|must|should|can)? ?(?:the |our |my )(?P<what>.+?) (?:go(?:es)? off|go bad|expires?|spoils?|good(?: until| till)?|last|lasts|keep|keeps|still good|have to be (?:eaten|used)|be eaten|be used)", asked),
    pattern("date_of", r"(?:is|are) (?:the |our |my |that )(?P<what>.+?) (?:still |already )?(?:good|ok|okay|fine|edible|safe|expired|off|bad|fresh|past its date|safe to eat|all right|alright)(?: to eat| to use)?", asked),
    # What went
    pattern("waste", rf"{SUBJECT}{WASTED} (?P<what>.+)", wasted),
    pattern("waste", rf"{SUBJECT}{SPLIT_WASTED} (?P<what>.+?) (?:away|out|in the bin|in the trash)(?:,? .*)?", wasted),
    pattern("waste", rf"(?:the |our |my )(?P<what>.+?) {GONE_OFF}", wasted),
    pattern("move", rf"{SUBJECT}(?P<verb>freeze|froze|frozen|defrost|defrosted|thaw|thawed) (?P<what>.+)", frozen),
    pattern("move", rf"{SUBJECT}(?:moved?|transfer(?:red)?|shift(?:ed)?|relocated?) (?P<what>.+?) (?:in|into|on|onto|to|over to) {STORE}", moved),
    pattern("move", rf"{SUBJECT}(?:take|took|get|got|put|taken) (?P<what>(?:the|our|my) .+?) out of (?:the |our |my )?freezer(?: (?:and|to|into) .+)?", lambda found: moved_to(found, "fridge")),
    pattern("put", rf"{SUBJECT}(?:put|place|placed|stick|stuck|store|stored) (?P<what>(?:the|our|my) .+?) {IN} (?P<place>{STORAGE})", moved),
    pattern("use", rf"{SUBJECT}{USED} (?P<what>(?!.* (?:off|from) (?:the |our |my )?(?:shopping )?list$)(?!.* out of (?:the )?freezer$).+?)(?: (?:for|in|to make|making|with) (?:the |a |an |my |our )?(?:curry|dinner|lunch|breakfast|supper|soup|cake|baking|cooking|[\w ]+))?", used),
    pattern("use", r"(?:i|we|(?-i:[A-Z]\w+)) had (?P<what>.+) for (?:breakfast|lunch|dinner|supper|tea|brunch|a snack)", used),
    pattern("gone", rf"(?:the |our |my )?(?P<what>.+?) {EMPTY}", empty),
    pattern("gone", r"(?:we|i)(?:'re| are|'ve| have| am|'m)? ?(?:just )?(?:run|ran|running|all)? ?(?:out of) (?P<what>.+)", empty),
    pattern("gone", r"(?:there is|there's|there are|we have|i have|we've got) no (?:more )?(?P<what>.+?)(?: left| any more| anymore)", empty),
    # What came
    pattern("add", rf"(?:add|put|place|store|note|record|log|stock|enter) (?P<what>.+?) {IN} (?P<place>{STORAGE})", bought),
    pattern("add", rf"{SUBJECT}{BOUGHT} (?P<what>(?!rid of\b).+)", bought),
    pattern("add", r"(?:there (?:is|are)|we (?:now )?have|i (?:now )?have|we've got|i've got) (?P<what>(?:\d|some|a |an |two|three|four|five|six|half).+?)(?: now)?(?: left)?(?: (?:in|on) (?P<place>.+))?", bought),
    # What is there
    pattern("stock", rf"(?:do|did|have|are) (?:we|i|you|there) (?:still |also |even )?(?:{HAVE} )?(?:any |some |enough |more |a |an |the )*(?P<what>.+?)(?: left| at home| here| in stock| somewhere| in the house)*(?: (?:in|on) (?P<place>.+))?", asked),
    pattern("stock", r"(?:is|are) there (?:still |also |even )?(?:any |some |enough |more |a |an )*(?P<what>.+?)(?: left| at home| here| in stock)*(?: (?:in|on) (?P<place>.+))?", asked),
    pattern("stock", rf"how (?:much|many)(?: of the| of our)? (?P<what>.+?) (?:(?:do|have) (?:we|i)(?: still)?(?: {HAVE})?|is there|are there|is|are|there is|there are)(?: still)?(?: left| here| there| at home| in stock)*(?: (?:in|on) (?P<place>.+))?", asked),
    pattern("stock", r"(?:where|where abouts) (?:is|are|'s|did (?:we|i) put) (?:the |our |my |all the )?(?P<what>.+?)", asked),
    pattern("stock", r"(?:where do (?:we|i) (?:keep|have|store)) (?:the |our |my )?(?P<what>.+?)", asked),
)  # fmt: skip


def moved_to(found: re.Match[str], place: str) -> Slots:
    return {"of": [{"what": one.name, "to": place} for one in things(found["what"])]}
