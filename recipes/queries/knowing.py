"""Foods as an index asks for them: by number, in bits."""

from collections.abc import Hashable, Iterable
from typing import Final

from accounts.models import Allergen, Diet
from pantry.catalogue import FoodFacts
from pantry.models import FoodId
from pantry.queries.food_book import Book
from recipes.index.keys import NAMED, food_key
from recipes.index.known import KINDS, Traits
from recipes.index.packing import UNITS
from recipes.queries.shelf import measure_of

ALLERGENS: Final = {one.value: 1 << place for place, one in enumerate(Allergen)}
DIETS: Final = {one.value: 1 << place for place, one in enumerate(Diet)}


def bits(values: Iterable[str], of: dict[str, int]) -> int:
    return sum(of.get(value, 0) for value in set(values))


def traits_of(food: FoodFacts) -> Traits:
    return Traits(
        parent=food.parent or 0,
        is_staple=food.staple,
        allergens=bits(food.allergens, ALLERGENS),
        diets=bits(food.diets, DIETS),
    )


def said_of_foods(book: Book) -> Hashable:
    """What a household says of foods, as far as an index knows it: another one where that has changed."""
    return tuple(
        (row.pk, row.base_id, row.merged_into_id, row.merged_into_own_id, row.density, row.piece_weight, row.staple)
        for row in sorted(book.rows.values(), key=lambda row: row.pk)
    ), str([(row.said, row.unit_weights, row.allergens, row.diets) for row in book.rows.values()])


class BookSource:
    """What a household knows of foods."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.own = {food_key(ref): ref for ref in book.rows}

    def food(self, key: int) -> FoodFacts | None:
        if key >= NAMED:
            return None
        ref: FoodId | None = key if key > 0 else self.own.get(key)
        return None if ref is None else self.book.food(ref)

    def traits(self, key: int) -> Traits | None:
        food = self.food(key)
        return None if food is None else traits_of(food)

    def measure(self, key: int, unit: int) -> tuple[int, float]:
        kind, factor = measure_of(self.food(key), UNITS[unit])
        return KINDS[kind], float(factor)
