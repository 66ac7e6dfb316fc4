"""Who cooked a dish, when, and for how many."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from accounts.models import Activity, Household
from kitchen.tones import tone_of
from pantry.queries.amount import how_much
from recipes.models import Recipe, RecipeCooking
from recipes.queries.finding import recipes_of
from recipes.queries.scaling import servings_for

VERB = "recipe.cooked"
A_PAGE = 30


@dataclass(frozen=True)
class Cooked:
    """A line of the cook log. `left` is what there still is of what was left; `activity` can be undone, if given."""

    cooking: RecipeCooking
    who: str
    initial: str
    tone: int
    servings: str
    left: str
    activity: UUID | None


@dataclass(frozen=True)
class CookLog:
    """A page of the log, and its lines."""

    page: "Page[RecipeCooking]"
    lines: list[Cooked]


def standing_lines() -> QuerySet[RecipeCooking]:
    """What was not taken back, the newest first: ids are made in the order of time."""
    return RecipeCooking.objects.filter(undone_at=None).order_by("-pk")


def recipe_with_log(household: Household, id: UUID) -> Recipe | None:
    """The recipe that somebody cooks, with the newest line of its log in the same query."""
    newest = Subquery(standing_lines().filter(recipe=OuterRef("pk")).values("pk")[:1])
    return recipes_of(household).select_related("household").annotate(newest_line=newest).filter(pk=id).first()


def newest_cooking(recipe: Recipe) -> str:
    """The id of the newest line that stands, as text; "" for none."""
    if "newest_line" in vars(recipe):
        return str(vars(recipe)["newest_line"] or "")
    own = standing_lines().filter(household_id=recipe.household_id, recipe=recipe)
    return str(own.values_list("pk", flat=True).first() or "")


def cooking_by(household: Household, operation: UUID) -> RecipeCooking | None:
    """What this operation has written down already."""
    return RecipeCooking.objects.filter(household=household, operation=operation).select_related("leftovers").first()


def cooking_here(household: Household, recipe: Recipe, id: UUID) -> RecipeCooking | None:
    return RecipeCooking.objects.filter(household=household, recipe=recipe, pk=id).first()


def cook_log(recipe: Recipe, number: str | None, system: str = "metric") -> CookLog:
    """The newest first; what was taken back is not among them."""
    lines = RecipeCooking.objects.filter(household_id=recipe.household_id, recipe=recipe, undone_at=None)
    page = Paginator(lines.select_related("by", "leftovers"), A_PAGE).get_page(number)
    found = list(page.object_list)
    undoable = undoable_of(recipe, [line.operation for line in found])
    return CookLog(page, [cooked(recipe, line, undoable.get(line.operation), system) for line in found])


def undoable_of(recipe: Recipe, operations: list[UUID]) -> dict[UUID | None, UUID]:
    told = Activity.objects.filter(household_id=recipe.household_id, verb=VERB, subject__in=operations, undone_at=None)
    return dict(told.values_list("subject", "pk"))


def cooked(recipe: Recipe, line: RecipeCooking, activity: UUID | None, system: str) -> Cooked:
    name = line.by.called if line.by else _("Somebody who has left")
    lot = line.leftovers
    return Cooked(
        cooking=line,
        who=name,
        initial=name[:1].upper() if line.by else "",
        tone=tone_of(line.by.pk) if line.by else 0,
        servings=servings_in_words(recipe, line.servings),
        left=how_much(lot, system) if lot and not lot.finished_at else "",
        activity=activity,
    )


def servings_in_words(recipe: Recipe, servings: Decimal | None) -> str:
    return "" if servings is None else servings_for(recipe, servings).words
