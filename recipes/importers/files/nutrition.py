"""Nutrition as other programs write it: lines of a name and a value, or columns of their own."""

import re
from collections.abc import Iterable

from recipes.importers import clean

# Whole names; what a program writes behind them ("Content", "Total") does not matter.
NAMES = {
    "calories": "calories", "energy": "calories", "kcal": "calories", "kalorien": "calories", "fat": "fatContent",
    "totalfat": "fatContent", "fett": "fatContent", "saturatedfat": "saturatedFatContent",
    "satfat": "saturatedFatContent", "transfat": "transFatContent", "unsaturatedfat": "unsaturatedFatContent",
    "cholesterol": "cholesterolContent", "sodium": "sodiumContent", "natrium": "sodiumContent", "sugar": "sugarContent",
    "sugars": "sugarContent", "zucker": "sugarContent", "carbohydrate": "carbohydrateContent",
    "carbohydrates": "carbohydrateContent", "totalcarbohydrate": "carbohydrateContent", "carbs": "carbohydrateContent",
    "totalcarbohydrates": "carbohydrateContent", "kohlenhydrate": "carbohydrateContent", "fiber": "fiberContent",
    "fibre": "fiberContent", "dietaryfiber": "fiberContent", "ballaststoffe": "fiberContent",
    "protein": "proteinContent", "proteins": "proteinContent", "eiweiß": "proteinContent",
    "servingsize": "servingSize",
}  # fmt: skip
PARTS = re.compile(r"[\n;]|,(?=\s*[^\W\d])")
LINE = re.compile(r"^\s*([^\W\d_][^:=\d]{1,40}?)\s*[:=]?\s*(\d.*)$")


def name_of(told: str) -> str:
    """The name of schema.org for a word: "Saturated Fat", "saturatedFatContent", "recipeNutSaturatedFat"."""
    bare = re.sub(r"[^a-zß]", "", told.lower().removeprefix("recipenut"))
    return NAMES.get(bare) or NAMES.get(bare.removesuffix("content")) or ""


def read(text: str) -> dict[str, str]:
    """What lines like "Calories: 300 kcal" say. A text that is mostly something else says nothing."""
    parts = [part for part in PARTS.split(text) if part.strip()]
    matches = [match for part in parts if (match := LINE.match(part))]
    found = named((match[1], match[2]) for match in matches)
    return found if len(found) * 2 >= len(parts) else {}


def named(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for told, value in pairs:
        name, said = name_of(told), clean.line(value)
        if name and said:
            found.setdefault(name, said)
    return found
