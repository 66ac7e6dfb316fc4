"""A dish that a model wrote itself: its ingredients are found in the text, by our own parser and matcher.

Foods are looked for in the lines of lists, and by their names anywhere in a text that tells how something is cooked.
What a text only warns of, leaves out or replaces ("without nuts", "dairy-free butter") does not count.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from chat.agent.checking.dishes import ALLERGEN, DIET, listed
from chat.agent.edible import is_poison
from chat.agent.safety import Concern
from pantry.catalogue import FoodFacts
from pantry.matching import name_key
from pantry.queries.foods import foods_of, match
from recipes.parsing import parse_line
from recipes.queries.naming import ALLERGENS
from recipes.queries.suiting import Table, suits

BULLET = re.compile(r"^\s*(?:[-*•+]|\d{1,2}[.)])\s+(.{2,200}?)\s*$", re.MULTILINE)
COOKING = re.compile(
    r"\b(mix|stir|bake|fry|boil|simmer|chop|whisk|fold|knead|roast|grill|saut[eé]|preheat|season|drain|blend|toss|"
    r"marinate|cook|melt|pour|sprinkle|garnish|spread|slice|dice|serve|add|combine|ingredients|method|steps|recipe)\b"
)
LEAST_VERBS, LEAST_LINES = 2, 2
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
LONGEST_NAME = 5
LEFT_OUT = re.compile(
    r"\b(?:no|not|without|instead of|rather than|leave out|leaving out|skip|omit|avoid|replace|swap|free of|free from|"
    r"except|never|allergic to|allergy to|contains? no|don't (?:use|add|have)|vegan|plant-based|plant|"
    r"(?:dairy|milk|gluten|egg|nut|soy|soya|lactose)-free)\s+(?:the |any |all |of |a |an )*$"
)
FREE = re.compile(r"^\s*-?\s*(?:free|allerg|alternativ|substitut|replac)")
LOOK_BACK = 40


@dataclass(frozen=True)
class Found:
    """A food as the text calls it."""

    said: str
    food: FoodFacts


def written_cautions(text: str, table: Table) -> Iterator[Concern]:
    plain = text.casefold()
    lines = [line for line in BULLET.findall(text) if parse_line(line).quantity is not None]
    if not (len(set(COOKING.findall(plain))) >= LEAST_VERBS or len(lines) >= LEAST_LINES):
        return
    for line in lines:
        if is_poison(name := parse_line(line).name):
            yield Concern("inedible", _("“%(name)s” is nothing to eat: do not cook with it.") % {"name": name})
    if table.allergens or table.diets:
        yield from _unsuited([*_in_lines(lines), *foods_in(text)], table)
        yield from _kinds(plain, table)


def _unsuited(found: list[Found], table: Table) -> Iterator[Concern]:
    """One sentence for each allergen and each diet, with the first food that has it."""
    seen: set[tuple[str, str]] = set()
    for one in found:
        told = suits([one.food.id], table)
        for allergen, names in told.allergens:
            if names and (ALLERGEN, allergen) not in seen:
                seen.add((ALLERGEN, allergen))
                values = {"food": one.said, "allergen": allergen, "names": listed(names)}
                yield Concern(ALLERGEN, _("This has %(food)s (%(allergen)s): not for %(names)s.") % values)
        for diet, names, _culprit in told.against:
            if (DIET, diet) not in seen:
                seen.add((DIET, diet))
                values = {"food": one.said, "diet": diet, "names": listed(names)}
                yield Concern(DIET, _("This has %(food)s: not for %(names)s (%(diet)s).") % values)


def _kinds(plain: str, table: Table) -> Iterator[Concern]:
    """Words for a whole kind: "a handful of nuts"."""
    for word, allergens in ALLERGENS.items():
        whose = [name for allergen in allergens for name in table.allergens.get(allergen, [])]
        at = re.search(rf"\b{re.escape(word)}(?:e?s)?\b", plain) if whose else None
        if at and not _is_left_out(plain, at.start(), at.end()):
            values = {"food": at[0], "names": listed(whose)}
            yield Concern(ALLERGEN, _("This speaks of %(food)s: not for %(names)s.") % values)


def _in_lines(lines: list[str]) -> Iterator[Found]:
    for line in lines:
        name = parse_line(line).name
        found = match(name).food
        if found and not _is_left_out(line.casefold(), len(line), len(line)) and "free" not in name.casefold():
            yield Found(name, found)


def foods_in(text: str) -> Iterator[Found]:
    """Foods by their exact names, the longest first: oat milk is no milk."""
    plain, names = plainly(text), _names()
    words = [(at.start(), at.end()) for at in WORD.finditer(plain)]
    at = 0
    while at < len(words):
        for many in range(min(LONGEST_NAME, len(words) - at), 0, -1):
            start, end = words[at][0], words[at + many - 1][1]
            if food := names.get(" ".join(plain[start:end].split())):
                if not _is_left_out(plain, start, end):
                    yield Found(text[start:end], food)
                at += many - 1
                break
        at += 1


def plainly(text: str) -> str:
    """In small letters without accents, each where it was."""
    return "".join(unicodedata.normalize("NFKD", letter)[0] for letter in text.lower())


def _is_left_out(plain: str, start: int, end: int) -> bool:
    return bool(LEFT_OUT.search(plain[max(0, start - LOOK_BACK) : start]) or FREE.match(plain[end : end + LOOK_BACK]))


def _names() -> dict[str, FoodFacts]:
    """By every word for it; of two foods of one name the first, as the matcher has it."""
    found: dict[str, FoodFacts] = {}
    for food in foods_of():
        for name in food.names:
            for word in (plainly(name), name_key(name)):
                found.setdefault(word, food)
    return found
