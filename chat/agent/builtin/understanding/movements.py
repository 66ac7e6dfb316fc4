"""How people say what came into the kitchen, what went, and what was put elsewhere."""

import re
from typing import Any

from chat.agent.builtin.understanding.pattern import SUBJECT, Pattern, Slots, pattern
from chat.agent.builtin.understanding.things import Thing, place_named, things

USED = (
    r"(?:used up|used|use up|use|ate|eaten|eat|drank|drunk|drink|finished off|finished|finish|consumed|polished off"
    r"|emptied|went through|cooked with|baked with|took|take|poured out)"
)
# Whoever says it so, means all of it.
ALL_OF_IT = re.compile(r"\b(?:used up|use up|finished|finish|finished off|polished off|emptied)\b", re.IGNORECASE)
WASTED = (
    r"(?:threw (?:away|out)|throw (?:away|out)|thrown (?:away|out)|tossed(?: out)?|toss(?: out)?|"
    r"binned|bin|chucked(?: out| away)?"
    r"|chuck(?: out| away)?|discarded|discard|dumped|got rid of|get rid of|composted|wasted|dropped|spilled|spilt)"
)
SPLIT_WASTED = r"(?:threw|throw|thrown|chucked|chuck|tossed|toss)"
BOUGHT = (
    r"(?:bought|got|picked up|brought home|brought|came home with|fetched|harvested|stocked up on|received|made|baked"
    r"|have bought|purchased)"
)
STORE = r"(?P<place>(?:the |our |my )?(?:[\w' -]{2,40}))"
STORAGE = (
    r"(?:the |our |my )?(?:pantry|larder|cupboard|fridge|refrigerator|freezer|cellar|shelf|shelves|"
    r"stock|kitchen)"
)
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
    r"(?:,? (?:because|since|as|cause)\b.*|,? which .*| that (?:went|had|was|were) .*|,? (?:it|they) "
    r"(?:was|were|had|went|smelled).*)$",
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
    tail = f" {place_named(place)}" if place else ""
    return {"lines": [f"{line}{tail}" for line in lines]} if lines else None


def moved(found: re.Match[str]) -> Slots | None:
    text = re.sub(r"\s+(?:from|out of) (?:the |our |my )?[\w' -]+$", "", found["what"], flags=re.IGNORECASE)
    return {"of": [{"what": one.name, "amount": one.amount, "to": place_named(found["place"])} for one in things(text)]}


def frozen(found: re.Match[str]) -> Slots:
    to = DOOR[found["verb"].casefold()]
    return {"of": [{"what": one.name, "amount": one.amount, "to": to} for one in things(found["what"])]}


def thawing(found: re.Match[str]) -> Slots:
    """Taken out of the freezer without a word where to."""
    return {"of": [{"what": one.name, "amount": one.amount, "to": "fridge"} for one in things(found["what"])]}


IN = r"(?:in|into|on|onto|to)"
PATTERNS: tuple[Pattern, ...] = (
    # What went
    pattern("waste", rf"{SUBJECT}{WASTED} (?P<what>.+)", wasted),
    pattern("waste", rf"{SUBJECT}{SPLIT_WASTED} (?P<what>.+?) (?:away|out|in the bin|in the trash)(?:,? .*)?", wasted),
    pattern("waste", rf"(?:the |our |my )(?P<what>.+?) {GONE_OFF}", wasted),
    pattern("move", rf"{SUBJECT}(?P<verb>freeze|froze|frozen|defrost|defrosted|thaw|thawed) (?P<what>.+)", frozen),
    pattern(
        "move",
        rf"{SUBJECT}(?:moved?|transfer(?:red)?|shift(?:ed)?|relocated?) (?P<what>.+?) (?:in|into|on|onto|"
        rf"to|over to) {STORE}",
        moved,
    ),
    pattern(
        "move",
        rf"{SUBJECT}(?:take|took|get|got|put|taken) (?P<what>(?:the|our|my) .+?) out of (?:the |our |my )"
        rf"?freezer(?: (?:and|to|into) .+)?",
        thawing,
    ),
    pattern(
        "put",
        rf"{SUBJECT}(?:put|place|placed|stick|stuck|store|stored) (?P<what>(?:the|our|my) .+?) {IN} "
        rf"(?P<place>{STORAGE})",
        moved,
    ),
    pattern(
        "use",
        rf"{SUBJECT}{USED} (?P<what>(?!.* (?:off|from) (?:the |our |my )?(?:shopping )?list$)(?!.* out of "
        rf"(?:the )?freezer$).+?)(?: (?:for|in|to make|making|with) (?:the |a |an |my |our )?(?:curry|"
        rf"dinner|lunch|breakfast|supper|soup|cake|baking|cooking|[\w ]+))?",
        used,
    ),
    pattern(
        "use",
        r"(?:i|we|(?-i:[A-Z]\w+)) had (?P<what>.+) for (?:breakfast|lunch|dinner|supper|tea|brunch|a "
        r"snack)",
        used,
    ),
    pattern("gone", rf"(?:the |our |my )?(?P<what>.+?) {EMPTY}", empty),
    pattern(
        "gone",
        r"(?:we|i)(?:'re| are|'ve| have| am|'m)? ?(?:just )?(?:run|ran|running|all)? ?(?:out of) "
        r"(?P<what>.+)",
        empty,
    ),
    pattern(
        "gone",
        r"(?:there is|there's|there are|we have|i have|we've got) no (?:more )?(?P<what>.+?)(?: left| any "
        r"more| anymore)",
        empty,
    ),
    # What came
    pattern(
        "add", rf"(?:add|put|place|store|note|record|log|stock|enter) (?P<what>.+?) {IN} (?P<place>{STORAGE})", bought
    ),
    pattern("add", rf"{SUBJECT}{BOUGHT} (?P<what>(?!rid of\b).+)", bought),
    pattern(
        "add",
        r"(?:there (?:is|are)|we (?:now )?have|i (?:now )?have|we've got|i've got) (?P<what>(?:\d|some|a |"
        r"an |two|three|four|five|six|half).+?)(?: now)?(?: left)?(?: (?:in|on) (?P<place>.+))?",
        bought,
    ),
)
