from collections.abc import Collection, Sequence
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from kitchen.errors import DomainError
from pantry.queries.foods import food
from recipes.models import Recipe
from shopping.models import ShoppingList
from shopping.queries.need import NeedLine, lists_for, wanted_from_recipe
from shopping.queries.need_several import Dish, shared_lines
from shopping.services.adding import NEEDED_TOGETHER, Added, add_items
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


@transaction.atomic
def add_shared_needs(
    shopping_list: ShoppingList,
    dishes: Sequence[Dish],
    *,
    by: User,
    chosen: Collection[UUID],
    operation: UUID | None = None,
) -> Added:
    """What several dishes lack together, each with its own share as a reason; `chosen` are ids of shared lines."""
    locked = lock_list(shopping_list.household, shopping_list.pk, by=by)
    lines = shared_lines(locked.household, dishes, lists_for(*(dish.recipe for dish in dishes)))
    parts = [part for line in lines if line.id in chosen for part in line.to_buy]
    wanted = [_wanted(line, dish.recipe) for dish, line in parts]
    if len(dishes) == 1:
        return add_items(locked, wanted, by=by, operation=operation, dish=dishes[0].recipe)
    return add_items(locked, wanted, by=by, operation=operation, verb=NEEDED_TOGETHER)


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
