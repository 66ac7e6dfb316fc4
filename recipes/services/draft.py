"""What somebody types into a recipe's form, kept while they type. Only that person sees it."""

from uuid import UUID

from django.db import transaction

from accounts.models import Household, User
from accounts.roles import TABLE
from accounts.services.membership import require_role
from recipes.models import Recipe, RecipeDraft

# Who leaves so many new recipes unfinished loses the oldest.
MOST = 20


@transaction.atomic
def keep_draft(
    household: Household, form: UUID, typed: dict[str, str], *, by: User, recipe: Recipe | None = None
) -> RecipeDraft:
    require_role(household, by, TABLE)
    kept, _is_new = RecipeDraft.objects.update_or_create(
        household=household, person=by, form=form, defaults={"fields": typed, "recipe": recipe}
    )
    mine = RecipeDraft.objects.filter(household=household, person=by).order_by("-changed_at", "-pk")
    RecipeDraft.objects.filter(pk__in=list(mine.values_list("pk", flat=True)[MOST:])).delete()
    return kept


def discard_draft(household: Household, form: UUID, *, by: User) -> None:
    """It has been saved as a recipe, or is not wanted any more."""
    RecipeDraft.objects.filter(household=household, person=by, form=form).delete()
