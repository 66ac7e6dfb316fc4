"""What the parts of a sentence about a dish mean: which one, and for how many."""

import re
from typing import Any

from chat.agent.builtin.understanding.days import WEEKDAY
from chat.agent.builtin.understanding.limits import KINDS, foods, take_limits, take_servings
from chat.agent.builtin.understanding.pattern import Slots
from chat.agent.builtin.understanding.things import named
from pantry.matching.index import key_of, names

NAME = r"(?:the |our |my |a |an )?(?:recipe (?:for|of) )?(?:the |our |my |a |an )?(?P<recipe>.+?)(?: recipe)?"
IT = r"(?:it|that|this|that one|this one|the dish|the recipe)"
NUMBER = r"(?P<number>[\w.,/½ -]+?)(?: people| persons?| guests| portions| servings| of us| eaters)?"


def use_up(found: re.Match[str]) -> Slots:
    """What is to be used up, and what else is said about the dish."""
    groups = found.groupdict()
    _rest, limits = take_limits(f"with {groups.get('foods') or groups.get('foods2')}")
    return limits


def swapped(found: re.Match[str]) -> Slots:
    return {"using": foods(found["foods"]), "without": foods(found["not"])}


def left_out(found: re.Match[str]) -> Slots | None:
    """“no pork”: only of foods."""
    without = foods(found["not"])
    return {"without": without} if without and all(key_of(one) in names() for one in without) else None


def scaled(found: re.Match[str]) -> Slots | None:
    _rest, limits = take_servings(f"for {found['number']}")
    if "servings" not in limits:
        return None
    recipe = of_dish(found).get("recipe", "")
    return {"servings": limits["servings"], **({"recipe": recipe} if recipe else {})}


def enough_for(found: re.Match[str]) -> Slots:
    """And the food that may not be enough: “better put 10 on the list” means that."""
    return of_dish(found) | {"what": named(found["what"])}


def of_dish(found: re.Match[str]) -> Slots:
    rest, limits = take_servings(found["recipe"] or "")
    recipe = named(
        re.sub(
            r"(?:[\s,]*\b(?:tonight|today|tomorrow|now|last night|this (?:morning|afternoon|evening)|yesterday"
            r"|there were"
            r"|it was|was"
            r"|with (?:what|the things?|stuff) (?:we|i)(?:'ve)? ?(?:have|got|have got)?(?: here| in)?|at home"
            r"|right away"
            rf"|on {WEEKDAY}|this weekend|at the weekend))+[\s,]*$",
            "",
            rest,
            flags=re.IGNORECASE,
        ).strip()
    )
    slots: dict[str, Any] = {} if re.fullmatch(IT, recipe, re.IGNORECASE) or not recipe else {"recipe": recipe}
    return slots | limits


def opened(found: re.Match[str]) -> Slots | None:
    slots = of_dish(found)
    if found["number"]:
        _rest, limits = take_servings(f"for {found['number']}")
        if "servings" not in limits:
            return None
        slots["servings"] = limits["servings"]
    return slots


def opened_it(found: re.Match[str]) -> Slots | None:
    _rest, limits = take_servings(f"for {found['number']}")
    return limits if "servings" in limits else None


# A word that says that it is a dish and no food by itself.
DISH_WORD = re.compile(
    rf"\b(?:{KINDS}|lasagne?|roast|bake|bowl|hash|goulash|paella|dal|dhal|chilli|quiche|hotpot"
    rf"|fried rice)s?\b"
)


def eaten(found: re.Match[str]) -> Slots | None:
    """What was eaten is a dish where it is no food that lies on a shelf: "we had the chilli with beans"."""
    dish = of_dish(found).get("recipe", "").casefold()
    if re.search(r"\bleft-?overs?\b", found["recipe"], re.IGNORECASE):
        return None
    if (
        not dish
        or re.search(r"\b(?:and|all|half|left|leftovers?|rest|last|some|of)\b|,", dish)
        or key_of(dish) in names()
    ):
        return None
    if not (DISH_WORD.search(dish) or " with " in dish or found["number"]):
        return None
    limits = take_servings(f"for {found['number']}")[1] if found["number"] else {}
    return {"recipe": dish, **limits}


def found_words(found: re.Match[str]) -> Slots | None:
    """Words to search recipes by; with limits it is a question for dishes."""
    words = re.sub(r"^(?:recipes?|dish(?:es)?)\s*(?:for|with|called|of)?\s*", "", found["words"]).strip()
    return {"words": named(words)} if words and not take_limits(words)[1] else None


def scaled_only(found: re.Match[str]) -> Slots | None:
    """So many of a dish ("lasagne for six"); "something for six" is a question for dishes."""
    if re.match(
        r"(?:something|anything|dinner|lunch|book|reserve|set|timer|call|what|ideas?|split|and"
        r"|a dish|recipes?|buy|add|how|enough)\b",
        found["recipe"],
        re.IGNORECASE,
    ):
        return None
    slots = opened(found)
    return slots if slots and slots.get("recipe") else None


def for_eaters(found: re.Match[str]) -> Slots | None:
    """“Mia and me tonight”"""
    _rest, limits = take_limits(f"for {re.sub(r' i$', ' me', found['foods'])}")
    return limits if "eaters" in limits else None


def which_one(found: re.Match[str]) -> Slots | None:
    """“risotto, the pumpkin one”; “milk, the oat one” is no dish."""
    dish = named(found["recipe"])
    return None if key_of(dish) in names() else {"recipe": f"{found['which']} {dish}"}
