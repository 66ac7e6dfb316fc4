"""A dish for whoever stands at the stove: for so many, in their units, each step with what goes into it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from django.utils.translation import gettext as _

from kitchen.errors import DomainError
from kitchen.units import Quantity, convert
from pantry.queries.amount import facts_of
from recipes.models import Recipe, RecipeIngredient, RecipePicture, RecipeStep
from recipes.queries.scaling import MOST, Servings, amount_in_words, servings_for, written
from recipes.queries.step_needs import StepNeeds
from recipes.queries.step_words import Piece, Telling

CENT = Decimal("0.01")


@dataclass(frozen=True)
class CookLine:
    """An ingredient; `key` names it on the device that keeps what is struck through."""

    key: str
    amount: str
    text: str
    name: str
    section: str


@dataclass(frozen=True)
class CookStep:
    number: int
    section: str
    pieces: list[Piece]
    needs: list[CookLine]


@dataclass(frozen=True)
class CookPage:
    """`for_log` is for how many, with at most two digits after the point."""

    recipe: Recipe
    servings: Servings
    lines: list[CookLine]
    steps: list[CookStep]
    system: str
    cover: RecipePicture | None = None

    @property
    def things(self) -> list[tuple[str, list[CookLine]]]:
        """The ingredients by section."""
        return [(section, list(lines)) for section, lines in groupby(self.lines, key=lambda line: line.section)]

    @property
    def parts(self) -> list[tuple[str, list[CookStep]]]:
        """The steps by section."""
        return [(section, list(steps)) for section, steps in groupby(self.steps, key=lambda step: step.section)]

    @property
    def for_log(self) -> str:
        return f"{max(self.servings.wanted.quantize(CENT), CENT).normalize():f}"

    @property
    def other_system(self) -> str:
        return "metric" if self.system == "us" else "us"


def ingredients_of(recipe: Recipe) -> list[RecipeIngredient]:
    return list(RecipeIngredient.objects.filter(household_id=recipe.household_id, recipe=recipe))


def cook_page(recipe: Recipe, ingredients: Sequence[RecipeIngredient], servings: Servings, system: str) -> CookPage:
    lines = [line_of(one, servings.factor, system) for one in ingredients]
    needs, telling = StepNeeds(ingredients), Telling(servings.factor, system)
    own = {"household_id": recipe.household_id, "recipe": recipe}
    steps = [
        CookStep(number, one.section, telling.pieces(one.text), [lines[at] for at in needs.of(one.text, one.section)])
        for number, one in enumerate(RecipeStep.objects.filter(**own), 1)
    ]
    cover = RecipePicture.objects.filter(**own).order_by("position").first()
    return CookPage(recipe, servings, lines, steps, system, cover)


def line_of(one: RecipeIngredient, factor: Decimal, system: str) -> CookLine:
    return CookLine(one.pk.hex, amount_in_words(one, factor, system), written(one), one.name, one.section)


def servings_from(recipe: Recipe, line: RecipeIngredient, having: Quantity) -> Servings:
    """For how many it is when so much of one ingredient is all there is. Refuses what cannot be reckoned."""
    if not line.quantity:
        raise DomainError(_("The recipe does not say how much of this it needs."), field="having")
    there = convert(having, line.unit or "piece", facts_of(line.food_ref)).amount
    wanted = Decimal(recipe.servings or 1) * there / line.quantity
    if not CENT <= wanted <= MOST:
        raise DomainError(_("That is too little or too much to cook with."), field="having")
    return servings_for(recipe, wanted)
