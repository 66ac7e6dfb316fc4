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
from recipes.exporters.formats import FORMATS
from recipes.forms.pasted import with_pasted
from recipes.forms.recipe import CopyForm, RecipeForm, typed_in
from recipes.forms.servings import wanted_servings
from recipes.models import Recipe
from recipes.queries.album import pictures_of
from recipes.queries.dish import Reader, RecipePage, recipe_page
from recipes.queries.draft import draft_of
from recipes.queries.finding import recipe_here
from recipes.queries.recipe_out import recipe_out
from recipes.queries.suggestions import suggestions_for
from recipes.queries.version import changed_since
from recipes.services import recipe as recipes
from recipes.services.draft import discard_draft
from recipes.services.picture import keep_pictures
from recipes.services.restoring import copy_recipe
from recipes.views.moved import leading_on


def found(request: HouseholdRequest, id: UUID) -> Recipe:
    recipe = recipe_here(request.household, id)
    if recipe is None:
        raise Http404
    return recipe


def dish(request: HouseholdRequest, id: UUID, servings: Decimal | None) -> RecipePage:
    reader = Reader(request.membership.role in TABLE, preferences_of(request.user).units, request.user.pk)
    page = recipe_page(request.household, id, servings, today=today_in(request.household), reader=reader)
    if page is None:
        raise Http404
    return page


@open_to(*EVERYBODY)
@require_safe
@leading_on
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """`?servings=` scales the amounts."""
    page = dish(request, id, wanted_servings(request.GET))
    template = "recipes/recipe/_dish.html" if is_htmx(request) else "recipes/recipe/show.html"
    return render(request, template, {"dish": page, "at_table": request.membership.role in TABLE})


@open_to(*EVERYBODY)
@require_safe
def export(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """`?format=` is one of FORMATS: the recipe as a file to take along."""
    chosen = FORMATS.get(request.GET.get("format", "zip"))
    if chosen is None:
        raise Http404
    out = recipe_out(found(request, id), request.user)
    response = HttpResponse(chosen.write(out), content_type=chosen.media_type)
    response["Content-Disposition"] = f'attachment; filename="{chosen.name_of(out)}"'
    return response


@open_to(*TABLE)
def create(request: HouseholdRequest) -> HttpResponse:
    """With “spread” a pasted text is told apart into the fields, and nothing is kept yet."""
    draft = None if request.method == "POST" or "fresh" in request.GET else draft_of(request.household, request.user)
    form = RecipeForm(posted(request), request.FILES or None, typed=typed_in(draft))
    if "spread" in request.POST:
        form = RecipeForm(typed=with_pasted({**form.typed, "id": form["id"].value()}, str(form["pasted"].value())))
    elif form.is_valid():
        with refusing(form):
            recipe = write_down(request, form)
            messages.success(request, _("%(name)s is written down.") % {"name": recipe.name})
            return go(request, "recipes:recipe.show", code=request.household.code, id=recipe.pk)
    said = suggestions_for(request.household)
    return answer(request, "recipes/recipe/create.html", form, draft=draft, said=said)


def write_down(request: HouseholdRequest, form: RecipeForm) -> Recipe:
    id, given = form.cleaned_data["id"], form.cleaned_data["pictures"]
    recipe = recipes.save_recipe(request.household, form.content(), by=request.user, id=id)
    keep_pictures(recipe, given)
    discard_draft(request.household, id, by=request.user)
    return recipe


@open_to(*TABLE)
def edit(request: HouseholdRequest, id: UUID) -> HttpResponse:
    recipe = found(request, id)
    draft = None if request.method == "POST" else draft_of(request.household, request.user, recipe)
    form = RecipeForm(posted(request), recipe=recipe, typed=typed_in(draft))
    if form.is_valid():
        with refusing(form):
            recipes.change_recipe(recipe, form.content(), by=request.user, seen=form.cleaned_data["seen"])
            discard_draft(request.household, id, by=request.user)
            say_done(request, _("Saved."), "recipe.changed", id)
            return go(request, "recipes:recipe.show", code=request.household.code, id=id)
    since = changed_since(recipe, form.cleaned_data["seen"]) if form.meanwhile else None
    said = suggestions_for(request.household)
    shown = {"recipe": recipe, "draft": draft, "said": said, "since": since, "album": pictures_of(recipe)}
    return answer(request, "recipes/recipe/edit.html", form, **shown)


@open_to(*TABLE)
def copy(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """A second one of the same, to be changed from there."""
    recipe = found(request, id)
    form = CopyForm(posted(request))
    if form.is_valid():
        with refusing(form):
            made = copy_recipe(recipe, by=request.user, id=form.cleaned_data["id"])
            say_done(request, _("This is the copy."), "recipe.added", made.pk)
            return go(request, "recipes:recipe.edit", code=request.household.code, id=made.pk)
    return answer(request, "recipes/recipe/copy.html", form, recipe=recipe)


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
