"""Every word of the catalogue, by the form in which names are compared."""

import re
from functools import cache, lru_cache
from pathlib import Path

from pantry.catalogue import FoodFacts, foods, name_key
from pantry.matching.words import DROPPED, SPELLINGS

FILE, FOREIGN = (Path(__file__).with_name(name) for name in ("ordinary.txt", "foreign.txt"))
# One pepper is a spice, several are vegetables.
PEPPERS = re.compile(
    r"^((?:[^a-z]|fresh\b|mixed\b|sliced\b|chopped\b|diced\b|large\b|medium\b|small\b)*)peppers\b", re.IGNORECASE
)


def spelled(text: str) -> list[str]:
    """The words of a name in one spelling: "Chili" and "chillies" are both "chilli"."""
    if "peppers" in text.lower():
        text = PEPPERS.sub(r"\1bell peppers", text)
    words: list[str] = []
    for word in name_key(text).split():
        words += SPELLINGS.get(word, word).split()
    return words


@lru_cache(maxsize=4_096)
def key_of(text: str) -> str:
    """The form by which names are found."""
    return " ".join(spelled(text))


@cache
def names() -> dict[str, FoodFacts]:
    """From each word for a food to the food; the name itself goes before an alias of another."""
    found = {key_of(word): food for food in foods() for word in food.aliases}
    for food in foods():
        found[key_of(food.name)] = food
        found[key_of(food.plural)] = food
    return found


@cache
def foreign() -> dict[str, FoodFacts]:
    """The commonest words of other languages, where they are no name here. Nobody's slip is taken for one."""
    by_name, found = {food.name: food for food in foods()}, dict[str, FoodFacts]()
    for line in FOREIGN.read_text(encoding="utf-8").splitlines():
        name, _colon, words = line.partition(":")
        if not line.startswith("#") and (food := by_name.get(name)):
            found |= {key: food for word in words.split(",") if (key := key_of(word)) not in names()}
    return found


@cache
def names_by_part() -> dict[str, tuple[str, ...]]:
    """The names that begin with two letters, and those that have a word."""
    found: dict[str, list[str]] = {}
    for key in names():
        for part in {key[:START], *key.split()}:
            found.setdefault(part, []).append(key)
    return {part: tuple(keys) for part, keys in found.items()}


def alike(words: list[str]) -> set[str]:
    """The names that may look like these words: they share one, or begin alike."""
    parts = names_by_part()
    return {key for part in {" ".join(words)[:START], *words} for key in parts.get(part, ())}


@cache
def names_run_together() -> dict[str, str]:
    """Without the spaces: "pinenuts", "corn flour"."""
    return {key.replace(" ", ""): key for key in names()}


@cache
def vocabulary() -> frozenset[str]:
    """Every single word that is known."""
    return frozenset(word for key in names() for word in key.split()) | DROPPED


@cache
def ordinary() -> frozenset[str]:
    """Words that are no food and look like one, in the form in which names are compared."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(name_key(word) for line in lines if not line.startswith("#") for word in line.split())


@cache
def first_names() -> frozenset[str]:
    """The words by which foods are called here, not the others that are known for them."""
    return frozenset(word for food in foods() for word in spelled(food.name))


@cache
def long_words() -> dict[str, tuple[str, ...]]:
    """Words of five letters and more that make names, by their first letter: those worth correcting to."""
    found: dict[str, list[str]] = {}
    for word in sorted({word for key in names() for word in key.split()} - DROPPED):
        if len(word) >= SHORTEST:
            found.setdefault(word[0], []).append(word)
    return {letter: tuple(words) for letter, words in found.items()}


SHORTEST, START = 5, 2
