"""The recipes that an answer names, held against what people who eat here must not have."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import Household
from chat.agent.dishes import lines_of
from chat.agent.safety import Concern
from recipes.models import Recipe
from recipes.queries.suiting import Suits, Table, suits

ALLERGEN, DIET = "allergen", "diet"


def dish_cautions(household: Household, ids: Sequence[UUID], table: Table) -> Iterator[Concern]:
    if not ids or not (table.allergens or table.diets):
        return
    dishes = Recipe.objects.filter(household=household, pk__in=ids, deleted_at=None)
    lines = lines_of(ids)
    for dish in dishes.only("id", "name"):
        told = suits((food for food, _key in lines.get(dish.pk, [])), table)
        yield from cautions_of(told, dish.name)


def cautions_of(told: Suits, name: str) -> Iterator[Concern]:
    for allergen, names in told.allergens:
        if names:
            values = {"dish": name, "allergen": allergen, "names": listed(names)}
            yield Concern(ALLERGEN, _("%(dish)s has %(allergen)s: not for %(names)s.") % values)
    for diet, names, culprit in told.against:
        values = {"dish": name, "food": culprit, "diet": diet, "names": listed(names)}
        yield Concern(DIET, _("%(dish)s has %(food)s: not for %(names)s (%(diet)s).") % values)


def listed(names: list[str]) -> str:
    return ", ".join(dict.fromkeys(names))
