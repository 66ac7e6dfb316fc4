"""What is packed of recipes, read from their rows: three queries, however many they are."""

from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import Any
from uuid import UUID

from accounts.models import Household
from recipes.index.keys import food_key, name_hash, short_hash
from recipes.index.packing import CATEGORY, CUISINE, TAG, UNKNOWN, Facts, PackedLine, packed
from recipes.models import Recipe, RecipeIngredient, RecipeStanding

RECIPE = ("id", "name_key", "total_minutes", "difficulty", "created_at", "tags", "cuisine", "category")
LINE = ("recipe_id", "food_id", "own_food_id", "name_key", "quantity", "unit", "optional")
STANDING = ("recipe_id", "rating_average", "rating_count", "last_cooked", "cooked_count")
UNRATED: tuple[Any, ...] = (None, 0, None, 0)
HUNDRED = Decimal(100)
GONE = b""


def packed_recipes(household: Household, ids: Collection[UUID]) -> dict[UUID, bytes]:
    """Of those that were deleted or merged GONE; one that is not there at all is left out."""
    mine = {"household": household, "recipe__in": ids}
    lines: dict[UUID, list[Any]] = {}
    rows = RecipeIngredient.objects.filter(**mine).order_by("recipe_id", "position", "id")
    for recipe, *line in rows.values_list(*LINE):
        lines.setdefault(recipe, []).append(line)
    standings = {id: rest for id, *rest in RecipeStanding.objects.filter(**mine).values_list(*STANDING)}
    recipes = Recipe.objects.filter(household=household, pk__in=ids)
    return {
        recipe[0]: GONE
        if is_gone
        else packed(_facts(recipe, lines.get(recipe[0], []), standings.get(recipe[0], UNRATED)))
        for *recipe, is_gone in recipes.values_list(*RECIPE, "deleted_at")
    }


def _facts(recipe: Any, lines: Iterable[Any], standing: Any) -> Facts:
    _id, name_key, minutes, difficulty, created, tags, cuisine, category = recipe
    rating, rating_count, cooked, cooked_count = standing
    named = [(letter, word) for letter, word in ((CUISINE, cuisine), (CATEGORY, category)) if word]
    unknown = [(UNKNOWN, key) for food, own, key, *_rest in lines if food is None and own is None]
    words = [*((TAG, tag) for tag in tags), *named, *unknown]
    return Facts(
        name_key=name_key,
        minutes=minutes,
        difficulty=difficulty,
        created=created,
        rating=round(rating * HUNDRED) if rating else 0,
        rating_count=rating_count,
        cooked=cooked,
        cooked_count=cooked_count,
        lines=[_line(*line) for line in lines],
        words=[letter + word for letter, word in words],
    )


def _line(food: int | None, own: UUID | None, key: str, *amount: Any) -> PackedLine:
    quantity, unit, is_optional = amount
    hashed, known = name_hash(key), own or food
    name = short_hash(hashed) if known else 0
    return PackedLine(food_key(known) if known else hashed, name, float(quantity or 0), unit, is_optional)
