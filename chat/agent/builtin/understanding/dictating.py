"""A recipe that somebody dictates, in one message or two: its name, what goes into it, how it is made."""

import re
from dataclasses import dataclass, field
from typing import Any

from chat.agent.builtin.understanding.gathering import amount_at
from chat.agent.builtin.wish import Memory, Wish
from kitchen.units import read_number

BEFORE = r"^(?:please |can you |could you |would you |i want to |i'd like to |i would like to |let's |hey |hi |ok |,)*"
OWN = r"(?: me| down| up)?(?: this| a| my| the| new| following| an| our| as| own| as a| quick| for)*"
KEEPS = r"(?:save|add|write|keep|store|create|note|record|new|make a note of|remember|take|put down|jot)"
CALLED = (
    r"(?:for(?! (?:\d|one|two|three|four|five|six|eight|ten)\b)|of|called|(?:the )?name(?:d| is)?|is|it's|goes"
    r"|like this|as follows|:|-|,)"
)
AHEAD = r"(?P<ahead>(?: (?!(?:for|of|to|from|with|missing|ingredients|things|stuff)\b)[\w'-]+){0,4}?)"
WRITES = re.compile(
    rf"{BEFORE}{KEEPS}{OWN}{AHEAD} recipe(?:'s)?(?:\s+(?:for me|for us|please"
    rf"|down)\b)*(?:\s*{CALLED})*\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
# Only where what follows turns out to be a recipe.
TELLS = re.compile(
    rf"{BEFORE}(?:{KEEPS}(?: this| that| the following| down| these| as follows| for me| for later)*:"
    rf"|{KEEPS} (?:this|these|the following|that)(?: one)?(?: down| for me| for later| for us| please|, please)*"
    r"\s*[,:.!-]+(?: (?:it's|this is|it is))?(?: (?:my|our|the))?"
    rf"|(?:{KEEPS} )?(?:here(?:'s| is| comes)|this is|i have|i've got)?{OWN} ?recipe(?:\s*{CALLED})*)\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
ELSEWHERE = re.compile(r"(?:for .+ )?(?:to|on|in|from) .*", re.IGNORECASE)
STEP = re.compile(
    r"(?:first|then|next|finally|now|mix|cook|bake|fry|boil|stir|chop|cut|add|heat|roast|simmer|blend|whisk|pour"
    r"|serve|melt|slice|grill|steam|knead|combine|put|leave|let|season|preheat|peel|toss|rub|drizzle|spread|drain|soak"
    r"|rinse|layer|cover|cool|chill|freeze|sprinkle|dice|grate|mash|beat|fold|saut[eé]|sear|brown|reduce|marinate|warm"
    r"|microwave|poach|toast|top|wash|crush|squeeze|roll|press|dip|coat|arrange|remove|bring|whip|turn|fill|stuff"
    r"|assemble|garnish|sift|crumble|pur[eé]e|everything|throw|shape|form|stew|steam|shred|steps?|method"
    r"|instructions?|directions?)\b",
    re.IGNORECASE,
)
# What only says what comes.
LABEL = re.compile(
    r"^(?:(?:the )?(?:ingredients|steps|method|instructions|directions|preparation)(?: are| is)?"
    r"|(?:you |we |i )?(?:need|take|use)|it (?:needs|takes)|made (?:of|from|with)|with)\b\s*:?\s*",
    re.IGNORECASE,
)
FOR_SO_MANY = re.compile(
    r"[,(]?\s*\b(?:for|serves|makes|feeds)\s+(?P<number>\w+)(?: people| persons| servings| portions)?\)?", re.IGNORECASE
)
IN_MINUTES = re.compile(r"[,(]?\s*\b(?:takes |in |about )*(?P<number>\d+) ?(?:min(?:ute)?s?)\b\)?", re.IGNORECASE)
# Where a name ends: at a colon, a line, a full stop, a dash, or before the first amount.
NAME_ENDS = re.compile(
    r"\s*:\s*|\s*\n+\s*|(?<=[a-z)\d])\.(?:\s+|$)|\s+-+\s+|\s*[,;]\s+|\s+(?:with|needs|takes)\s+(?=\d)", re.IGNORECASE
)
PIECES = re.compile(r"\n+|(?<=[a-z)\d])\.(?:\s+|$)|;\s*", re.IGNORECASE)
COMMAS = re.compile(
    r",\s*(?:and\s+)?(?!\d{1,2}\b[^\s])|\s+(?:and\s+)?(?=\d+ ?(?:g|kg|ml|l|tbsp|tsp)\b)|\s+and\s+(?=\d)"
)
ROUND_IT = " .,:;-•*\t\"'"
SHORT = 3
# Nothing that is fulfilled elsewhere: "add it to the list" is no step.
ELSE = re.compile(
    r"\b(?:list|fridge|stock|pantry)\b|\?|^(?:add|put|bring|remove|freeze|cook|bake|turn|take)(?: \S+){1,2}$",
    re.IGNORECASE,
)


@dataclass
class Told:
    """Of a recipe, as far as it was told."""

    ingredients: list[str] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    slots: dict[str, Any] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        return len(self.ingredients) > 1 or bool(self.ingredients and self.steps)


def told_recipe(text: str, memory: Memory) -> Wish | None:
    """A recipe that is told; one that was only announced goes on with the next message."""
    said = text.strip()
    if found := WRITES.match(said):
        return None if ELSEWHERE.fullmatch(found["rest"]) else named_ahead(found["ahead"], found["rest"])
    if (found := TELLS.match(said)) and (wish := parsed(found["rest"])) and told(wish).is_whole:
        return wish
    return going_on(said, memory)


def named_ahead(ahead: str, rest: str) -> Wish:
    """“save my lentil soup recipe: 200 g lentils …”; "grandma's" is no name."""
    wish = parsed(rest)
    name = re.sub(
        r"^(?:[\w-]+'s|family|favou?rite|good|nice|little|simple|easy)(?: |$)", "", ahead.strip(), flags=re.IGNORECASE
    )
    if not name or wish.get("name"):
        return wish
    return wish.but(name=name[:1].upper() + name[1:])


def going_on(said: str, memory: Memory) -> Wish | None:
    before = memory.wish
    if before is None or before.kind != "save_recipe":
        return None
    if before.get("ingredients"):
        steps = [words for piece in PIECES.split(said) if (words := LABEL.sub("", piece.strip(ROUND_IT)))]
        is_rest = all(map(is_step, steps)) and not before.get("steps") and not ELSE.search(said)
        return before.but(steps=steps) if is_rest else None
    if before.get("name") and begins_with_amount(LABEL.sub("", said)):
        body = body_of(said)
        return made(before.get("name"), body)
    wish = parsed(said)
    return wish if told(wish).is_whole else None


def told(wish: Wish) -> Told:
    return Told(wish.get("ingredients", []), wish.get("steps", []))


def parsed(text: str) -> Wish:
    """A name, then what goes into it, then how it is made."""
    rest, slots = head_limits(text.strip(ROUND_IT + "\n"))
    rest = rest.strip(ROUND_IT + "\n")
    ends = NAME_ENDS.search(rest)
    if begins_with_amount(rest):
        return made("", body_of(rest), slots)
    name, body = (rest[: ends.start()], rest[ends.end() :]) if ends else (rest, "")
    return made(name, body_of(body), slots)


def made(name: str, body: Told, slots: dict[str, Any] | None = None) -> Wish:
    plain = name.strip(ROUND_IT)
    return Wish(
        "save_recipe",
        {
            "name": plain[:1].upper() + plain[1:],
            "ingredients": body.ingredients,
            "steps": body.steps,
            **body.slots,
            **(slots or {}),
        },
    )


def body_of(text: str) -> Told:
    body = Told()
    for piece in PIECES.split(text):
        words = LABEL.sub("", piece.strip(ROUND_IT)).strip(ROUND_IT)
        if words and not _is_limit(words, body):
            _sort(words, body)
    return body


def _is_limit(words: str, body: Told) -> bool:
    """A piece that only says for how many or how long."""
    rest, slots = head_limits(words)
    if slots and not rest.strip(ROUND_IT + "and"):
        body.slots |= slots
        return True
    return False


def _sort(words: str, body: Told) -> None:
    """To the ingredients, or, from the first verb on, to the steps."""
    if body.steps or (body.ingredients and is_step(words)) or (STEP.match(words) and len(words.split()) > SHORT):
        body.steps.append(words)
        return
    parts = [one.strip(ROUND_IT) for one in COMMAS.split(words) if one.strip(ROUND_IT)]
    at = next((at for at, one in enumerate(parts) if (at or body.ingredients) and is_step(one)), len(parts))
    body.ingredients += parts[:at]
    if at < len(parts):
        body.steps.append(", ".join(parts[at:]))


def is_step(words: str) -> bool:
    if begins_with_amount(words):
        return False
    return (
        bool(STEP.match(words) and " " in words) or len(words.split()) > 2 * SHORT or STEP.fullmatch(words) is not None
    )


def begins_with_amount(text: str) -> bool:
    return amount_at(text, 0) is not None


def head_limits(text: str) -> tuple[str, dict[str, Any]]:
    """For how many and how long, if its first words say it, and the text without."""
    head = re.split(r"[:\n.]", text, maxsplit=1)[0]
    rest = text[len(head) :]
    slots: dict[str, Any] = {}
    if (found := FOR_SO_MANY.search(head)) and (number := read_number(found["number"])):
        slots["servings"] = float(number[0])
        head = head[: found.start()] + head[found.end() :]
    found = IN_MINUTES.search(head)
    if found and not STEP.match(head[: found.start()].rpartition(",")[2].strip()):
        slots["minutes"] = int(found["number"])
        head = head[: found.start()] + head[found.end() :]
    return head + rest, slots
