from decimal import Decimal
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.answers import ConfirmForm, answer, posted, refusing, say_done
from accounts.doors import EVERYBODY, TABLE, HouseholdRequest, open_to
from accounts.preferences import preferences_of
from kitchen.http import go, is_htmx
from pantry.queries.day import today_in
from recipes.forms.recipe import RecipeForm
from recipes.forms.servings import wanted_servings
from recipes.models import Recipe
from recipes.queries.finding import recipe_here
from recipes.queries.recipe import Reader, RecipePage, recipe_page
from recipes.services import recipe as recipes


def found(request: HouseholdRequest, id: UUID) -> Recipe:
    recipe = recipe_here(request.household, id)
    if recipe is None:
        raise Http404
    return recipe


def dish(request: HouseholdRequest, id: UUID, servings: Decimal | None) -> RecipePage:
    reader = Reader(request.membership.role in TABLE, preferences_of(request.user).units)
    page = recipe_page(request.household, id, servings, today=today_in(request.household), reader=reader)
    if page is None:
        raise Http404
    return page


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """`?servings=` scales the amounts."""
    page = dish(request, id, wanted_servings(request.GET))
    template = "recipes/recipe/_dish.html" if is_htmx(request) else "recipes/recipe/show.html"
    return render(request, template, {"dish": page, "at_table": request.membership.role in TABLE})


@open_to(*TABLE)
def create(request: HouseholdRequest) -> HttpResponse:
    form = RecipeForm(posted(request))
    if form.is_valid():
        with refusing(form):
            id = form.cleaned_data["id"]
            recipe = recipes.save_recipe(request.household, form.content(), by=request.user, id=id)
            messages.success(request, _("%(name)s is written down.") % {"name": recipe.name})
            return go(request, "recipes:recipe.show", code=request.household.code, id=recipe.pk)
    return answer(request, "recipes/recipe/create.html", form)


@open_to(*TABLE)
def edit(request: HouseholdRequest, id: UUID) -> HttpResponse:
    recipe = found(request, id)
    form = RecipeForm(posted(request), recipe=recipe)
    if form.is_valid():
        with refusing(form):
            seen = form.cleaned_data["seen"]
            recipes.change_recipe(recipe, form.content(), by=request.user, seen=seen)
            say_done(request, _("Saved."), "recipe.changed", id)
            return go(request, "recipes:recipe.show", code=request.household.code, id=id)
    return answer(request, "recipes/recipe/edit.html", form, recipe=recipe)


@open_to(*TABLE)
def delete(request: HouseholdRequest, id: UUID) -> HttpResponse:
    recipe = found(request, id)
    form = ConfirmForm(posted(request))
    if form.is_valid():
        with refusing(form):
            recipes.delete_recipe(recipe, by=request.user)
            sentence = _("%(name)s is out of your recipes.") % {"name": recipe.name}
            say_done(request, sentence, "recipe.deleted", id)
            return go(request, "recipes:home", code=request.household.code)
    return answer(request, "recipes/recipe/delete.html", form, recipe=recipe)
