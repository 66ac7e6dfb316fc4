from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.doors import EVERYBODY, HouseholdRequest, open_to
from kitchen.http import is_htmx
from pantry.answers import system_of, varied
from pantry.models import FoodId
from pantry.queries.foods import food
from recipes.queries.food import dishes_with


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest, id: FoodId) -> HttpResponse:
    """The dishes that need a food: a page, or a part of the food's own."""
    known = food(id)
    if known is None:
        raise Http404
    dishes = dishes_with(request.household, known.id, system_of(request))
    template = "recipes/food/_dishes.html" if is_htmx(request) else "recipes/food/show.html"
    return varied(render(request, template, {"food": known, "dishes": dishes}))
