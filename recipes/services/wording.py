"""Keeping the words of recipes, for finding them."""

from collections.abc import Collection
from uuid import UUID

from accounts.models import Household


def word_recipes(household: Household, recipes: Collection[UUID]) -> None:
    """To be called by whoever has changed these recipes, in the same transaction."""
