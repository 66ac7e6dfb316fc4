from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.answers import refusing
from accounts.doors import TABLE, HouseholdRequest, open_to
from kitchen.http import UNPROCESSABLE, go
from recipes.forms.recipe import RecipeForm
from recipes.queries.finding import recipe_here
from recipes.services.draft import discard_draft, keep_draft

KEPT = 204


@open_to(*TABLE)
@require_POST
def save(request: HouseholdRequest) -> HttpResponse:
    """What is typed into a recipe's form, kept while it is typed; what is as it was is no draft."""
    form_id = form_of(request)
    if form_id is None:
        return HttpResponse(status=UNPROCESSABLE)
    recipe = recipe_here(request.household, form_id)
    form = RecipeForm(request.POST, recipe=recipe)
    if form.is_touched:
        with refusing(form):
            keep_draft(request.household, form_id, form.typed, by=request.user, recipe=recipe)
    else:
        discard_draft(request.household, form_id, by=request.user)
    return HttpResponse(status=KEPT)


@open_to(*TABLE)
@require_POST
def discard(request: HouseholdRequest) -> HttpResponse:
    form_id = form_of(request)
    if form_id is None:
        return HttpResponse(status=UNPROCESSABLE)
    discard_draft(request.household, form_id, by=request.user)
    messages.info(request, _("The draft is thrown away."))
    code = request.household.code
    if recipe_here(request.household, form_id):
        return go(request, "recipes:recipe.edit", code=code, id=form_id)
    return go(request, "recipes:recipe.create", code=code)


def form_of(request: HouseholdRequest) -> UUID | None:
    """The form's own id, which is the recipe's where one is changed."""
    try:
        return UUID(request.POST.get("id", ""))
    except ValueError:
        return None
