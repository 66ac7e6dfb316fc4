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
    "dairy-free": "dairy-free",
    "lactose-free": "dairy-free",
}
DIET = re.compile(r"\b(?P<diet>" + "|".join(map(re.escape, DIETS)) + r")\b", re.IGNORECASE)
KINDS = (
    "soup|stew|salad|pasta|curry|cake|pie|pizza|risotto|bread|sandwich|burger|stir[ -]fry|omelette|"
    "pancakes?|breakfast|dessert|pudding"
    "|snack|casserole|gratin|noodles|tart|biscuits?|cookies|muffins?|chili|tacos?|smoothie|dip|side dish|starter"
)
KIND = re.compile(rf"\b(?:an?\s+)?(?P<kind>{KINDS})s?\b", re.IGNORECASE)
ENDS = (
    r"(?=\s*[,;?.!]|\s+(?:in|under|within|for|that|which|tonight|today|tomorrow|now|but|with|without|"
    r"using|please|and no|and without|and with|only)\b|\s*$)"
)
WITHOUT = re.compile(
    rf"\b(?:(?:and |but )?(?:without(?: any)?|with no|no(?!\s+(?:time|idea|more|less|longer)\b)|minus|"
    rf"except(?: for)?|excluding|not using|not with|nothing with|hold the|free of|avoiding|leave out)"
    rf"|(?:i|we|he|she|they|(?-i:[A-Z]\w+)) (?:can't|cannot|don't|doesn't|won't|do not) (?:eat|have|"
    rf"like|want))\s+(?P<foods>.+?){ENDS}",
    re.IGNORECASE,
)
OURS = (
    r"(?:what(?:'s| is| we| i)?.*|the pantry|our pantry|the fridge|my fridge|stuff|things|ingredients|"
    r"it|them|that|everything|something|leftovers?)"
)
USING = re.compile(
    rf"\b(?:with|using|(?:out of|from)|(?:to |that )?us(?:e|es) up|that uses?|including|containing|"
    rf"based on|featuring|of)\s+(?!no\b|{OURS}(?:\s|$))(?P<foods>.+?){ENDS}",
    re.IGNORECASE,
)
SERVINGS = re.compile(
    rf"\bfor\s+(?:(?:the )?(?P<all>(?:all|both) of us)|(?P<number>{NUMBER})(?: of us| people| persons?|"
    rf" guests| portions| servings| eaters)?)(?=\s|$|[,?.!])(?! (?:minutes|hours))",
    re.IGNORECASE,
)
FOODS = re.compile(r"\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or|nor|&)\s+(?:no\s+|without\s+)?", re.IGNORECASE)
ARTICLES = re.compile(
    r"^(?:(?:any|the|our|my|some|a|an|those|these|that|this|fresh|old|leftover|remaining|either|too much)\s+)+",
    re.IGNORECASE,
)
Step = tuple[re.Pattern[str], Callable[[re.Match[str], dict[str, Any]], None]]
HOUR, QUARTER, QUICKLY = 60, 15, 30


def take_limits(text: str) -> tuple[str, dict[str, Any]]:
    """The clause without its limits, and the limits: using, without, minutes, servings, kind, diet."""
    return take(text, STEPS)


def take_servings(text: str) -> tuple[str, dict[str, Any]]:
    """Only for how many: the rest may be the name of a dish."""
    return take(text, STEPS[1:2])


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


def _diet(found: re.Match[str], limits: dict[str, Any]) -> None:
    limits["diet"] = DIETS[found["diet"].casefold()]


def _free(found: re.Match[str], limits: dict[str, Any]) -> None:
    limits.setdefault("without", []).append(found["what"])


def _without(found: re.Match[str], limits: dict[str, Any]) -> None:
    limits.setdefault("without", []).extend(foods(found["foods"]))


def _using(found: re.Match[str], limits: dict[str, Any]) -> None:
    limits.setdefault("using", []).extend(foods(found["foods"]))


def _kind(found: re.Match[str], limits: dict[str, Any]) -> None:
    limits["kind"] = found["kind"].casefold()


STEPS: tuple[Step, ...] = (
    (MINUTES, _minutes),
    (SERVINGS, _servings),
    (DIET, _diet),
    (FREE, _free),
    (WITHOUT, _without),
    (USING, _using),
    (QUICK, _quick),
    (KIND, _kind),
)
