from typing import Any

import factory

from kitchen.ids import new_id
from recipes import models
from recipes.content import RecipeContent
from recipes.lines import rows_of
from recipes.sections import read_ingredients, read_steps
from recipes.services.renewal import renew_recipes
from tests.database import as_owner
from tests.factories.accounts import HouseholdFactory
from tests.factories.base import RowFactory


class RecipeFactory(RowFactory):
    """A recipe; `lines` and `steps` are what somebody would type into the two boxes of its form."""

    class Meta:
        model = models.Recipe
        skip_postgeneration_save = True

    household = factory.SubFactory(HouseholdFactory)
    name = factory.Sequence(lambda n: f"Dish {n}")

    @factory.post_generation
    def lines(obj: Any, create: bool, extracted: str | None, **kwargs: Any) -> None:  # noqa: N805
        _write(obj, RecipeContent(obj.name, ingredients=read_ingredients(extracted or ""), tags=obj.tags))

    @factory.post_generation
    def steps(obj: Any, create: bool, extracted: str | None, **kwargs: Any) -> None:  # noqa: N805
        _write(obj, RecipeContent(obj.name, steps=read_steps(extracted or "")))
        with as_owner():
            renew_recipes(obj.household, [obj.pk])


class RecipeCookingFactory(RowFactory):
    """A line of the cook log, of a recipe in the same household."""

    class Meta:
        model = models.RecipeCooking

    household = factory.SelfAttribute("recipe.household")
    recipe = factory.SubFactory(RecipeFactory)
    operation = factory.LazyFunction(new_id)


def _write(recipe: models.Recipe, content: RecipeContent) -> None:
    rows = rows_of(content)
    lines: list[Any] = [*rows.ingredients, *rows.steps]
    for line in lines:
        line.recipe, line.household_id = recipe, recipe.household_id
    with as_owner():
        models.RecipeIngredient.objects.bulk_create(rows.ingredients)
        models.RecipeStep.objects.bulk_create(rows.steps)
        recipe.name_key = rows.name_key
        recipe.save(update_fields=["name_key"])
