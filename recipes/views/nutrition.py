from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.doors import EVERYBODY, TABLE, HouseholdRequest, open_to
from kitchen.http import is_htmx
from pantry.answers import varied
from recipes.answers import dish_or_404
from recipes.models import RecipeIngredient
from recipes.queries.cost import cost_of
from recipes.queries.nutrition import nutrients_of


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """What a serving holds, and for those who live here what it costs: a page, or a part of the dish's own."""
    recipe = dish_or_404(request, id)
    lines = list(RecipeIngredient.objects.filter(household=request.household, recipe=recipe))
    cost = cost_of(recipe, lines) if request.membership.role in TABLE else None
    template = "recipes/nutrition/_serving.html" if is_htmx(request) else "recipes/nutrition/show.html"
    context = {"recipe": recipe, "nutrients": nutrients_of(recipe, lines), "cost": cost}
    return varied(render(request, template, context))
