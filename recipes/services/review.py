"""What people of the household think of a dish: stars and a few words, one review a person."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Activity, User
from accounts.services.activity import record
from accounts.services.notice import announce
from kitchen.errors import DomainError
from recipes.models import Recipe, RecipeReview
from recipes.services.indexing import index_recipes
from recipes.services.recipe import lock_recipe

MOST_STARS = 5


@transaction.atomic
def rate_recipe(recipe: Recipe, *, by: User, stars: int, text: str = "") -> RecipeReview:
    """The review of `by`: a first one, or a changed one. Saying the same again changes nothing."""
    if not 1 <= stars <= MOST_STARS:
        raise DomainError(_("Give one to five stars."), field="stars")
    locked = lock_recipe(recipe.household, recipe.pk, by)
    found = review_by(locked, by)
    before = said(found)
    if found and before == {"stars": stars, "text": text}:
        return found
    review = found or RecipeReview(household=locked.household, recipe=locked, person=by)
    review.stars, review.text = stars, text
    review.save()
    facts = {"name": locked.name, "stars": stars, "text": text, "before": before}
    record(locked.household, "recipe.rated", by=by, subject=locked.pk, facts=facts)
    _tell(locked)
    return review


@transaction.atomic
def withdraw_review(recipe: Recipe, *, by: User) -> None:
    """Take one's own review back; doing it twice is the same as once."""
    locked = lock_recipe(recipe.household, recipe.pk, by)
    if found := review_by(locked, by):
        before = said(found)
        found.delete()
        facts = {"name": locked.name, "before": before}
        record(locked.household, "recipe.unrated", by=by, subject=locked.pk, facts=facts)
        _tell(locked)


@transaction.atomic
def undo_rating(activity: Activity, by: User) -> None:
    """What was rated, or withdrawn, is as before; by whom it was, and unless they have said something else since."""
    if activity.actor_id != by.pk:
        raise DomainError(_("Only who gave the stars can take them back."))
    locked = lock_recipe(activity.household, activity.subject, by)
    found, facts = review_by(locked, by), activity.facts
    if said(found) != ({"stars": facts["stars"], "text": facts["text"]} if "stars" in facts else None):
        raise DomainError(_("This has been changed again since."))
    if before := facts["before"]:
        review = found or RecipeReview(household=locked.household, recipe=locked, person=by)
        review.stars, review.text = before["stars"], before["text"]
        review.save()
    elif found:
        found.delete()
    _tell(locked)


def review_by(recipe: Recipe, by: User) -> RecipeReview | None:
    return RecipeReview.objects.filter(household_id=recipe.household_id, recipe=recipe, person=by).first()


def said(review: RecipeReview | None) -> dict[str, Any] | None:
    return {"stars": review.stars, "text": review.text} if review else None


def _tell(recipe: Recipe) -> None:
    index_recipes(recipe.household, [recipe.pk])
    announce(recipe.household, "recipe", recipe.pk)
    announce(recipe.household, "opinion", recipe.pk)
