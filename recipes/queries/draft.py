"""What somebody has typed into the form of a recipe and not saved."""

from accounts.models import Household, User
from recipes.models import Recipe, RecipeDraft


def draft_of(household: Household, person: User, recipe: Recipe | None = None) -> RecipeDraft | None:
    """The person's own draft of a change to `recipe`; without one, the newest of a new recipe."""
    mine = RecipeDraft.objects.filter(household=household, person=person)
    return mine.filter(recipe=recipe).order_by("-changed_at").first()
