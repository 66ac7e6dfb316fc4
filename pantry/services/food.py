"""What a household says of foods: its own ones, and what is other here with those of the catalogue.

Whoever lives here may; each change is a line of the feed and can be taken back.
"""

from collections.abc import Mapping
from typing import Any, TypedDict
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Household, User
from kitchen.errors import DomainError
from kitchen.ids import new_id
from pantry.catalogue import CATEGORIES
from pantry.catalogue import food as plain_food
from pantry.food_rows import things_of
from pantry.models import FoodId, OwnFood, food_text
from pantry.queries.food_facts import as_said
from pantry.queries.foods import match
from pantry.services.food_keeping import Change, changing, known
from pantry.services.food_merge import adopt_rows

MOST_FOODS, MOST_ALIASES = 2000, 60


class Said(TypedDict, total=False):
    """What can be said of a food; weights and figures as text. `category` is the slug of a branch of the tree."""

    name: str
    plural: str
    aliases: list[str]
    category: str
    emoji: str
    density: Any
    piece_weight: Any
    package_weight: Any
    unit_weights: dict[str, str]
    usual_unit: str
    storage: str
    shelf_life: dict[str, int]
    allergens: list[str]
    diets: list[str]
    nutrition: dict[str, str]
    staple: bool
    source: str


def add_food(household: Household, said: Said, *, by: User, id: UUID | None = None) -> OwnFood:
    """One that the catalogue lacks; what is called so and was unknown becomes of it. `id`, the form's own: sent twice,
    it adds one.
    """
    with changing(household, by) as change:
        rows = OwnFood.objects.filter(household=change.household)
        if same := rows.filter(pk=id).first() if id else None:
            return same
        if rows.count() >= MOST_FOODS:
            raise DomainError(_("These are as many foods of your own as there can be: remove one first."))
        row = OwnFood(id=id or new_id(), household=change.household)
        _check_name(said["name"], None)
        _write(row, said)
        adopt_rows(change, [row.name, row.plural, *row.aliases], row.pk)
        change.tell("food.added", row, name=row.name, to=food_text(row.pk))
        return row


def change_food(household: Household, ref: FoodId, said: Said, *, by: User) -> OwnFood:
    """Of a food of the catalogue, only what is said otherwise is kept: the rest follows the catalogue."""
    with changing(household, by) as change:
        before = known(ref)
        row, name = change.row(before.id), said.get("name", before.name)
        _say(row, said)
        if name == before.name:
            change.tell("food.changed", row, name=name)
        else:
            _check_name(name, before.id)
            change.tell("food.renamed", row, name=name, was=before.name)
        return row


def rename_food(household: Household, ref: FoodId, name: str, plural: str = "", *, by: User) -> OwnFood:
    return change_food(household, ref, {"name": name, "plural": plural or name}, by=by)


def reset_food(household: Household, ref: FoodId, *, by: User) -> OwnFood:
    """As the catalogue has it again; words that were remembered, the minimum and the days ahead stay."""
    with changing(household, by) as change:
        food = known(ref)
        row = change.row(food.id)
        if row.base_id is None:
            raise DomainError(_("This food is your own: there is nothing to go back to."))
        _say(row, as_said(plain_food(row.base_id)))
        change.tell("food.reset", row, name=food.name)
        return row


def remove_food(household: Household, ref: FoodId, *, by: User) -> OwnFood:
    """Not offered and not meant by any word any more. Removing twice is the same as once.

    Refused while something that people see is of it: what was done with it stays known, and nobody is left with things
    of a food that is not there. Merging it into another takes them along.
    """
    with changing(household, by) as change:
        food = known(ref)
        row = change.row(food.id)
        if row.removed_at is None:
            _refuse_if_used(change, food.id, food.name)
            row.removed_at = timezone.now()
            change.tell("food.removed", row, name=food.name)
        return row


def _refuse_if_used(change: Change, ref: FoodId, name: str) -> None:
    if used := things_of(change.household, [ref]):
        raise DomainError(
            ngettext(
                "%(count)d thing is of it (%(name)s): merge it into another food, which takes that along.",
                "%(count)d things are of it (%(name)s): merge it into another food, which takes them along.",
                used,
            )
            % {"count": used, "name": name}
        )


def _check_name(name: str, ref: FoodId | None) -> None:
    found = match(name)
    if found.food and found.confidence == 1 and found.food.id != ref:
        raise DomainError(
            _("This is known already, as %(name)s: change that food, or find another name.")
            % {"name": found.food.name},
            field="name",
        )


def _say(row: OwnFood, said: Mapping[str, Any]) -> None:
    """Keep of `said` what is other than the catalogue's; a field that is as there again follows it again."""
    if row.base_id is None:
        _write(row, said)
        return
    base = as_said(plain_food(row.base_id))
    _write(row, said)
    other = {name for name in said if name in base and said[name] != base[name]}
    row.said = sorted((set(row.said) - set(said)) | other)


def _write(row: OwnFood, said: Mapping[str, Any]) -> None:
    for name, value in said.items():
        if name == "category":
            row.category_id = CATEGORIES[value].id if value else None
        else:
            setattr(row, name, value)
    row.aliases = list(dict.fromkeys(row.aliases))[:MOST_ALIASES]
