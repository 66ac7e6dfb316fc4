"""Which foods somebody means among ingredients: a food, its kinds, or a kind of food ("nuts", "meat")."""

from collections.abc import Collection, Iterator

from accounts.models import Allergen, Diet
from pantry.catalogue import FoodFacts
from pantry.matching import name_key
from pantry.matching.naming import EXACT
from pantry.models import FoodId
from pantry.queries.foods import food, foods_of, match
from recipes.index.keys import food_key, name_hash
from recipes.index.words import Words

# Words that name many foods: by allergen, by aisle, or by a diet that they do not suit.
ALLERGENS: dict[str, frozenset[str]] = {
    "nut": frozenset({Allergen.NUTS, Allergen.PEANUTS}),
    "peanut": frozenset({Allergen.PEANUTS}),
    "gluten": frozenset({Allergen.GLUTEN}),
    "wheat": frozenset({Allergen.GLUTEN}),
    "dairy": frozenset({Allergen.MILK}),
    "lactose": frozenset({Allergen.MILK}),
    "egg": frozenset({Allergen.EGGS}),
    "fish": frozenset({Allergen.FISH}),
    "seafood": frozenset({Allergen.FISH, Allergen.CRUSTACEANS, Allergen.MOLLUSCS}),
    "shellfish": frozenset({Allergen.CRUSTACEANS, Allergen.MOLLUSCS}),
    "soy": frozenset({Allergen.SOYBEANS}),
    "soya": frozenset({Allergen.SOYBEANS}),
    "celery": frozenset({Allergen.CELERY}),
    "mustard": frozenset({Allergen.MUSTARD}),
    "sesame": frozenset({Allergen.SESAME}),
}
AISLES = {
    "meat": "meat",
    "poultry": "meat",
    "cheese": "cheese",
    "alcohol": "alcohol",
    "fruit": "fruit",
    "seafood": "fish",
}
DIETS = {"pork": Diet.NO_PORK, "alcohol": Diet.NO_ALCOHOL, "meat": Diet.PESCATARIAN}


def keys_with(word: str, words: Words) -> list[int]:
    """Of what a dish has where it must have this: the food, and kinds of it that are called so."""
    key, known = name_key(word), match(word)
    if not key:
        return []
    named = known.food.id if known.food and known.confidence >= EXACT else None
    foods = (one for one in foods_of() if _is_kind(one, key) or (_has(one, key) and _is_or_under(one, named)))
    return [*(food_key(one.id) for one in foods), *_unknown(key, words), *([food_key(named)] if named else [])]


def keys_without(word: str, words: Words) -> list[int]:
    """Of what a dish must not have: all that is called so in any way."""
    key, known = name_key(word), match(word).food
    if not key:
        return []
    foods = (one for one in foods_of() if _is_kind(one, key) or _has(one, key) or (known and one.id == known.id))
    return [*(food_key(one.id) for one in foods), *_unknown(key, words)]


def keys_named_after(allergens: Collection[str], words: Words) -> list[int]:
    """Of names whose food nobody knows, those that say an allergen: "grandma's peanut brittle"."""
    said = {word for word, held in ALLERGENS.items() if not held.isdisjoint(allergens)}
    return [key for word in said.union(map(name_key, allergens)) for key in _unknown(word, words)]


def _has(one: FoodFacts, key: str) -> bool:
    return f" {key} " in f" {name_key(one.name)} "


def _is_kind(one: FoodFacts, key: str) -> bool:
    if not ALLERGENS.get(key, frozenset()).isdisjoint(one.allergens):
        return True
    return (key in AISLES and one.category == AISLES[key]) or (key in DIETS and DIETS[key] not in one.diets)


def _is_or_under(one: FoodFacts, named: FoodId | None) -> bool:
    """Of a word that names no food everything that is called so is meant."""
    return named is None or named in _line(one)


def _line(one: FoodFacts | None) -> Iterator[FoodId]:
    """A food and what it is a kind of, and so on."""
    seen: set[FoodId] = set()
    while one and one.id not in seen:
        seen.add(one.id)
        yield one.id
        one = food(one.parent)


def _unknown(key: str, words: Words) -> Iterator[int]:
    """Names of which nobody knows the food."""
    return (name_hash(name) for name in list(words.unknown) if f" {key} " in f" {name} ")
