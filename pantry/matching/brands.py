"""Brands in names: "Heinz ketchup" is ketchup, "Philadelphia" is cream cheese, "Walkers cheese & onion" are crisps."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pantry.catalogue import FoodFacts, foods
from pantry.matching.index import key_of, names, spelled

FILE = Path(__file__).with_name("brands.txt")
ALWAYS, MANY = "always", "many"
LONGEST = 5
MARKED = re.compile(r"^((?:[^\W\d_][\w'’&.-]*\s+){0,2}[^\W\d_][\w'’&.-]*)\s?[®™]")


class Brand(NamedTuple):
    """`food` is what it stands for alone; `always`: whatever is written with it; `says_it`: it has the food's name in
    it ("Uncle Ben's ready rice"), so that nothing of the same aisle makes another food of it ("basmati").
    """

    food: FoodFacts | None = None
    always: bool = False
    says_it: bool = False


@cache
def brands() -> dict[str, Brand]:
    """By the key of what is written."""
    by_name = {food.name: food for food in foods()}
    found: dict[str, Brand] = {}
    section = ""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            name, _colon, words = line.rpartition(":") if section == MANY else line.partition(":")
            for key in map(key_of, words.split(",")):
                if section != MANY or key not in found:
                    found[key] = brand_of(key, by_name.get(name), always=section == ALWAYS)
    return found


def brand_of(key: str, food: FoodFacts | None, *, always: bool) -> Brand:
    return Brand(food, always, food is not None and set(spelled(food.name)) <= set(key.split()))


class Branded(NamedTuple):
    brand: Brand
    start: int
    end: int


def find_brand(words: list[str]) -> Branded | None:
    """The longest brand at the beginning of the words of a name, else at their end."""
    known, count = brands(), len(words)
    starts = ((0, end) for end in range(min(count, LONGEST), 0, -1))
    for start, end in (*starts, *((start, count) for start in range(max(1, count - LONGEST), count))):
        if (brand := known.get(" ".join(words[start:end]))) is not None:
            return Branded(brand, start, end)
    return None


def brand_in(name: str) -> str:
    """The brand at the beginning or the end of a name, as it stands there; "" where none is known."""
    if marked := MARKED.match(name):
        return marked[1]
    words = name.split()
    for end in range(1, min(len(words), LONGEST) + 1):
        if is_brand(words[:end]):
            return bare(words[:end])
    for start in range(max(1, len(words) - 3), len(words)):
        if is_brand(words[start:]):
            return bare(words[start:])
    return ""


def is_brand(words: list[str]) -> bool:
    """With a capital, and no word for a food as well."""
    key = key_of(" ".join(words))
    return key in brands() and key not in names() and words[0].lstrip("(")[:1].isupper()


def bare(words: list[str]) -> str:
    return " ".join(words).strip(" ,;:.()")
