"""The rows of many new recipes at once: as many statements for a hundred as for one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from accounts.models import Household, StoredFile, User
from kitchen.ids import new_id
from recipes.lines import Prepared
from recipes.models import Recipe, RecipeIngredient, RecipeOrigin, RecipeStep, VersionWhy
from recipes.services.renewal import renew_recipes
from recipes.services.version import add_versions


@dataclass(frozen=True)
class Arrival:
    """A recipe that is ready to be kept, since when it has been known, and where its original lies."""

    ready: Prepared
    created: date | None = None
    file: StoredFile | None = None
    member: str = ""
    number: int = 1
    url: str = ""
    mapping: dict[str, int] | None = None


def insert_recipes(household: Household, arrivals: Sequence[Arrival], *, by: User) -> list[Recipe]:
    """The recipes, in a locked household; none of them is here yet."""
    recipes = [_row(household, one, by) for one in arrivals]
    Recipe.objects.bulk_create(recipes)
    ingredients: list[RecipeIngredient] = []
    steps: list[RecipeStep] = []
    for recipe, one in zip(recipes, arrivals, strict=True):
        ingredients += one.ready.rows.ingredients
        steps += one.ready.rows.steps
        for ingredient in one.ready.rows.ingredients:
            ingredient.recipe, ingredient.household_id = recipe, household.pk
        for step in one.ready.rows.steps:
            step.recipe, step.household_id = recipe, household.pk
    RecipeIngredient.objects.bulk_create(ingredients)
    RecipeStep.objects.bulk_create(steps)
    contents = {recipe.pk: one.ready.content for recipe, one in zip(recipes, arrivals, strict=True)}
    add_versions(household, contents, by=by, why=VersionWhy.IMPORTED)
    _keep_origins(household, recipes, arrivals)
    renew_recipes(household, list(contents))
    return recipes


def _row(household: Household, one: Arrival, by: User) -> Recipe:
    since = {"created_at": noon(one.created)} if one.created else {}
    return Recipe(
        id=new_id(), household=household, added_by=by, source_key=one.ready.source_key, **one.ready.columns, **since
    )


def noon(day: date) -> datetime:
    """A day of another program as a time: its noon is the same day nearly everywhere."""
    return datetime.combine(day, time(12), UTC)


def _keep_origins(household: Household, recipes: list[Recipe], arrivals: Sequence[Arrival]) -> None:
    RecipeOrigin.objects.bulk_create(
        RecipeOrigin(
            recipe=recipe,
            household=household,
            file=one.file,
            member=one.member[:300],
            number=one.number,
            url=one.url,
            mapping=one.mapping or {},
        )
        for recipe, one in zip(recipes, arrivals, strict=True)
        if one.file is not None
    )
