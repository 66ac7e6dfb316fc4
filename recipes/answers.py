"""How the views of what hangs on a dish answer: in the page's dialog where it asked by htmx, else by pages."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from accounts.doors import HouseholdRequest
from kitchen.forms import Form
from kitchen.http import UNPROCESSABLE, go, is_htmx
from pantry.answers import noticed, varied
from recipes.models import Recipe
from recipes.queries.finding import recipe_here

# The dish and what is said of it are then drawn again.
HEARD = ("live:recipe", "live:opinion", "dialog:close")


def dish_or_404(request: HouseholdRequest, id: UUID) -> Recipe:
    recipe = recipe_here(request.household, id)
    if recipe is None:
        raise Http404
    return recipe


def asked(request: HouseholdRequest, page: str, form: Form, **context: Any) -> HttpResponse:
    """The form: as a page, or for the page's dialog; 422 when something was wrong, with what was typed."""
    folder, _slash, name = page.rpartition("/")
    template = f"{folder}/_{name}" if is_htmx(request) else page
    status = UNPROCESSABLE if form.errors else None
    return varied(render(request, template, {"form": form, **context}, status=status))


def back_to_dish(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """After a change: the page hears of it, or is loaded."""
    if is_htmx(request):
        return noticed(request, *HEARD)
    return go(request, "recipes:recipe.show", code=request.household.code, id=id)
