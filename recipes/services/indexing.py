"""Keeping the compact index of a household's recipes beside their rows."""

from collections.abc import Collection
from uuid import UUID

from accounts.models import Household


def index_recipes(household: Household, recipes: Collection[UUID]) -> None:
    """To be called by whoever has changed these recipes, in the same transaction."""
