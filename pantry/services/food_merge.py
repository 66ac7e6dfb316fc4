"""Two foods that are one: everything that is of the first becomes of the second, and its words mean the second."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import Household, User
from kitchen.errors import DomainError
from pantry.catalogue import name_key
from pantry.food_rows import food_rows
from pantry.models import FoodId, OwnFood, food_text
from pantry.queries.foods import book
from pantry.services.food_keeping import Change, changing, known


def merge_foods(household: Household, ref: FoodId, into: FoodId, *, by: User) -> OwnFood:
    """`ref` is from now on `into`, with all things, products, ingredients and list items of it. Twice is once."""
    with changing(household, by) as change:
        before, target = known(ref), known(into)
        row = change.row(ref if before.id == target.id else before.id)
        if before.id == target.id:
            if row.merged_into_id or row.merged_into_own_id:
                return row
            raise DomainError(_("This is one food already: choose another."), field="into")
        if book().is_out(target.id):
            raise DomainError(_("%(name)s has been removed: choose another.") % {"name": target.name}, field="into")
        row.merged_into_id = target.id if isinstance(target.id, int) else None
        row.merged_into_own_id = target.id if isinstance(target.id, UUID) else None
        move_rows(change, [before.id, row.pk], target.id)
        change.tell("food.merged", row, name=before.name, into=target.name, to=food_text(target.id))
        return row


def move_rows(change: Change, refs: list[FoodId], to: FoodId, **which: Any) -> None:
    """Rows of these foods become of another; for undo it is kept which they were."""
    for name, rows in food_rows:
        for ref in dict.fromkeys(refs):
            if ref == to:
                continue
            found = rows.of(change.household, [ref]).filter(**which)
            ids = [str(id) for id in found.values_list("pk", flat=True)]
            if ids:
                set_food(rows.model, change.household, ids, to)
                change.moved.append((name, food_text(ref), ids))


def adopt_rows(change: Change, words: list[str], to: FoodId) -> None:
    """Things that are called so, and of which nobody knew which food they are, become of this one."""
    keys = {name_key(word) for word in words} - {""}
    for name, rows in food_rows:
        unknown = rows.in_household(change.household).filter(rows.there, food=None, own_food=None, name_key__in=keys)
        ids = [str(id) for id in unknown.values_list("pk", flat=True)]
        if ids:
            set_food(rows.model, change.household, ids, to)
            change.moved.append((name, "", ids))


def set_food(model: type[Any], household: Household, ids: list[str], ref: FoodId | None) -> None:
    number, own = (ref, None) if isinstance(ref, int) else (None, ref)
    model._default_manager.filter(household=household, pk__in=ids).update(food_id=number, own_food_id=own)
    for _name, rows in food_rows:
        if rows.model is model:
            rows.follow(household, ids)
