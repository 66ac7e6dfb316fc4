"""Ids of what hangs on dishes, by the noun of the page that takes them."""

from uuid import UUID

from accounts.models import Household, Role, User
from recipes.models import Recipe, RecipeComment
from tests.conventions.dishes import cast_dishes
from tests.conventions.opinions import cast_opinions
from tests.conventions.searches import cast_searches
from tests.database import as_owner


def cook_book(household: Household, owner: User) -> dict[str, str]:
    """Dishes with all that hangs on them; also what stands in addresses beside their ids."""
    ids = cast_dishes(household, 1)
    ids |= cast_opinions(household, owner, UUID(str(ids["recipes:recipe"])), 1)
    ids["recipes:saved_search"] = cast_searches(household, owner, 1)
    return {key.partition(":")[2]: str(id) for key, id in ids.items()}


def own_words(household: Household, people: dict[Role, User]) -> dict[str, str]:
    """What only who wrote it may change or see."""
    found: dict[str, str] = {}
    for role, person in people.items():
        with as_owner():
            dish = Recipe.objects.filter(household=household).earliest("created_at")
            comment = RecipeComment.objects.create(household=household, recipe=dish, author=person, text="Good.")
        found |= {f"{role}:comment": str(comment.pk), f"{role}:saved_search": str(cast_searches(household, person, 1))}
    return found
