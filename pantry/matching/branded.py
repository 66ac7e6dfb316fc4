"""What a name with a brand in it means."""

from pantry.catalogue import FoodFacts
from pantry.matching.brands import Brand, find_brand
from pantry.matching.index import names, spelled
from pantry.matching.naming import EXACT, Found, find
from pantry.matching.phrases import says_nothing, without_tail
from pantry.matching.words import NO_FOOD, TASTES, is_figure

ALONE, BESIDE, VARIETY, MOSTLY = 0.9, 0.95, 0.85, 0.6
MOST_BRANDS = 2
# What others of the sweets are covered with or taste of.
CHOCOLATES = {"dark chocolate", "milk chocolate", "white chocolate"}
COATINGS = CHOCOLATES | {"sweets"}


def branded(words: list[str]) -> Found | None:
    """What the other words name; where they name nothing or only a taste, what the brand stands for."""
    brand, words = without_brands(words)
    if brand is None or NO_FOOD & set(words):
        return None
    plain = [word for word in words if not is_figure(word)]
    food = brand.food
    if food and (says_nothing(words) or set(plain) <= {*spelled(food.name)}) and not is_named(plain, food):
        return Found(food, EXACT * ALONE)
    named = find(words) or find(without_tail(words)[0])
    if named and not (food and brand.always and is_taste(plain, named.food, brand)):
        return Found(named.food, named.confidence * BESIDE)
    return variety(words, brand, food, named) if food else None


def without_brands(words: list[str]) -> tuple[Brand | None, list[str]]:
    known = None
    for _turn in range(MOST_BRANDS):
        if not (found := find_brand(words)):
            break
        known = found.brand if known is None or goes_before(found.brand, known) else known
        words = words[: found.start] + words[found.end :]
    return known, words


def goes_before(second: Brand, first: Brand) -> bool:
    """Of "Danone Actimel" the second tells what it is, and of "Crunchy Nut corn flakes"."""
    return first.food is None or (second.always and (second.says_it or not first.always))


def is_named(words: list[str], food: FoodFacts) -> bool:
    """Whether they are themselves the name of another food of that aisle: "hot chocolate" beside milk chocolate."""
    named = names().get(" ".join(words))
    return named is not None and named is not food and not set(words) <= {*spelled(food.name)}


def is_taste(words: list[str], named: FoodFacts, brand: Brand) -> bool:
    food = brand.food
    if food and {food.name, named.name} <= CHOCOLATES:
        told = {"dark", "milk", "white"} & set(words)
        return not told or food.name.split()[0] in told
    if food and named.category == food.category:
        return brand.says_it or (named.name in COATINGS and food.name != "sweets")
    whole = len(words) > 1 and names().get(" ".join(words)) is named
    return not whole or named.category in TASTES


def variety(words: list[str], brand: Brand, food: FoodFacts, taste: Found | None) -> Found:
    """A sort of what the brand stands for, "dijon" of a mustard, or it itself. What is a sort already, iced tea, is no
    other by its taste.
    """
    noun = spelled(food.name)[-1]
    settled = brand.says_it or (taste is not None and names().get(noun) is not food)
    sort = None if settled else find([*words, noun])
    if sort and sort.food.category == food.category:
        return Found(sort.food, sort.confidence * VARIETY)
    tail = without_tail(words)[0]
    return Found(food, VARIETY if brand.always or (tail != words and says_nothing(tail)) else MOSTLY)
