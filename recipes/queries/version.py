"""The versions of a recipe: who wrote what when, and what is other between two of them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from recipes.content import RecipeContent, content_of
from recipes.models import Recipe, RecipeVersion
from recipes.queries.comparing import Part, compare, titles_of

A_PAGE = 20


@dataclass(frozen=True)
class VersionLine:
    """A version in the list: `changed` names what was other in the one before; nothing for the first."""

    version: RecipeVersion
    changed: list[str]
    is_present: bool


@dataclass(frozen=True)
class Since:
    """What others have made of a recipe meanwhile; `by` is who was the last."""

    by: str
    parts: list[Part]


def versions_of(recipe: Recipe) -> QuerySet[RecipeVersion]:
    return RecipeVersion.objects.filter(household_id=recipe.household_id, recipe=recipe).select_related("by")


def version_page(recipe: Recipe, number: str) -> tuple[list[VersionLine], Page[Any]]:
    """Newest first, a page of them. A recipe from before versions were kept has none."""
    page = Paginator(versions_of(recipe).order_by("-number"), A_PAGE).get_page(number)
    shown = list(page.object_list)
    known = {one.number: RecipeContent.from_json(one.content) for one in shown}
    if shown and (oldest := versions_of(recipe).filter(number__lt=shown[-1].number).order_by("-number").first()):
        known[oldest.number] = RecipeContent.from_json(oldest.content)
    numbers = sorted(known)
    before = dict(zip(numbers[1:], numbers, strict=False))
    lines = [
        VersionLine(
            one,
            titles_of(known[before[one.number]], known[one.number]) if one.number in before else [],
            is_present=page.number == 1 and one is shown[0],
        )
        for one in shown
    ]
    return lines, page


def changed_since(recipe: Recipe, seen: datetime | None) -> Since | None:
    """From what the recipe was at `seen` to what it is; None where that is not known any more."""
    kept = versions_of(recipe)
    last = kept.order_by("-number").first()
    if seen is None or last is None:
        return None
    then = kept.filter(at__lte=seen).order_by("-number").first() or kept.order_by("number")[0]
    parts = compare(RecipeContent.from_json(then.content), content_of(recipe))
    return Since(last.by.called if last.by else "", parts)
