from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.answers import answer, posted, refusing, say_done
from accounts.doors import EVERYBODY, TABLE, HouseholdRequest, open_to
from accounts.preferences import Units
from kitchen.http import go
from pantry.answers import system_of
from pantry.queries.day import today_in
from pantry.services.place import places_of
from recipes.answers import dish_or_404
from recipes.forms.cooking import CookingForm, CookingNoteForm
from recipes.forms.having import HavingForm
from recipes.forms.servings import wanted_servings
from recipes.models import Recipe
from recipes.queries.cook_log import VERB, cook_log, cooking_here, recipe_with_log
from recipes.queries.cook_page import cook_page, ingredients_of
from recipes.queries.cooking_plan import cooking_plan
from recipes.queries.scaling import servings_for
from recipes.services.cooking import cook_recipe, note_cooking


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """Cook mode. `?servings=`, or `?having=350 g&of=<ingredient>`; `?units=us` for once in other units."""
    recipe = dish_or_404(request, id)
    ingredients = ingredients_of(recipe)
    form = HavingForm(request.GET, recipe, ingredients)
    servings = form.scaled() or servings_for(recipe, wanted_servings(request.GET))
    page = cook_page(recipe, ingredients, servings, units_asked(request))
    context = {"page": page, "form": form, "at_table": request.membership.role in TABLE}
    return render(request, "recipes/cooking/show.html", context)


def units_asked(request: HouseholdRequest) -> str:
    asked = request.GET.get("units", "")
    return asked if asked in Units.values else system_of(request)


@open_to(*TABLE)
def create(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """`?servings=` for how many it was; what it takes is looked at before anything goes."""
    if (recipe := recipe_with_log(request.household, id)) is None:
        raise Http404
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
    recipe = dish_or_404(request, id)
    log = cook_log(recipe, request.GET.get("page"), system_of(request))
    at_table = request.membership.role in TABLE
    return render(request, "recipes/cooking/index.html", {"recipe": recipe, "log": log, "at_table": at_table})


@open_to(*TABLE)
def edit(request: HouseholdRequest, id: UUID, line: UUID) -> HttpResponse:
    """Of a line of the cook log, its note."""
    recipe = dish_or_404(request, id)
    cooking = cooking_here(request.household, recipe, line)
    if cooking is None or cooking.undone_at:
        raise Http404
    form = CookingNoteForm(posted(request), initial={"note": cooking.note})
    if form.is_valid():
        with refusing(form):
            note_cooking(cooking, form.cleaned_data["note"], by=request.user)
            return go(request, "recipes:cooking.index", code=request.household.code, id=id)
    return answer(request, "recipes/cooking/edit.html", form, recipe=recipe, cooking=cooking)
