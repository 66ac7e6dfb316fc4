"""What the audit trail keeps of recipes, for taking changes back."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Min, Q
from django.utils.translation import gettext as _

from kitchen.errors import DomainError
from recipes.models import Recipe

RecipeEvent: Any = Recipe.pgh_event_model  # type: ignore[attr-defined]
# First and last event of lines that were taken out together.
Span = list[int]


def newest(id: UUID) -> int:
    """The number of the last thing that the audit trail kept of a recipe."""
    return int(RecipeEvent.objects.filter(pgh_obj_id=id).aggregate(last=Max("pgh_id"))["last"] or 0)


def times_changed(id: UUID) -> int:
    """Its making counts as one; where that is so long ago that it is forgotten, it was changed more than once."""
    kept = RecipeEvent.objects.filter(pgh_obj_id=id).aggregate(all=Count("pk"), made=Count("pk", Q(pgh_label="insert")))
    return int(kept["all"] if kept["made"] else kept["all"] + 2)


def span_of(model: Any, ids: Iterable[UUID]) -> Span:
    """Where the deletion of these lines stands; empty for none."""
    deleted = model.pgh_event_model.objects.filter(pgh_obj_id__in=list(ids), pgh_label="delete")
    found = deleted.aggregate(first=Min("pgh_id"), last=Max("pgh_id"))
    return [found["first"] or 0, found["last"] or 0]


def columns_at(event: int, names: Iterable[str]) -> dict[str, Any]:
    """The recipe's own columns as they were."""
    found: dict[str, Any] | None = RecipeEvent.objects.filter(pgh_id=event).values(*names, "name_key").first()
    if found is None:
        raise DomainError(_("This is too long ago to be undone."))
    return found


def lines_at(model: Any, recipe: Recipe, span: Span) -> list[Any]:
    """Unsaved rows of the lines that were taken out then."""
    names = [field.attname for field in model._meta.concrete_fields]
    events = model.pgh_event_model.objects.filter(
        recipe_id=recipe.pk, pgh_label="delete", pgh_id__gte=span[0], pgh_id__lte=span[1]
    )
    return [model(**row) for row in events.order_by("position").values(*names)]
