from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.answers import answer, posted, refusing, say_done
from accounts.doors import EVERYBODY, TABLE, HouseholdRequest, open_to
from kitchen.http import go
from pantry.answers import system_of
from pantry.queries.day import today_in
from pantry.services.place import places_of
from recipes.forms.cooking import CookingForm, CookingNoteForm
from recipes.forms.servings import wanted_servings
from recipes.models import Recipe
from recipes.queries.cook_log import VERB, cook_log, cooking_here
from recipes.queries.cooking_plan import cooking_plan
from recipes.services.cooking import cook_recipe, note_cooking
from recipes.views.recipe import found


@open_to(*TABLE)
def create(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """`?servings=` for how many it was; what it takes is looked at before anything goes."""
    recipe = found(request, id)
    form = cooking_form(request, recipe)
    if form.is_valid():
        with refusing(form):
            cook_recipe(recipe, form.plan(), by=request.user, operation=form.deed)
            say_done(request, _("%(name)s is in the cook log.") % {"name": recipe.name}, VERB, form.deed)
            return go(request, "recipes:cooking.index", code=request.household.code, id=id)
    return answer(request, "recipes/cooking/create.html", form, recipe=recipe, plan=form.shown)


def cooking_form(request: HouseholdRequest, recipe: Recipe) -> CookingForm:
    data = posted(request)
    servings = wanted_servings(data if data and "servings" in data else request.GET)
    plan = cooking_plan(recipe, servings, today=today_in(request.household), system=system_of(request))
    return CookingForm(data, plan=plan, places=places_of(request.household))


@open_to(*EVERYBODY)
@require_safe
def index(request: HouseholdRequest, id: UUID) -> HttpResponse:
    recipe = found(request, id)
    page = cook_log(recipe, request.GET.get("page"), system_of(request))
    at_table = request.membership.role in TABLE
    return render(request, "recipes/cooking/index.html", {"recipe": recipe, "page": page, "at_table": at_table})


@open_to(*TABLE)
def edit(request: HouseholdRequest, id: UUID, line: UUID) -> HttpResponse:
    """Of a line of the cook log, its note."""
    recipe = found(request, id)
    cooking = cooking_here(request.household, recipe, line)
    if cooking is None or cooking.undone_at:
        raise Http404
    form = CookingNoteForm(posted(request), initial={"note": cooking.note})
    if form.is_valid():
        with refusing(form):
            note_cooking(cooking, form.cleaned_data["note"], by=request.user)
            return go(request, "recipes:cooking.index", code=request.household.code, id=id)
    return answer(request, "recipes/cooking/edit.html", form, recipe=recipe, cooking=cooking)
