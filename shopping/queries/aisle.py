"""Where things stand in the shop, as far as the household has said so."""

from collections.abc import Collection

from accounts.models import Household
from shopping.models import AisleChoice


def aisles_chosen(household: Household, keys: Collection[str]) -> dict[str, int]:
    """By the key of a name the id of the category that somebody chose for it. One query, none for nothing."""
    if not keys:
        return {}
    chosen = AisleChoice.objects.filter(household=household, name_key__in=set(keys))
    return dict(chosen.values_list("name_key", "category_id"))
