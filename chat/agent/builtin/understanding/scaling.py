"""More or less of the dish that was opened: "double it", "we're six", "just for two"; and that it was eaten."""

import re

from chat.agent.builtin.lexicon import phrases
from chat.agent.builtin.understanding.limits import NUMBER
from chat.agent.builtin.understanding.pattern import Pattern, Slots, pattern
from chat.agent.builtin.understanding.things import named
from chat.agent.builtin.wish import Memory, Wish
from kitchen.units import read_number
from pantry.matching.index import key_of, names

SHOWN = frozenset({"open", "missing", "list_missing", "nutrition", "suits", "cooked"})
FACTORS = {"double": 2.0, "twice": 2.0, "triple": 3.0, "treble": 3.0, "thrice": 3.0, "quadruple": 4.0}
SHARES = {"half": 0.5, "halve": 0.5, "a half": 0.5, "a third": 1 / 3, "a quarter": 0.25, "one and a half": 1.5}
TIMES = (
    r"(?:(?P<factor>double|twice|triple|treble|thrice|quadruple)|(?P<share>half|halve|a half|a third|a quarter"
    r"|one and a half)|(?P<number>\d+|two|three|four|five) ?(?:x|times)|(?:x|times) ?(?P<behind>\d+|two"
    r"|three|four|five))"
)
AMOUNT = (
    r"(?:it|that|this|them|those|the|a|an|of|as much|as many|amounts?|quantit(?:y|ies)|recipe|batch"
    r"|everything|portions?"
    r"|servings?|one|dish|then|please|only|just|now|again|same|all|and|but|for|me|us|to|up|size)"
)
OF_IT = re.compile(
    rf"(?:(?:make|do|cook|bake|show|scale|let's (?:make|do)|i (?:want|need)|we (?:want|need)|can (?:i|we)(?:"
    rf" have)?|{AMOUNT}) )*"
    rf"{TIMES}(?: {AMOUNT})*",
    re.IGNORECASE,
)
WE_ARE = re.compile(
    r"(?:(?:that's |that is |it's |way |far )?(?:too (?:much|many|little|few)|not enough|more|less)[,.;:]? )?"
    r"(?:(?:no|but|and|if|what if|say|suppose|actually|sorry|oh|well|ok|so|only|just|make(?: it| that)?|it's"
    r"|there(?:'s| are| will"
    r" be)|we(?:'re| are)"
    r"|we(?:'ll| will) be|with|cook|do it|that|us|all|tonight|today)[,]? )*(?P<for>for )?"
    rf"(?:the |us )?(?P<number>{NUMBER})(?: (?:of us|people|persons?|guests|portions|servings|eaters|bowls"
    rf"|plates|mouths"
    r"|adults|at the table))?(?: (?:only|tonight|today|tomorrow|now|please|instead|then|though))*",
    re.IGNORECASE,
)
# “how many eggs do I need for 8 people”: the dish with its amounts says it.
FOR_SO_MANY = re.compile(
    rf"(?:and )?how (?:much|many)\b.*? (?:for|if (?:we're|we are|there are)) (?P<number>{NUMBER})(?: of us| people"
    rf"| persons?| guests| portions| servings)?|(?:and )?for (?P<number2>{NUMBER})(?: of us| people| persons?| guests"
    r"| portions| servings)?,? how (?:much|many)\b.*",
    re.IGNORECASE,
)
PEOPLE = re.compile(
    r"\b(?:we(?:'re| are|'ll be| will be)|for|there are|people|persons?|guests|portions|servings|of us"
    r"|eaters|bowls|plates)\b",
    re.IGNORECASE,
)
WHEN = (
    r"(?:,? (?:today|tonight|yesterday|just now|now|already|this (?:morning|afternoon|evening)|last night|earlier"
    r"|for (?:dinner|lunch|breakfast|supper|tea)))*"
)
# Of what is said without naming it ("done, we ate it all"), what says that a dish was made or eaten.
MADE = re.compile(r"\b(?:cooked|made|baked|eaten|ate|served|devoured)\b", re.IGNORECASE)
EATEN = re.compile(
    rf"(?:(?:i|we)(?:'ve| have)? )?(?:just )?(?:made|cooked|baked|ate|eaten|had|did) (?:it|this|that|this"
    rf" one|that one)(?: all)?{WHEN}"
    r"|(?:take|remove|deduct|subtract|book|count) (?:it|that|this|them|everything|the ingredients|it all"
    r"|what it (?:takes|needs))"
    r" (?:off|from|out of)(?: of)? (?:the |our |my )?(?:stock|shelves|shelf|pantry|inventory|kitchen)",
    re.IGNORECASE,
)


def rescaled(clause: str, memory: Memory) -> Wish | None:
    """What is said of the dish on the table."""
    if memory.recipe is None or memory.wish is None or memory.wish.kind not in SHOWN:
        return None
    if EATEN.fullmatch(clause) or is_eaten(clause):
        return Wish("cooked", {"recipe": memory.recipe.id, **_servings(memory)})
    if found := OF_IT.fullmatch(clause):
        return Wish("open", {"recipe": memory.recipe.id, "times": factor(found), **_servings(memory)})
    found = FOR_SO_MANY.fullmatch(clause) or WE_ARE.fullmatch(clause)
    if not found or not PEOPLE.search(clause) or not (number := read_number(told_number(found))):
        return None
    kind = memory.wish.kind if memory.wish.kind in {"missing", "list_missing", "cooked"} else "open"
    return Wish(kind, {"recipe": memory.recipe.id, "servings": float(number[0])})


def told_number(found: re.Match[str]) -> str:
    said = found.groupdict()
    return said.get("number") or said.get("number2") or ""


def _servings(memory: Memory) -> Slots:
    servings = memory.wish.get("servings") if memory.wish else ""
    return {"servings": servings} if servings else {}


def factor(found: re.Match[str]) -> float:
    said = found.groupdict()
    if word := said.get("factor") or said.get("share"):
        return (FACTORS | SHARES)[word.casefold()]
    number = read_number(said.get("number") or said.get("behind") or "1")
    return float(number[0]) if number else 1.0


def times_dish(found: re.Match[str]) -> Slots | None:
    name = named(re.sub(r"\s+recipe$", "", found["recipe"].strip(), flags=re.IGNORECASE))
    return {"recipe": name, "times": factor(found)} if name else None


def times_known(found: re.Match[str]) -> Slots | None:
    """“double the pancakes”, but not “half the milk”."""
    slots = times_dish(found)
    return slots if slots and key_of(slots["recipe"]) not in names() else None


PATTERNS: tuple[Pattern, ...] = (
    pattern("open", rf"(?:the |our |my )?(?P<recipe>[a-z][\w' -]+?) recipe,? {TIMES}", times_dish),
    pattern(
        "open",
        rf"(?:make |cook |show me )?{TIMES} (?:of )?(?:the |our |my )(?:recipe (?:for|of)"
        rf" )?(?P<recipe>[a-z][\w' -]+?) recipe",
        times_dish,
    ),
    pattern(
        "open",
        rf"(?:make |cook |show me )?{TIMES} (?:of )?(?:the |our |my )?(?:recipe|batch|amounts?|quantit(?:y"
        rf"|ies)) (?:of|for)"
        r" (?:the |our |my )?(?P<recipe>[a-z][\w' -]+)",
        times_dish,
    ),
    pattern("open", rf"(?:make )?{TIMES} (?:of )?(?:the|our|my) (?P<recipe>[a-z][\w' -]+)", times_known),
)


def is_eaten(text: str) -> bool:
    words = [word.casefold() for word in re.findall(r"[\w']+", text)]
    return any(map(MADE.fullmatch, words)) and all(word in phrases("around") or MADE.fullmatch(word) for word in words)


def all_gone(found: re.Match[str]) -> Slots | None:
    return {} if " " in found.string and is_eaten(found.string) else None


# Read as a whole sentence: it would be cut at "and eaten".
WHOLE: tuple[Pattern, ...] = (
    pattern("cooked", r".{4,80}", all_gone),
    pattern(
        "cooked",
        r"(?:the |our |that )?(?P<recipe>(?!it\b|that\b|this\b|they\b)[\w' -]+?)(?: is| was|'s| are| were"
        r"| has been)?(?: all| now)?"
        r" (?:cooked|made|baked) (?:and|&) (?:eaten|served|finished|gone|devoured)(?: now| already| today| tonight)*",
        lambda found: {"recipe": named(found["recipe"])},
    ),
)
