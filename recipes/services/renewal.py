"""What is worked out of recipes, after they have changed: by what they are found, listed and judged."""

from collections.abc import Collection
from uuid import UUID

from accounts.models import Household
from recipes.services.indexing import index_recipes
from recipes.services.wording import word_recipes


def renew_recipes(household: Household, ids: Collection[UUID]) -> None:
    """To be called last by whoever has written, put away or brought back recipes, in the same transaction."""
    index_recipes(household, ids)
    word_recipes(household, ids)
