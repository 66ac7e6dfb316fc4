"""How people ask what could stand in for a food."""

import re

from chat.agent.builtin.understanding.pattern import Pattern, Slots, pattern
from chat.agent.builtin.understanding.things import named, thing

INSTEAD = r"(?:substitutes?|replacements?|alternatives?|stand-?ins?|subs?|swaps?|options)"
IN_DISH = r"(?: (?:in|for) (?:the |a |an |my |our |this )?(?P<recipe>.+?))?"


HERE = re.compile(
    r"(?:,? (?:here|left|handy|to hand|around|any ?more|today|tonight|right now|at all|at the moment|at home"
    r"|(?:in|on|around) (?:the|my|our|this) (?:house|home|fridge|freezer|pantry|cupboard|kitchen|shelf|place|flat)"
    r"|though|then))+$",
    re.IGNORECASE,
)
FOR_DISH = re.compile(r"\s+(?:for|in) (?:the |a |an |my |our |this )?(?P<dish>[\w' -]+)$", re.IGNORECASE)


def instead(found: re.Match[str]) -> Slots | None:
    """The food that is not there, and the dish that it is for."""
    groups = found.groupdict()
    what, dish = parted(found["what"], groups.get("recipe") or "")
    food = thing(what).name
    if not food:
        return None
    by = thing(groups.get("by") or "").name
    is_dish = dish and not re.fullmatch(r"it|this|that|baking|cooking|recipe|dish|general", dish, re.IGNORECASE)
    return {"food": food} | ({"recipe": dish} if is_dish else {}) | ({"by": by} if by else {})


# Why it is asked: “honey, my flatmate is vegan”.
WHY = re.compile(
    r"\s*(?:,|;|\bbecause\b|\bsince\b|\bas\b)\s*(?:i|i'm|i've|we|we're|we've|he|he's|she|she's|they|they're|it's|my|our"
    r"|the|one of us|someone|somebody|(?-i:[A-Z]\w+))\b.*$",
    re.IGNORECASE,
)


def parted(what: str, dish: str) -> tuple[str, str]:
    """“eggs for the pancakes” names a dish, too; “here” and “in the house” name nothing."""
    food = HERE.sub("", WHY.sub("", what).strip(" ,;:"))
    if not dish and (found := FOR_DISH.search(food)):
        food, dish = food[: found.start()], found["dish"]
    return HERE.sub("", food), named(HERE.sub("", dish))


BY = re.compile(r"(?:is|are|would|will|does|do|how|what)\b", re.IGNORECASE)


def instead_by(found: re.Match[str]) -> Slots | None:
    """“is yoghurt fine in place of sour cream”"""
    asked = BY.match(found.string) and not re.match(
        r"(?:what|which|how)(?: (?:can|could|else|do|should|is)\b)", found.string
    )
    return instead(found) if asked else None


def instead_of_it(found: re.Match[str]) -> Slots:
    """“no leeks: what else could go in the tart”: of the food that was spoken of."""
    dish = named(HERE.sub("", found["recipe"]))
    return {"it": True} if re.fullmatch(r"it|this|that|there", dish, re.IGNORECASE) else {"recipe": dish, "it": True}


PATTERNS: tuple[Pattern, ...] = (
    pattern(
        "instead",
        r"(?:what|which \w+) (?:else|other \w+) (?:can|could|might|would|should|may|will|do) (?:(?:i|we|you|one) )?"
        r"(?:go|put|use|take|throw|chuck|fit|work) (?:in|into|for(?= (?:the|an?|my|our|this)\b))"
        r" (?:the |a |an |my |our |this |that )?"
        r"(?P<recipe>(?!.*\binstead of\b|fridge|freezer|pantry|cupboard|dinner|lunch|supper|breakfast|tonight)"
        r"[\w' -]+?)"
        r"(?: instead| then| though)*",
        instead_of_it,
    ),
    pattern(
        "instead",
        r"(?:(?:is|are|would|will|does|do|how about|what about) )?(?P<by>[\w' -]+?)(?: (?:ok|okay|fine|good|alright"
        r"|all right"
        r"|possible|work|works|be ok|be fine|do|enough))* (?:instead of|in place of|as a (?:substitute"
        r"|replacement) for)"
        r" (?:the |a |an )?(?P<what>.+)",
        instead_by,
    ),
    pattern(
        "instead",
        r"(?!.*\b(?:what|is|are|any|good|show|give|find)\b)(?P<what>[\w' -]+?) (?:substitutes?"
        r"|replacements?|alternatives?)(?: (?:in|for) (?:the |a )?(?P<recipe>.+))?",
        instead,
    ),
    pattern(
        "instead",
        r"(?:what|which \w+)(?: else| other \w+)? (?:can|could|should|do|might|would|may) (?:i"
        r"|we|you|one) (?:use|take|put|do|substitute|try|replace)"
        rf"(?: in it| there)?,? (?:instead of|in place of|rather than|as (?:an? )?{INSTEAD} (?:for"
        rf"|to)|to replace|for) (?:the |a |an )?(?P<what>.+?){IN_DISH}",
        instead,
    ),
    pattern(
        "instead",
        r"(?:what(?:'s| is| are)? |is there |are there |got |give me |find(?: me)? |suggest "
        rf"|show me |do you know |i need |need )?(?:an? |any |some |the |a good |good )*{INSTEAD} "
        r"(?:for|to|of) "
        rf"(?:the |a |an )?(?P<what>.+?){IN_DISH}",
        instead,
    ),
    pattern(
        "instead",
        r"(?:what|which \w+)(?: else)? (?:can|could|would|might|will) (?:i |we |you )?(?:replace"
        r"|substitute|stand in for|swap|take the place of|work instead of) (?:the |a |an )?(?P<what>.+?)(?: "
        rf"with| by| for)?{IN_DISH}",
        instead,
    ),
    pattern(
        "instead",
        r"(?:can|could|may|should) (?:i|we|you) (?:use|take|put(?: in)?) (?P<by>.+?) (?:instead "
        r"of|in place of|rather than|for) (?:the |a |an )?(?P<what>(?!dinner|lunch|breakfast"
        r"|the (?:dish|recipe)).+?)"
        rf"{IN_DISH}",
        instead,
    ),
    pattern(
        "instead",
        r"(?:can|could|may|should|how (?:can|do|could|should)) (?:i|we|you) (?:replace|substitute"
        r"|swap(?: out)?) (?:the |a |an )?(?P<what>.+?)(?: (?:with|by|for) (?P<by>.+?))?"
        r"(?: in (?:the |a |an )?(?P<recipe>.+?))?",
        instead,
    ),
    pattern(
        "instead",
        r"(?:i|we)(?:'ve| have no| don't have| do not have| haven't got| haven't| have not got"
        r"| have got no|'m out of|'re out of| am out of| are out of|'ve run out of| ran out of"
        r"| got| lack)(?: any| no| got no| enough| the)* (?P<what>[^,]+?)"
        r"(?:,|\.|;| -|:)? (?:and |so )?(?:what (?:else )?(?:can|could|should|do) (?:i|we) (?:use"
        r"|take|do|put in|substitute)(?: instead| for (?:it|that))?|what instead(?: of it)?|what "
        r"now|any (?:substitutes?|alternatives?|replacements?)|what works instead)",
        instead,
    ),
    pattern(
        "instead",
        r"(?:instead of|replace|substitute|swap(?: out)?|alternative to) (?:the |a |an )?(?P<what>[\w' -]+?)(?: "
        r"in (?:the |a |an )?(?P<recipe>.+?))?",
        instead,
    ),
    pattern(
        "instead",
        r"(?:no|out of) (?P<what>[\w' -]+?)(?:,|:| -)? what (?:else )?(?:can|could|should|do"
        r"|works?)(?: i| we)? ?(?:use|take|do)?(?: instead)?(?: in (?:the |a )?(?P<recipe>.+))?",
        instead,
    ),
)
