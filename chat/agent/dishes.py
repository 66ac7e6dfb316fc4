"""Which dishes have, or have not, what somebody names: a food, a kind of food ("nuts", "meat"), a diet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from pantry.catalogue import FoodFacts
from pantry.matching import name_key
from pantry.models import FoodId
from pantry.queries.foods import food, match
from recipes.models import RecipeIngredient
from recipes.queries.naming import AISLES, ALLERGENS, DIETS

Line = tuple[FoodId | None, str]


@dataclass(frozen=True)
class Named:
    """What a word means among ingredients."""

    key: str
    food_id: FoodId | None
    allergens: frozenset[str]
    aisle: str
    diet: str

    def is_in(self, line: Line) -> bool:
        id, key = line
        if (self.food_id is not None and id == self.food_id) or f" {self.key}" in f" {key}":
            return True
        known = food(id)
        return known is not None and self._is(known)

    def _is(self, known: FoodFacts) -> bool:
        if not self.allergens.isdisjoint(known.allergens):
            return True
        return (bool(self.aisle) and known.category == self.aisle) or (bool(self.diet) and self.diet not in known.diets)


def meaning(word: str) -> Named:
    key = name_key(word)
    known = match(word).food
    return Named(
        key, known.id if known else None, ALLERGENS.get(key, frozenset()), AISLES.get(key, ""), DIETS.get(key, "")
    )


def lines_of(recipes: Iterable[UUID]) -> dict[UUID, list[Line]]:
    rows = RecipeIngredient.objects.filter(recipe__in=list(recipes))
    lines: dict[UUID, list[Line]] = {}
    for recipe, own, number, key in rows.values_list("recipe_id", "own_food_id", "food_id", "name_key"):
        lines.setdefault(recipe, []).append((own or number, key))
    return lines


def suits_diet(lines: Sequence[Line], diet: str) -> bool | None:
    """None where an ingredient is one that nobody can say anything about."""
    foods = [food(id) for id, _key in lines]
    if any(known is not None and diet not in known.diets for known in foods):
        return False
    return None if None in foods else True
