"""What a recipe needs, what of it is here, and what is missing: with amounts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kitchen.units import Quantity
from pantry.queries.day import today_in
from recipes.models import Recipe, RecipeIngredient
from recipes.queries.scaling import servings_for
from recipes.queries.shelf import Shelf, shelf_of
from recipes.queries.weighing import Asked, Verdict, judge_all, reason


@dataclass(frozen=True)
class Need:
    """One ingredient line. `enough` is None where it cannot be compared, and then `why` says why.

    `assumed`: a staple that is taken to be here. Amounts are in the unit of the line, None where nobody knows them.
    """

    ingredient: RecipeIngredient
    needed: Quantity | None
    there: Quantity | None
    missing: Quantity | None
    enough: bool | None
    assumed: bool
    why: str
    verdict: Verdict


@dataclass(frozen=True)
class Needs:
    lines: list[Need]

    @property
    def missing(self) -> list[Need]:
        """What has to be got, whatever is optional aside."""
        return [one for one in self.lines if one.enough is False and not one.ingredient.optional]


def missing_for(recipe: Recipe, *, servings: Decimal | None = None, today: date | None = None) -> Needs:
    ingredients = RecipeIngredient.objects.filter(household_id=recipe.household_id, recipe=recipe)
    shelf = shelf_of(recipe.household, today or today_in(recipe.household))
    return needs_of(ingredients, shelf, servings_for(recipe, servings).factor)


def needs_of(ingredients: Iterable[RecipeIngredient], shelf: Shelf, factor: Decimal) -> Needs:
    lines = list(ingredients)
    verdicts = judge_all((asked_by(line) for line in lines), shelf, factor)
    return Needs([need_of(line, verdict) for line, verdict in zip(lines, verdicts, strict=True)])


def asked_by(line: RecipeIngredient) -> Asked:
    return Asked._make(getattr(line, name) for name in Asked._fields)


def need_of(line: RecipeIngredient, verdict: Verdict) -> Need:
    return Need(
        ingredient=line,
        needed=verdict.in_unit(verdict.needed),
        there=verdict.in_unit(verdict.there),
        missing=verdict.in_unit(verdict.short),
        enough=verdict.enough,
        assumed=verdict.assumed,
        why=reason(verdict),
        verdict=verdict,
    )
