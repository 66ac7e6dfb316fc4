"""What narrows a dish: with, without, in how many minutes, for how many. Taken off a clause piece by piece."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from chat.agent.builtin.understanding.things import thing
from kitchen.units import read_number

NUMBER = (
    r"(?:\d+(?:[.,]\d+)?|half an?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|"
    r"twenty(?:[ -]five)?|thirty|forty(?:[ -]five)?|fifty|sixty|ninety)"
)
MINUTES = re.compile(
    rf"\b(?:(?:in|under|within|less than|no more than|not more than|at most|max(?:imum)?(?: of)?|up to|"
    rf"takes?|only have|have only|have|about|around)\s+)*"
    rf"(?P<number>{NUMBER})[\s-]*(?P<unit>minutes?|mins?|hours?|hrs?|h|quarters? of an hour)"
    rf"\b(?P<half> and a half)?(?: or less| or so| max| at most| tops)?",
    re.IGNORECASE,
)
# "dinner in 40"
IN_FORTY = re.compile(r"\bin (?P<number>\d{2,3})(?P<unit>)(?P<half>)(?=\s*$)")
QUICK = re.compile(
    r"\b(?:quick(?:ly|er)?|fast(?:er)?|speedy|short on time|no time|not much time|in a hurry|in no time)\b",
    re.IGNORECASE,
)
FREE = re.compile(r"\b(?P<what>[a-z]+)[ -]free\b", re.IGNORECASE)
DIETS = {
    "vegetarian": "vegetarian",
    "veggie": "vegetarian",
    "meatless": "vegetarian",
    "meat-free": "vegetarian",
    "vegan": "vegan",
    "plant-based": "vegan",
    "plant based": "vegan",
    "pescatarian": "pescatarian",
    "pescetarian": "pescatarian",
    "halal": "halal",
    "kosher": "kosher",
    "gluten-free": "gluten-free",
    "coeliac": "gluten-free",
    "celiac": "gluten-free",
    "dairy-free": "dairy-free",
    "lactose-free": "dairy-free",
}
DIET = re.compile(r"\b(?P<diet>" + "|".join(map(re.escape, DIETS)) + r")s?\b", re.IGNORECASE)
KINDS = (
    "soup|stew|salad|pasta|curry|cake|pie|pizza|risotto|bread|sandwich|burger|stir[ -]fry|omelette|"
    "pancakes?|breakfast|dessert|pudding"
    "|snack|casserole|gratin|noodles|tart|biscuits?|cookies|muffins?|chili|tacos?|smoothie|dip|side dish|starter"
)
KIND = re.compile(rf"\b(?:an?\s+)?(?P<kind>{KINDS})s?\b", re.IGNORECASE)
ENDS = (
    r"(?=\s*[,;?.!]|\s+(?:in|under|within|for|that|which|tonight|today|tomorrow|now|but|with|without|"
    r"using|please|and no|no|and without|and with|only|tops|max|instead|rather|either|though|too|as well|here|at home"
    r"|what|which|how|can|could|shall|should|what's|tho|this time|if possible|after all|my|we|i)\b|\s*$)"
)
WITHOUT = re.compile(
    rf"\b(?:(?:and |but )?(?:without(?: any)?|with no|no(?!\s+(?:time|idea|more|less|longer)\b)|minus|"
    rf"except(?: for)?|excluding|not using|not with|nothing with|hold the|free of|avoiding|leave out|skip the"
    rf"|anything but"
    rf"|never mind the)"
    rf"|(?:i|we|he|she|they|(?:some|one|two|none|all|both) of (?:us|them)|my \w+|the (?:kids|guests|children"
    rf"|little ones)"
    rf"|somebody|someone|(?-i:[A-Z]\w+))(?:'s|'re|'m| is| are| am)? (?:can't|cannot|don't|doesn't|won't|do not|does not"
    rf"|not)(?: really| actually)? ?(?:eat|eats|have|like|likes|want|wants|touch|into|keen on|fond of"
    rf"|mad about)(?: any)?)\s+(?P<foods>.+?){ENDS}",
    re.IGNORECASE,
)
OURS = (
    r"(?:what(?:'s| is| we| i)?.*|the pantry|our pantry|the fridge|my fridge|stuff|things|ingredients|"
    r"it|them|that|everything|something|leftovers?(?=\s*$)|(?:my |the |our )?(?:kids|children"
    r"|family|friends?|guests?))(?=[\s,]|$)"
)
USING = re.compile(
    rf"\b(?:with|using|(?:out of|from)|(?:to |that )?us(?:e|es) up|that uses?|including|containing|"
    rf"based on|featuring)\s+(?!no\b|{OURS}(?:\s|$))(?P<foods>.+?){ENDS}",
    re.IGNORECASE,
)
NOT_PEOPLE = (
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Christmas|Easter|Thanksgiving|Halloween"
    r"|January|February|March|April|May|June|July|August|I\b)"
)
EATERS = re.compile(
    rf"\b(?:for|with)\s+(?P<eaters>(?:(?:me|us|myself)\b|(?-i:{NOT_PEOPLE}[A-Z]\w+))(?:(?:,? "
    r"and|,|&)\s+(?:me\b|(?-i:[A-Z]\w+)))+"
    rf"|(?-i:{NOT_PEOPLE}[A-Z]\w+))(?:,?\s+(?:tonight|today|tomorrow|as well|too|also|only|alone))*(?=\s*$"
    rf"|[,?.!]|\s+(?:with"
    r"|without|in|that|but|who)\b)",
    re.IGNORECASE,
)
SERVINGS = re.compile(
    rf"\b(?:for|we(?:'re| are| were)|there (?:are|were|will be)|it was for)\s+(?!an?\s(?!person|guest|portion"
    rf"|serving))(?:(?:the )?(?P<all>(?:all|both) of us)|(?P<number>{NUMBER})(?: of us|"
    rf" people| persons?|"
    rf" guests| portions| servings| eaters)?)(?=\s|$|[,?.!])(?! (?:minutes|hours))",
    re.IGNORECASE,
)
FOODS = re.compile(r"\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or|nor|&)\s+(?:no\s+|without\s+)?", re.IGNORECASE)
ARTICLES = re.compile(
    r"^(?:(?:any|the|our|my|some|a|an|those|these|that|this|fresh|old|leftover|remaining|either|too much)\s+)+",
    re.IGNORECASE,
)
SWEET = re.compile(
    r"\b(?:something |a |some )?sweet(?: thing| treat)?s?(?=\s*$|[,.;!?]|\s+(?:for|to|tonight|with|without|after|in"
    r"|at|here|left)\b)",
    re.IGNORECASE,
)
Step = tuple[re.Pattern[str], Callable[[re.Match[str], dict[str, Any]], None]]
HOUR, QUARTER, QUICKLY = 60, 15, 30
# "no oven", "no fuss": nothing that a dish is made of.
NO_FOODS = re.compile(
    r"(?:oven|stove|hob|microwave|grill|blender|mixer|fuss|drama|hassle|faff|effort|cooking|shopping|ideas?|problem"
    r"|mess|stress|rush|money)",
    re.IGNORECASE,
)


# “lentil soup, six bowls”
BOWLS = re.compile(
    rf",\s*(?:all )?(?P<all>)(?P<number>{NUMBER}) (?:bowls?|plates?|portions?|servings?|people|persons?|eaters"
    rf"|of us)\b",
    re.IGNORECASE,
)


def take_limits(text: str) -> tuple[str, dict[str, Any]]:
    """The clause without its limits, and the limits: using, without, minutes, servings, kind, diet."""
    return take(text, STEPS)


def take_servings(text: str) -> tuple[str, dict[str, Any]]:
    """Only for how many: the rest may be the name of a dish."""
    return take(text, STEPS[1:3])


def take(text: str, steps: Iterable[Step]) -> tuple[str, dict[str, Any]]:
    limits: dict[str, Any] = {}
    for pattern, read in steps:
        while found := pattern.search(text):
            read(found, limits)
            text = f"{text[: found.start()]} {text[found.end() :]}"
    return " ".join(text.split()), limits


def foods(text: str) -> list[str]:
    return [name for part in FOODS.split(text) if (name := thing(ARTICLES.sub("", part.strip(" .,!?"))).name)]


def minutes_of(found: re.Match[str]) -> int:
    number = read_number(found["number"])
    value = number[0] if number else 1
    unit = found["unit"].casefold()
    if unit.startswith("quarter"):
        return int(value * QUARTER)
    if unit.startswith("h"):
        return int(value * HOUR) + (HOUR // 2 if found["half"] else 0)
    return int(value)


def _minutes(found: re.Match[str], limits: dict[str, Any]) -> None:
    limits["minutes"] = minutes_of(found)


def _quick(_found: re.Match[str], limits: dict[str, Any]) -> None:
    limits.setdefault("minutes", QUICKLY)


def _servings(found: re.Match[str], limits: dict[str, Any]) -> None:
    if found["number"] and (number := read_number(found["number"])):
        limits["servings"] = float(number[0])


def _eaters(found: re.Match[str], limits: dict[str, Any]) -> None:
    names = [name for part in FOODS.split(found["eaters"]) if (name := part.strip())]
    limits["eaters"] = ["me" if name in {"us", "myself"} else name for name in names]


def _diet(found: re.Match[str], limits: dict[str, Any]) -> None:
    limits["diet"] = DIETS[found["diet"].casefold()]


def _free(found: re.Match[str], limits: dict[str, Any]) -> None:
    limits.setdefault("without", []).append(found["what"])


def _without(found: re.Match[str], limits: dict[str, Any]) -> None:
    named = [food for food in foods(found["foods"]) if not NO_FOODS.fullmatch(food)]
    if named:
        limits.setdefault("without", []).extend(named)


def _using(found: re.Match[str], limits: dict[str, Any]) -> None:
    limits.setdefault("using", []).extend(foods(found["foods"]))


def _kind(found: re.Match[str], limits: dict[str, Any]) -> None:
    limits["kind"] = found["kind"].casefold()


def _sweet(_found: re.Match[str], limits: dict[str, Any]) -> None:
    limits.setdefault("kind", "dessert")


STEPS: tuple[Step, ...] = (
    (MINUTES, _minutes),
    (SERVINGS, _servings),
    (BOWLS, _servings),
    (EATERS, _eaters),
    (DIET, _diet),
    (FREE, _free),
    (WITHOUT, _without),
    (USING, _using),
    (QUICK, _quick),
    (SWEET, _sweet),
    (KIND, _kind),
    (IN_FORTY, _minutes),
)
