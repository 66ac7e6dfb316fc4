from collections.abc import Collection
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from kitchen.errors import DomainError
from pantry.queries.foods import food
from recipes.models import Recipe
from shopping.models import ShoppingList
from shopping.queries.need import NeedLine, wanted_from_recipe
from shopping.services.adding import Added, add_items
from shopping.services.list import lock_list
from shopping.wanted import Wanted


@transaction.atomic
def add_needs(  # noqa: PLR0913  (what is lacking depends on all of them)
    recipe: Recipe,
    shopping_list: ShoppingList,
    *,
    by: User,
    servings: Decimal | None = None,
    chosen: Collection[UUID] | None = None,
    operation: UUID | None = None,
) -> Added:
    """What the dish lacks goes on the list, with the dish as its reason; `chosen` are ids of ingredients.

    Without `chosen` it is what is proposed. What is on a list for this dish already is not asked for again, so that
    a second press adds nothing.
    """
    if recipe.deleted_at is not None:
        raise DomainError(_("This recipe has been deleted: undo that first."))
    locked = lock_list(shopping_list.household, shopping_list.pk, by=by)
    lines = [line for line in wanted_from_recipe(recipe, servings) if _is_wanted(line, chosen)]
    wanted = [_wanted(line, recipe) for line in lines]
    return add_items(locked, wanted, by=by, operation=operation, dish=recipe)


def _is_wanted(line: NeedLine, chosen: Collection[UUID] | None) -> bool:
    return line.proposed if chosen is None else line.id in chosen


def _wanted(line: NeedLine, recipe: Recipe) -> Wanted:
    known = food(line.food_id)
    name = line.name[:120]
    return Wanted(
        name=name[:1].upper() + name[1:],
        quantity=line.buy.amount if line.buy else None,
        unit=line.buy.unit if line.buy else "",
        food=known,
        recipe=recipe,
    )
