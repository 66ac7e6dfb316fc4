"""One dish as its page shows it: for so many people, from what is here, for whoever eats along."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _

from accounts.models import Household
from kitchen.units import tell
from pantry.queries.day import due_in_words, state_of
from recipes.models import Recipe, RecipeIngredient, RecipeStep
from recipes.queries.card import RecipeCard, card_of
from recipes.queries.finding import dish_of, recipes_of
from recipes.queries.need import Need, needs_of
from recipes.queries.scaling import Servings, amount_in_words, servings_for, written
from recipes.queries.shelf import SOON, Shelf, shelf_of
from recipes.queries.suiting import NOBODY, Suits, suits, table_of
from recipes.queries.times import how_long
from recipes.sources import host_of

T = TypeVar("T")


@dataclass(frozen=True)
class DishLine:
    """An ingredient for people. `mark` says in a word or two what is here of it, `state` how soon it must be eaten,
    `why` the reason for the mark where it needs one; `understood` is the food that it was taken for.
    """

    amount: str
    text: str
    original: str
    understood: str
    mark: str
    state: str
    why: str


@dataclass(frozen=True)
class RecipePage:
    """Lines and steps by section; `suits` names nobody unless the reader is of the table."""

    recipe: Recipe
    card: RecipeCard
    servings: Servings
    ingredients: list[tuple[str, list[DishLine]]]
    steps: list[tuple[str, list[tuple[int, str]]]]
    missing: int
    assumed: list[str]
    suits: Suits

    @property
    def facts(self) -> list[tuple[str, str]]:
        """Terms and values, as far as they are known."""
        recipe = self.recipe
        times = (
            (_("Preparation"), recipe.prep_minutes),
            (_("Cooking"), recipe.cook_minutes),
            (_("Waiting"), recipe.rest_minutes),
        )
        known = [(term, how_long(minutes)) for term, minutes in times if minutes]
        if len(known) > 1:
            known.append((_("All together"), how_long(recipe.total_minutes)))
        others = (
            (_("Makes"), recipe.yields),
            (_("Difficulty"), str(recipe.get_difficulty_display() or "")),
            (_("Course"), recipe.category),
            (_("Cuisine"), recipe.cuisine),
        )
        return [*known, *((term, value) for term, value in others if value)]

    @property
    def above(self) -> str:
        """From whom, how long, for how many."""
        recipe = self.recipe
        parts = [recipe.author or recipe.source_name or self.host, how_long(recipe.total_minutes)]
        if recipe.servings:
            parts.append(_("serves %(number)s") % {"number": f"{recipe.servings.normalize():f}"})
        return " · ".join(filter(None, parts))

    @property
    def host(self) -> str:
        return host_of(self.recipe.source_url)


@dataclass(frozen=True)
class Reader:
    """For whom a dish is shown: whether they eat here, and their units."""

    at_table: bool = False
    units: str = "metric"


def recipe_page(
    household: Household, id: UUID, servings: Decimal | None = None, *, today: date, reader: Reader | None = None
) -> RecipePage | None:
    recipe, reader = with_steps(household, id), reader or Reader()
    if recipe is None:
        return None
    shelf, wanted = shelf_of(household, today), servings_for(recipe, servings)
    needs = needs_of(RecipeIngredient.objects.filter(household=household, recipe=recipe), shelf, wanted.factor)
    verdicts = [one.verdict for one in needs.lines]
    lines = [line_of(one, wanted.factor, shelf, reader.units) for one in needs.lines]
    return RecipePage(
        recipe=recipe,
        card=card_of(dish_of(recipe), verdicts, shelf),
        servings=wanted,
        ingredients=in_sections(lines, [one.ingredient.section for one in needs.lines]),
        steps=steps_of(recipe),
        missing=len(needs.missing),
        assumed=list(dict.fromkeys(one.ingredient.name for one in needs.lines if one.assumed)),
        suits=suits((one.asked.food_ref for one in verdicts), table_of(household) if reader.at_table else NOBODY),
    )


def line_of(need: Need, factor: Decimal, shelf: Shelf, units: str) -> DishLine:
    line, food = need.ingredient, need.verdict.asked.food
    mark, state = mark_of(need, shelf, units)
    return DishLine(
        amount=amount_in_words(line, factor, units),
        text=written(line),
        original=line.original,
        understood=food.name if food else "",
        mark=mark,
        state=state,
        why="" if need.assumed else need.why,
    )


def mark_of(need: Need, shelf: Shelf, units: str) -> tuple[str, str]:
    stored = need.verdict.stored
    if need.assumed:
        return _("staple"), ""
    if need.enough is False:
        if need.missing and need.there and need.there.amount > 0:
            return _("%(amount)s more") % {"amount": tell(need.missing, units)}, ""
        return _("missing"), ""
    due = stored.due if stored else None
    if due and (due - shelf.today).days <= SOON:
        return due_in_words(due, shelf.today), state_of(due, shelf.today)
    return (_("here"), "fresh") if need.enough else (_("some here"), "fresh")


def with_steps(household: Household, id: UUID) -> Recipe | None:
    """The recipe with its steps as `told`, in one query."""
    steps = RecipeStep.objects.filter(recipe=OuterRef("pk")).order_by("position", "pk")
    told = ArraySubquery(steps.values(told=JSONObject(section="section", text="text")))
    return recipes_of(household).annotate(told=told).filter(pk=id).first()


def steps_of(recipe: Recipe) -> list[tuple[str, list[tuple[int, str]]]]:
    """Numbered through all sections."""
    told: list[dict[str, str]] = recipe.told  # type: ignore[attr-defined]
    steps = list(enumerate((step["text"] for step in told), start=1))
    return in_sections(steps, [step["section"] for step in told])


def in_sections(lines: list[T], names: list[str]) -> list[tuple[str, list[T]]]:
    """Lines that follow each other under one name, together."""
    found: list[tuple[str, list[T]]] = []
    for name, line in zip(names, lines, strict=True):
        if not found or found[-1][0] != name:
            found.append((name, []))
        found[-1][1].append(line)
    return found
