"""What came, as rows to be written down: with amounts, until when it is good and where it lies, without whence it came.

“6 yogurts, they go in the fridge, good till friday” is “6 yogurts friday fridge”; “butter, 2 packs of 250 g” is “500 g
butter”.
"""

import re
from dataclasses import dataclass

from chat.agent.builtin.understanding.days import WEEKDAY
from chat.agent.builtin.understanding.gathering import gathered
from chat.agent.builtin.understanding.things import EDGES, place_named, thing
from kitchen.units import read_number, read_unit
from pantry.matching.index import key_of, names

THEY = (
    r"(?:(?:(?:it|they|that|which|both|these|those|all(?: of (?:it|them))?|everything|the date|date)(?:'s|'re|s|re)?"
    r"|to|please|and|also|then|straight|right|just|now|so|put|stored?|is|are"
    r"|was|were|goes?|went|has to"
    r"|have to|should|must|belongs?|them|keep|kept|stick|stuck|log|add)\s+)*"
)
PLACE = r"(?:the |our |my )?(?P<place>fridge|refrigerator|freezer|pantry|larder|cupboard|cellar)"
CONTAINER = re.compile(
    r"(?:loaf|jar|tin|can|bag|bottle|box|packet?|pot|tub|carton|bowl|basket|punnet|bunch"
    r"|lot|batch|bar|container)(?:e?s)?",
    re.IGNORECASE,
)
PLACED = re.compile(rf"\s+{PLACE}$", re.IGNORECASE)
THERE = re.compile(r",?\s+(?:(?:goes|go|also|in|into|to) )*(?:there|the same (?:place|spot))$", re.IGNORECASE)
LIES = re.compile(
    rf"(?:[,.;:-]+\s*{THEY}(?:in|into|to|for)?\s*|\s+{THEY}(?:in|into|inside|for) ){PLACE}(?: "
    r"(?:please|now|too|as well))*$",
    re.IGNORECASE,
)
DAY = (
    r"(?:next |this |end of )?(?:\d[\w./-]*(?: (?:of )?(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|days?|weeks?|months?)\b)?"
    rf"|{WEEKDAY}|today|tomorrow|week|month|(?:january|february|march|april|may|june"
    r"|july|august|september|october|november|december)(?: \d+(?:st|nd|rd|th)?)?)"
)
GOOD = (
    r"(?:(?:good|fine|ok|okay|fresh|best|used?|eaten|keeps?|lasts?|expir(?:es?|y|ing)|goes off|go off"
    r"|bbd?|be|date|is|are|from|sell|on)\s+)*"
)
# The date of a row, behind the name and before the place.
DATED = re.compile(rf"(?<=\w) {DAY}(?=(?: {PLACE})?$)", re.IGNORECASE)
UNTIL = re.compile(
    rf"[,.;-]*\s+{THEY}{GOOD}(?:(?:until|till|til|by|up to|before|in|on|expires?|expiring"
    rf"|bbd?)\s+)(?:the )?(?P<until>{DAY})$",
    re.IGNORECASE,
)
WHENCE = re.compile(
    r",?\s+(?:on (?:the |my |our |his |her )?way(?: (?:home|back|here|over))?|on (?:offer"
    r"|sale)|as bought|for (?:later|free))$|,?\s+(?:from|off|at|by) (?!(?:the |our |my )?(?:fridge"
    r"|freezer|pantry|cupboard|larder|cellar)\b)(?:(?:the|my|our|his"
    r"|her|their|a|an|some|grandma's|mum's|dad's|one of (?:the|my|our))"
    r" [\w' -]{2,40}|\w+ next door|work|school|home|abroad|holiday|town|(?-i:[A-Z])[\w']+"
    r"|aldi|lidl|tesco|rewe|costco|asda|walmart)$",
    re.IGNORECASE,
)
CAME = re.compile(
    r",?\s+(?:have |has |just |also |were |was |is |are )*(?:came|arrived|delivered|turned up|come|showed up|landed"
    r"|dropped off|along|home|with (?:me|us)|for (?:us|me|the (?:house|family)))$",
    re.IGNORECASE,
)
WHEN = re.compile(
    r",?\s+(?:today|yesterday|this (?:morning|afternoon|evening)|last night|just now|earlier"
    r"|again|too|as well|please)$",
    re.IGNORECASE,
)
NEW = re.compile(
    r",?\s+(?:(?:it|they|both|all|that|everything)(?:'s|'re|s| is| are) |all |brand |both )+(?:brand )?"
    r"(?:new|fresh|just in|newly bought)$|,\s*(?:new|fresh|just (?:bought|came|arrived))$",
    re.IGNORECASE,
)
WHEN_AHEAD = re.compile(r"^(?:today|yesterday|this morning|just now|earlier)\s+", re.IGNORECASE)
BEHIND = (NEW, LIES, UNTIL, WHENCE, CAME, WHEN)
JOINTS = re.compile(
    r"\s*[,;](?!\d)\s*(?:(?:and|also|plus)\s+)*|\s+(?:and|plus|as well as)\s+(?:also\s+)?", re.IGNORECASE
)
PACKS = re.compile(
    r"(?P<count>\S+?)\s*(?:x|times|[a-z]+)?\s*(?:of|x|at|@|with|each|a|,)\s*(?P<each>\d.*?)(?:\s+each)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Told:
    """`rest` is what is left of a text without what was told beside it."""

    rest: str
    place: str = ""
    until: str = ""
    is_given: bool = False


def beside(text: str) -> Told:
    rest, place, until, is_given = WHEN_AHEAD.sub("", text.strip(EDGES)), "", "", False
    while found := next((one for way in BEHIND if (one := way.search(rest)) and _parts(rest, one)), None):
        named = found.groupdict()
        place, until = place or named.get("place") or "", until or named.get("until") or ""
        rest, is_given = rest[: found.start()].strip(EDGES), is_given or found.re is WHENCE
    return Told(rest, place_named(place.casefold()), until, is_given)


def _parts(text: str, found: re.Match[str]) -> bool:
    """A food with such words in its name stays whole; so does what would leave nothing."""
    last = JOINTS.split(text)[-1]
    return bool(text[: found.start()].strip(EDGES)) and key_of(thing(last).name) not in names()


def rows(text: str) -> list[str]:
    return merged([part.strip() for part in JOINTS.split(text) if part.strip(EDGES)])


def with_named(told: list[str], text: str) -> list[str]:
    """And the foods that a text names besides."""
    named = [one.typed for one in gathered(text).things]
    missing = [one for one in named if f" {thing(one).name}" not in f" {' '.join(told)}"]
    known = [one for one in told if not any(f" {thing(row).name}" in f" {one}" for row in named)]
    return [*named, *known] if missing else told


def told_besides(text: str, before: list[str]) -> list[str]:
    """The rows before, with the place or the date that a text tells and nothing else: “it goes in the fridge”."""
    told = beside(f"it, until {text}" if re.fullmatch(DAY, text, re.IGNORECASE) else f"it, {text}")
    if told.until:
        before = [DATED.sub("", row) for row in before]
    if told.rest.casefold() != "it" or not (told.place or told.until):
        return []
    kept = [PLACED.sub("", row) if told.place else row for row in before]
    return [" ".join(filter(None, (*_before_place(row, told.until), told.place))) for row in kept]


def there_too(told: list[str], before: list[str]) -> list[str]:
    """“and a bag of peas, there too”: in the place of the rows before."""
    place = PLACED.search(before[0]) if before else None
    kept = [THERE.sub("", one) for one in told if not THERE.fullmatch(f" {one}")]
    if not place or kept == told:
        return kept
    return [one if PLACED.search(one) else f"{one} {place['place']}" for one in kept]


def _before_place(row: str, until: str) -> tuple[str, ...]:
    found = PLACED.search(row)
    return (row[: found.start()], until, found["place"]) if found and until else (row, until)


def merged(rows: list[str]) -> list[str]:
    """An amount alone is of what was named before it: “a bag of potatoes, 2 kilo”."""
    found: list[str] = []
    for row in rows:
        amount = amount_alone(row)
        if amount and found:
            found[-1] = f"{amount} {thing(found[-1]).name}"
        else:
            found.append(row)
    return found


def amount_alone(text: str) -> str:
    """The amount, where a text is nothing else; of packs all together."""
    plain = text.strip(EDGES)
    if (packs := PACKS.fullmatch(plain)) and (total := _times(packs["count"], packs["each"])):
        return total
    number = read_number(plain)
    if number is None:
        return ""
    rest = plain[number[1] :].strip()
    unit = read_unit(rest) if rest else None
    return plain if unit and not rest[unit[1] :].strip(" .") else ""


def _times(count: str, each: str) -> str:
    number, one = read_number(count), read_number(each)
    if not number or not one or number[1] != len(count):
        return ""
    unit = each[one[1] :].strip()
    told = read_unit(unit) if unit else None
    if not told or unit[told[1] :].strip():
        return ""
    return f"{float(number[0] * one[0]):g} {unit}"
