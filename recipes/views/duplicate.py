from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.answers import answer, posted, refusing, say_done
from accounts.doors import TABLE, HouseholdRequest, open_to
from kitchen.http import go
from recipes.content import content_of
from recipes.forms.merge import MergeForm
from recipes.models import Recipe
from recipes.queries.duplicates import doubles
from recipes.queries.finding import kept_instead, recipe_here
from recipes.services.duplicate import merge_recipes

A_PAGE = 20


def found(request: HouseholdRequest, id: UUID) -> Recipe:
    recipe = recipe_here(request.household, id)
    if recipe is None:
        raise Http404
    return recipe


@open_to(*TABLE)
@require_safe
def index(request: HouseholdRequest) -> HttpResponse:
    page = Paginator(doubles(request.household), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "recipes/duplicate/index.html", {"page": page})


@open_to(*TABLE)
def merge(request: HouseholdRequest, id: UUID, other: UUID) -> HttpResponse:
    """`id` is kept, `other` becomes part of it."""
    kept, gone = found(request, id), recipe_here(request.household, other)
    if gone is None:
        return lead_on(request, other)
    form = MergeForm(posted(request), kept=content_of(kept), gone=content_of(gone))
    if form.is_valid():
        with refusing(form):
            merge_recipes(kept, gone, form.content(), by=request.user)
            say_done(request, _("The two are one recipe now."), "recipe.merged", id)
            return go(request, "recipes:recipe.show", code=request.household.code, id=id)
    return answer(request, "recipes/duplicate/merge.html", form, kept=kept, gone=gone)


def lead_on(request: HouseholdRequest, gone: UUID) -> HttpResponse:
    """Where the form was sent twice: to what has become of it."""
    kept = kept_instead(request.household, gone)
    if kept is None:
        raise Http404
    return go(request, "recipes:recipe.show", code=request.household.code, id=kept)
