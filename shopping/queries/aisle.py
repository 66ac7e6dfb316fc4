"""Where things stand in the shop: where the household said, else where the catalogue has them."""

from collections.abc import Collection

from accounts.models import Household
from pantry.catalogue import CATEGORIES, FoodFacts
from shopping.models import AisleChoice


def aisles_chosen(household: Household, keys: Collection[str]) -> dict[str, int]:
    """By the key of a name the id of the category that somebody chose for it. One query, none for nothing."""
    if not keys:
        return {}
    chosen = AisleChoice.objects.filter(household=household, name_key__in=set(keys))
    return dict(chosen.values_list("name_key", "category_id"))


def remembered_aisle(household: Household, key: str) -> int | None:
    """The id of the category that somebody chose for this name."""
    return aisles_chosen(household, [key]).get(key)


def aisle_of(key: str, known: FoodFacts | None, chosen: dict[str, int]) -> int | None:
    """The id of the category; None for what belongs nowhere."""
    return chosen.get(key) or (CATEGORIES[known.category].id if known else None)
