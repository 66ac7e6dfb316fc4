"""Searches that the owner of the cast keeps: one, or as many as may be kept."""

from uuid import UUID

from accounts.models import Household, User
from recipes.models import SavedSearch
from tests.database import as_owner

# See cast.FACT.
NAME = "Vortle"


def cast_searches(household: Household, owner: User, many: int) -> UUID:
    with as_owner():
        kept = [
            SavedSearch.objects.create(
                household=household, person=owner, name=" ".join([NAME] * (number + 1))[:60], query=f"tag={number}"
            )
            for number in range(min(many, 8))
        ]
    return kept[0].pk
