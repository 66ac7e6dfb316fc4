"""How people say what came into the kitchen, what went, and what was put elsewhere."""

import re
from typing import Any

from chat.agent.builtin.understanding.pattern import Slots
from chat.agent.builtin.understanding.things import Thing, named, place_named, thing, things
from chat.agent.builtin.understanding.unpacking import amount_alone, beside, rows

USED = (
    r"(?:used up|used|use up|use|ate|eaten|eat|drank|drunk|drink|finished off|finished|finish|consumed|polished off"
    r"|emptied|(?:went|got|get|gone|been) through|cooked with|baked with|took|take|poured out)"
)
# Whoever says it so, means all of it.
ALL_OF_IT = re.compile(
    r"\b(?:used up|use up|finished|finish|finished off|polished off|emptied|all gone)\b", re.IGNORECASE
)
WASTED = (
    r"(?:threw (?:away|out)|throw (?:away|out)|thrown (?:away|out)|tossed(?: out)?|toss(?: out)?|"
    r"binned|bin|chucked(?: out| away)?"
    r"|chuck(?: out| away)?|trash(?:ed)?|ditch(?:ed)?|scrap(?:ped)?|pitch(?:ed)?|dispose(?:d)? "
    r"of|discarded|discard|dumped|got rid of|get rid of|composted|wasted|dropped|spilled"
    r"|spilt)"
)
SPLIT_WASTED = r"(?:threw|throw|thrown|chucked|chuck|tossed|toss)"
BOUGHT = (
    r"(?:bought|got|picked up|brought home|brought(?! home)|came home with|fetched|harvested"
    r"|stocked up on|received|made|baked"
    r"|have bought|purchased)"
)
STORE = r"(?P<place>(?:the |our |my )?(?:[\w' -]{2,40}))"
STORAGE = (
    r"(?:the |our |my )?(?:pantry|larder|cupboard|fridge|refrigerator|freezer|cellar|shelf|shelves|"
    r"stock|kitchen)"
)
REASONS = (
    ("broken", r"dropped|spill\w*|spilt|broke\w*|fell"),
    ("past_date", r"past (?:(?:its|their|the) )?date|out of date|expired|past it"),
    (
        "not_liked",
        r"nobody (?:liked|likes|wanted|ate)|didn't like|did not like|no one (?:liked|ate)|tasted (?:bad|awful)",
    ),
    ("left_over", r"left ?overs?|too much|nobody ate it|plate scraps"),
    ("spoiled", r"went (?:off|bad)|gone (?:off|bad)|mould\w*|mold\w*|rotten|spoil\w*|bad|off|sour|smell\w*|old"),
)
WHY = re.compile(
    r"(?:,? (?:in|into|to|on) (?:the |our |my )?(?:bin|trash|garbage|rubbish|compost)\b.*"
    r"|,? (?:because|cause|cos|due to)\b.*|,? (?:past (?:(?:its|their|the) )?date|out of date|expired"
    r"|gone off|(?:all )?mouldy|moldy|rotten|gone bad).*|(?: all over| on| onto)(?: the| "
    r"my)? (?:floor|ground|carpet|way home).*|,? (?:because|since|as|cause)\b.*|,? which "
    r".*| that (?:went|had|was|were) .*|,? (?:it|they) "
    r"(?:was|were|had|went|smelled).*)$",
    re.IGNORECASE,
)
WHY_ALONE = re.compile(
    rf"(?:(?:all|too|very|totally|completely|gone|went|smelled) )*(?:{'|'.join(words for _name, words in REASONS)}"
    r"|slimy|brown|soft|dry|funny|freezer burn|burnt|mushy|weevils|sprout\w*|squashed)",
    re.IGNORECASE,
)
GONE_OFF = (
    r"(?:went|has gone|have gone|is|are|'s|got|turned|had gone|looks?|smells?)(?: all| completely"
    r"| totally| really)? (?:off|bad|mouldy|moldy|rotten|sour|spoiled|spoilt|brown|slimy"
    r"|fuzzy|rancid|stale)"
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


GLASS = re.compile(
    r"(?:an?|one|some|\d) (?:glass|bowl|plate|bit|sip|drop|splash|handful|portion|helping"
    r"|piece|mug|cup of tea with)(?:es|s)? of (?P<what>.+)",
    re.IGNORECASE,
)


# Where it went: “finished it on his toast”.
ON_IT = (
    r"\b(?:on|over|in) (?:his|her|their|my|our|some|a) (?:\w+ )?(?:toast|bread|pizza|sandwich(?:es)?|pasta"
    r"|porridge|cereal|pancakes?|salad|crackers?|bagel|tea|coffee|muesli|burger|potato(?:es)?|omelette|soup|smoothie"
    r"|lunch)\b"
)


def used(found: re.Match[str]) -> Slots | None:
    """Several things are several wishes (`of`)."""
    named = things(re.sub(rf"\s+(?:up$|{ON_IT})", "", found["what"], flags=re.IGNORECASE))
    if named and (glass := GLASS.match(found["what"])):
        return {"of": [{"what": glass["what"], "amount": ""}]}
    if not named or re.match(r"(?:it|them|that|this)(?: up)?$", found["what"], re.IGNORECASE):
        return (
            {"of": [], "amount": "all"}
            if ALL_OF_IT.search(found.group()) or found["what"].endswith("up")
            else {"of": []}
        )
    whole = bool(ALL_OF_IT.search(found.group()) or found["what"].endswith(" up"))
    return {"of": [_slots(one, whole=whole) for one in named]}


def _slots(one: Thing, *, whole: bool) -> dict[str, Any]:
    """An amount alone is of what was spoken of: “threw all 4 slices out”."""
    if measure := amount_alone(one.name):
        return {"amount": one.amount or measure}
    if one.amount and amount_alone(one.typed):
        return {"amount": one.typed}
    inner = thing(one.name) if one.amount == "all" else one
    return {"what": inner.name, "amount": one.amount or ("all" if whole else "")}


def wasted(found: re.Match[str]) -> Slots:
    named = things(WHY.sub("", found["what"]))
    told = [one for one in named if not WHY_ALONE.fullmatch(one.name)] or named
    broken = next((one.amount for one in named if one.amount and one not in told), "")
    if broken and len(told) == 1:
        told = [Thing(told[0].name, broken)]
    return {"of": [_slots(one, whole=True) | {"reason": reason_in(found.group())} for one in told]}


def reason_in(text: str) -> str:
    return next((reason for reason, words in REASONS if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)), "spoiled")


def empty(found: re.Match[str]) -> Slots | None:
    """Of “200 g of the rice is gone” there may be some left."""
    if any(one.amount not in {"", "all"} for one in things(found["what"])):
        return None
    return {"of": [{"what": one.name, "amount": "all"} for one in things(found["what"])]}


BESIDE = re.compile(
    r"[\s,]+(?:today|tonight|now|for (?:later|tomorrow|tonight)|please|yesterday"
    r"|this (?:morning|afternoon|evening)|just now|earlier|last night"
    r"|from the (?:shop|store|market|supermarket))$",
    re.IGNORECASE,
)
MORE = re.compile(
    r"^(?:(?:some|the|more|a few|another)\s+|((?:\d+|an?|two|three|four|five|six)\s+)(?:more"
    r"|extra|additional|new)\s+)",
    re.IGNORECASE,
)
PRICED = re.compile(r",? for [€$£]?\d[\d.,]* ?(?:€|\$|£|euros?|dollars?|pounds?|quid|bucks)?$", re.IGNORECASE)
BOXED = re.compile(r"^(?:the |a |our )?[a-z ]+: (?=\d)", re.IGNORECASE)


def bought(found: re.Match[str]) -> Slots | None:
    return in_rows(found["what"], found.groupdict().get("place") or "")


def in_rows(text: str, place: str = "", until: str = "") -> Slots | None:
    """With the place and the date for all that stand behind, else with those given."""
    told = beside(re.sub(r"\s+now$", "", text))
    rest = BOXED.sub("", PRICED.sub("", COUNT_BEHIND.sub(r"\2 \1", told.rest)))
    if re.match(r"(?:any|enough)\b", rest) or NO_FOOD.search(rest):
        return None
    place = place_named(re.sub(r"\s+now$", "", place)) or told.place
    lines = [MORE.sub(r"\1", row) for row in rows(rest)]
    tail = "".join(f" {one}" for one in (told.until or until, place) if one)
    return {"lines": [f"{line}{tail}" for line in lines]} if lines else None


def bought_until(found: re.Match[str]) -> Slots | None:
    """With the date that stands behind the place."""
    told = beside(f"it, {found['until'].strip(' ,')}")
    amount = amount_alone(told.rest.removeprefix("it"))
    what = f"{found['what']}, {amount}" if amount else found["what"]
    return in_rows(what, found["place"], told.until) if told.until else None


def moved(found: re.Match[str]) -> Slots | None:
    text = re.sub(r"\s+(?:from|out of) (?:the |our |my )?[\w' -]+$", "", found["what"], flags=re.IGNORECASE)
    to = place_named(BESIDE.sub("", found["place"]))
    return {"of": [{"what": one.name, "amount": one.amount, "to": to} for one in things(text)]}


def used_colon(found: re.Match[str]) -> Slots:
    return {"of": [{"what": named(found["food"]), "amount": found["amount"].strip()}]}


def moved_out(found: re.Match[str]) -> Slots:
    """Taken off the shelves: used up or thrown away, which nobody has said."""
    return {"of": [{"what": one.name, "amount": one.amount or "all"} for one in things(found["what"])]}


def frozen(found: re.Match[str]) -> Slots:
    to = DOOR[found["verb"].casefold()]
    return {"of": [{"what": one.name, "amount": one.amount, "to": to} for one in things(found["what"])]}


def thawing(found: re.Match[str]) -> Slots:
    """Taken out of the freezer without a word where to."""
    return {"of": [{"what": one.name, "amount": one.amount, "to": "fridge"} for one in things(found["what"])]}


NO_FOOD = re.compile(
    r"^(?:\w+ )?(?:minutes?|hours?|people|guests?|friends?|visitors|days?|weeks?|time|ideas?"
    r"|questions?|no idea|problems?|it|that|up|home|back|married|sick|hungry|dinner|lunch)\b"
    r"|\?",
    re.IGNORECASE,
)
COUNT_BEHIND = re.compile(
    r"^([\w' -]+?)(?::|,| -)? ((?:\d[\d.,]*) ?(?:kg|g|l|ml|cl|x|packs?|tins?|cans?|bottles?)?)$", re.IGNORECASE
)
IN = r"(?:in|into|on|onto|to)"
