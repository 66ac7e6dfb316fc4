"""How people ask whom a dish suits, and which of several is better."""

import re
from typing import Any

from chat.agent.builtin.understanding.pattern import Pattern, Slots, pattern
from chat.agent.builtin.understanding.things import named

NAMES = r"(?P<who>(?-i:[A-Z][\w'-]+)|everyone|everybody|we all|all of us|the kids|vegans?|vegetarians?)"


def asked_of(found: re.Match[str]) -> Slots | None:
    dish = named(found.groupdict().get("recipe") or "")
    who = found.groupdict().get("who") or found.groupdict().get("diet") or ""
    slots: dict[str, Any] = {"who": who} if who else {}
    return slots | ({"recipe": dish} if dish else {})


OR = re.compile(r"\s*,\s*(?:and |or |with )?|\s+(?:and|or|vs\.?|versus|with|to|against|than)\s+", re.IGNORECASE)


# Where it is said so, "with" and "and" belong to a name: "sausages with lentils or tofu with broccoli".
OR_ELSE = re.compile(r"(?:\s*,\s*|\s+)(?:or|vs\.?|versus)\s+|\s*,\s*", re.IGNORECASE)


def several(found: re.Match[str]) -> Slots | None:
    said = found["dishes"]
    joints = OR_ELSE if OR_ELSE.search(said) else OR
    names = [name for part in joints.split(said) if (name := named(re.sub(r" recipes?$", "", part)))]
    return {"recipes": names} if len(names) > 1 else None


def with_it(found: re.Match[str]) -> Slots | None:
    """One dish beside that which was spoken of."""
    names = [name for part in OR.split(found["dishes"]) if (name := named(part))]
    return {"recipes": ["it", *names]} if len(names) == 1 else None


def alike(found: re.Match[str]) -> Slots | None:
    """“the two risottos”: those that a search finds."""
    return (
        None
        if found["words"].casefold() in {"these", "those", "ones", "dishes", "recipes"}
        else {"words": found["words"]}
    )


def those(found: re.Match[str]) -> Slots:
    return {"which": (found.groupdict().get("which") or "").casefold()}


BETTER = (
    r"(?:quick(?:er|est)?|fast(?:er|est)?|easi(?:er|est)|health(?:y|ier|iest)|better|best|light(?:er|est)|"
    r"cheap(?:er|est)|simpl(?:er|est)|less work|more protein|lower in \w+)"
)
PATTERNS: tuple[Pattern, ...] = (
    pattern(
        "compare", r"(?:compare|put)(?: it| this| that)? (?:with|to|against|next to|beside) (?P<dishes>.+)", with_it
    ),
    pattern(
        "compare",
        r"compare (?:the |our |my |all |all the )?(?:two |three |four )?"
        r"(?P<words>[a-z][\w'-]*[a-z]s)(?: recipes| dishes)?",
        alike,
    ),
    pattern(
        "compare",
        r"(?:compare |show |put )?(?:the |number |nr |no )*(?P<dishes>(?:\d|first|second|third|fourth"
        r"|last)(?:st|nd|rd|th)?(?: one)?"
        r"(?:,? (?:and|with|to|vs\.?|versus|or) (?:the |number |nr )*(?:\d|first|second|third|fourth"
        r"|last)(?:st|nd|rd|th)?(?: one)?)+)"
        r"(?: (?:next to each other|side by side|compared|beside each other|together|against each other))?",
        several,
    ),
    # Whom it suits
    pattern(
        "suits",
        rf"(?:can|could|may|should) {NAMES} (?:all )?(?:eat|have) (?:the |a |an |some |our )?(?P<recipe>.+)",
        asked_of,
    ),
    pattern(
        "suits",
        r"(?:is|are|would|will) (?:the |a |an |our )?(?P<recipe>.+?) (?:be )?(?:ok|okay|fine"
        rf"|safe|suitable|good|alright|all right|right|something) (?:for|with) {NAMES}",
        asked_of,
    ),
    pattern(
        "suits",
        r"(?:is|are) (?:the |a |an |our )?(?P<recipe>.+?) (?P<diet>vegan|vegetarian|veggie|gluten-free"
        r"|dairy-free|nut-free|halal|kosher|lactose-free|pescatarian|egg-free)",
        asked_of,
    ),
    pattern(
        "suits",
        r"(?:does|do) (?:the |a |an |our )?(?P<recipe>(?!we\b|i\b|you\b|anyone\b|anybody\b).+?) "
        r"(?:contain|have|include|use)(?: any| some)? (?P<who>gluten|nuts?|peanuts?|dairy|lactose"
        r"|milk|eggs?|soya?|fish|shellfish|sesame|meat|pork|alcohol|celery|mustard|allergens?"
        r"|wheat)(?: in it)?",
        asked_of,
    ),
    pattern(
        "suits",
        r"(?:what|which) (?:allergens|allergies)(?: (?:are|does|has))?(?: there)?(?: in)? (?:the "
        r"|a )?(?P<recipe>.+?)(?: (?:have|contain))?",
        asked_of,
    ),
    # Which is better
    pattern(
        "compare",
        rf"(?:is|are) (?:the |a )?(?P<dishes>.+? or .+?) (?:the )?(?:{BETTER}|more filling|longer|shorter)",
        several,
    ),
    pattern(
        "compare",
        r"(?:the )?(?P<dishes>.+? or .+?),? (?:where|for which|in which|what)(?: one)? (?:am|are|is|do|does|have"
        r"|has|needs?) .+",
        several,
    ),
    pattern(
        "compare",
        r"(?:compare|put side by side)(?: the)?(?: recipes?(?: for| of)?)? (?P<dishes>.+ (?:and"
        r"|with|to|or|vs\.?|versus|against) .+|.+,.+)",
        several,
    ),
    pattern(
        "compare",
        rf"(?:what|which)(?:'s| is| one is| takes| has| dish is| would be| one's)?(?: the)? (?:{BETTER}"
        r"|longer|less time|shorter|more filling|fewer calories)(?: to (?:make|cook))?(?:,|:"
        r"| -| of| between)? (?P<dishes>.+? (?:or|and|vs\.?) .+)",
        several,
    ),
    pattern(
        "compare",
        r"(?!do (?:i|we) have\b)(?:should|shall|do|could) (?:i|we) (?:make|cook|have|do|eat|bake|go for|choose|pick) "
        r"(?:the |a )?(?P<dishes>.+? or .+)",
        several,
    ),
    pattern(
        "compare",
        r"(?P<dishes>.+? or .+?)(?:,|:| -|\?)? ?(?:which|what)(?: one)?(?: is|'s| takes| would "
        rf"be)?(?: the)? (?:{BETTER}|less time|longer|shorter)(?: .*)?",
        several,
    ),
    pattern("compare", r"(?:what(?:'s| is) the )?difference between (?:the )?(?P<dishes>.+ and .+)", several),
    pattern("compare", r"(?P<dishes>[\w' -]+ (?:vs\.?|versus) [\w' -]+)", several),
    pattern(
        "compare",
        r"(?:compare (?:them|these|those|the (?P<which>first|last|two|three)(?: (?:two|three"
        r"|ones?))?)(?: \w+)?|which (?:of (?:them|these|those)|one)(?: is| takes|'s)?(?: the)? "
        rf"(?:{BETTER}|the least time|less time|shortest)(?: to make)?)",
        those,
    ),
)
