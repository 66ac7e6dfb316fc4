"""How people tell what came into the kitchen with a word before it: “delivery: 2 l milk, 6 eggs, all in the fridge”."""

import re

from chat.agent.builtin.lexicon import pairs
from chat.agent.builtin.understanding.gathering import WORD, amount_at, gathered, idle, in_digits
from chat.agent.builtin.understanding.movement_slots import STORAGE, in_rows
from chat.agent.builtin.understanding.pattern import SUBJECT, Pattern, Slots, pattern
from chat.agent.builtin.understanding.unpacking import CONTAINER, beside
from chat.agent.builtin.wish import Wish
from pantry.matching.index import key_of, names

DONE = r"(?: (?:is |has |have |are )?(?:just )?(?:arrived|came|come|here|done|delivered|today|home|in))"
WORDS = (
    r"(?:(?:just )?(?:bought|got|received|purchased)|(?:the |our |my |today's )*(?:(?:\w+ "
    r")?delivery|(?:veg|farm) box"
    rf"|(?:\w+ )?haul){DONE}*(?: with)?|(?:the |our |my |today's |weekly )*(?:shopping|groceries|shop|order){DONE}+"
    r"|unpack(?:ing|ed)?(?: the shopping)?|stock(?:ing|ed)? ?up|restock(?:ed|ing)?|new(?: in| stock)?"
    r"|(?:log(?:ging)?|add(?:ing)?|enter|note|record|writing? down|put(?:ting)? away|today's|this week's)"
    r"(?: (?:the|my|our|some|new|today's|these|weekly))* (?:groceries|shopping|purchases"
    r"|haul|delivery|things|items|shop|order|buys|basket)"
    r"|(?:i'm |we're |just )?(?:back|home)(?: from (?:the )?[\w']+)?|from the (?:shops?|store|market|supermarket)"
    r"(?: today)?|stock|came in|arrived|put away|into (?:the )?stock|incoming)"
)
ASIDE = re.compile(
    r",?\s+(?:and )?(?:(?:can|could|would) you |please |just )*(?:(?:put|add|note|log) (?:it|them|those|that|these)"
    r"(?: (?:in|down|away|to (?:the )?(?:stock|shelves|pantry)))?|bought)(?: please)?$",
    re.IGNORECASE,
)
GIVEN = (
    r"(?:gave|brought|sent|got|handed|left (?=us |me )|dropped(?: off)?|picked up|fetched|bought|collected"
    r"|brought (?:round|over|along))(?: (?:us|me|over|off|round|home|back|in|along))*"
)
GIVERS = (
    r"(?:(?:my |our |the |a |an |one of (?:my|our|the) )?(?:kids|children|son|daughter|wife"
    r"|husband|partner|girlfriend|boyfriend"
    r"|flatmate|roommate|mum|mom|dad|grandma|grandpa|granny|gran|nan|aunt|uncle"
    r"|sister|brother|neighbou?rs?|friends?|colleague|parents|in-laws|mother-in-law)|somebody"
    r"|someone|(?-i:(?!Any|Some|Every|No|What|Who|Which|I\b)[A-Z]\w+))"
)
HEAD = re.compile(rf"^({WORDS})[.!]+\s+(?=[\d½¼¾]|an?\b|one\b|two\b|three\b|\w+,)", re.IGNORECASE)
SPOKEN = re.compile(
    rf"^(?:{WORDS}|(?:the |my |our |today's )?(?:groceries|shopping|purchases|shop)|for the (?:stock|shelves|pantry))"
    r"(?: is| are)?(?: in| done)?[.:!]+\s+(?=[\w' -]+,)",
    re.IGNORECASE,
)
# What has an amount came; what is wanted on the list says so.
UNLISTED = (
    r"(?!.*\b(?:list|missing|recipe|dish|people|needs?|to buy|buy|expense|bill|euros?|dollars?"
    r"|pounds? to)\b|.*[€$£]|.* to (?:it|that|them|the)\b)"
)
CUES = frozenset(
    {"new", "bought", "arrived", "came", "delivered", "home", "shop", "shopping", "groceries", "delivery", "brought"}
    | {
        "own",
        "picked",
        "fetched",
        "purchased",
        "stocked",
        "haul",
        "today's",
        "received",
        "grabbed",
        "market",
        "incoming",
    }
)
ASKING = re.compile(
    r"(?:what|which|who|how|when|where|why|is|are|do|does|did|can|could|should|will|would|has|have|any|if|no|not|buy"
    r"|need|remove|delete|tick|find|show)\b|.*\b(?:list|recipe|no|not|need|without|instead"
    r"|\d+ people|paid|euros?|€|\$)\b",
    re.IGNORECASE,
)
SIGNS = re.compile(r"(?:^|(?<=[,;] ))\+\s*(?=\w)")


def came(found: re.Match[str]) -> Slots | None:
    """With one place for all where it is told behind, and without what is told besides."""
    text = ASIDE.sub("", SIGNS.sub("", found["what"].strip(" .,")))
    return in_rows(text, found.groupdict().get("place") or "")


def brought(clause: str) -> Wish | None:
    """“2 kg potatoes 1 cabbage, all new”: foods, amounts and a word that says that they came, and nothing else."""
    told = beside(clause)
    found = gathered(told.rest)
    words = {word.casefold() for word in WORD.findall(clause)}
    is_measured = (told.place or told.is_given) and all(one.amount not in {"", "all"} for one in found.things)
    if not found.things or ASKING.match(clause) or not (words & CUES or is_measured) or words & set(pairs("acts")):
        return None
    if any(word.casefold() not in idle() | CUES and not CONTAINER.fullmatch(word) for word in found.left):
        return None
    tail = "".join(f" {one}" for one in (told.until, told.place) if one)
    return Wish("add", {"lines": [f"{one.typed}{tail}" for one in found.things]})


def _dictated(text: str) -> list[str]:
    """Each sentence a thing and behind a comma how much of it; nothing where one is anything else."""
    rows = []
    for sentence in re.split(r"[.;!\n]+\s*", text.strip(" .!")):
        name, _comma, amount = sentence.partition(",")
        measure = amount_at(amount.strip(), 0)
        if not measure or amount.strip()[measure[1] :].strip() or key_of(name.strip()) not in names():
            return []
        rows.append(f"{measure[0]} {name.strip()}")
    return rows


def headed(text: str) -> str:
    """“Shopping done. 1 l milk”: what was said first tells what the rest is; “Bananas, five.” is five bananas."""
    if (found := SPOKEN.match(text)) and (rows := _dictated(in_digits(text[found.end() :]))):
        return f"bought: {', '.join(rows)}"
    return HEAD.sub(r"\1: ", text)


PATTERNS: tuple[Pattern, ...] = (
    pattern("add", rf"{WORDS}\s*(?::|\s-)\s*(?P<what>.+)", came),
    pattern("add", rf"(?:add|put|store|new|fresh) (?:to|in|into|for) (?P<place>{STORAGE})(?::| -) ?(?P<what>.+)", came),
    pattern("add", rf"(?P<place>{STORAGE})(?::| -) ?(?:add|new|\+) ?(?P<what>.+)", came),
    pattern(
        "add",
        r"(?!(?:what|who|which|how|did|has|have|if|when)\b)[\w' -]{2,30}? (?:gave|handed|brought) "
        r"(?:us|me)(?: some)? (?P<what>.+)",
        came,
    ),
    pattern("add", rf"{GIVERS}(?:'s| has| have)?(?: just)? {GIVEN}(?: some)? (?P<what>(?!rid\b|home\b).+)", came),
    pattern(
        "add",
        rf"(?:we|i)(?:'ve| have| were| was)?(?: just)?(?: been)? given (?P<what>.+?)(?: by {GIVERS})?"
        r"(?P<rest>,? (?:they|it)(?:'re|'s| are| is) (?:all )?in .+)?",
        lambda found: came(re.match(r"(?P<what>.+)", found["what"] + (found["rest"] or "")) or found),
    ),
    pattern(
        "add",
        rf"{SUBJECT}(?:bought|got|picked up|put in|brought) (?P<what>(?!.*\b(?:list|rid|put|stored|placed)\b)\S.+?,?"
        r" (?:(?:it|they|both"
        r"|all)(?:'s|'re|s| is| are)? ?|that's )?(?:all )?(?:in|into) (?:the |our )?(?:fridge|freezer|pantry|cupboard"
        r"|larder))",
        came,
    ),
    pattern(
        "add",
        rf"(?:add|log|enter|record) {UNLISTED}(?P<what>(?:\d[\d.,]*|[½¼¾]|(?:an?|one|two|three"
        r"|four|five|six|eight|ten|twelve|half"
        r"|quarter)(?= )) ?[^?]+|[a-z][\w' -]+? \d[\d.,]* ?(?:g|kg|ml|l|cl|x|packs?|tins?|cans?"
        r"|bottles?|grams?|kilos?|litres?)?)",
        came,
    ),
    pattern(
        "add",
        r"(?:add|put|log|note) (?P<what>(?:\d|an?\b|one|two|three|four|five|six|half|quarter).+?) (?:to|in|into) "
        r"(?:the |our |my )?(?:stock|inventory|shelves|kitchen|supplies)",
        came,
    ),
)
