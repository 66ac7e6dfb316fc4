from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.answers import say_done
from accounts.doors import EVERYBODY, TABLE, HouseholdRequest, open_to
from kitchen.http import go
from recipes.content import RecipeContent, content_of
from recipes.models import Recipe, RecipeVersion
from recipes.queries.comparing import compare
from recipes.queries.finding import recipe_here
from recipes.queries.version import version_page, versions_of
from recipes.services.restoring import restore_version


def recipe_found(request: HouseholdRequest, id: UUID) -> Recipe:
    recipe = recipe_here(request.household, id)
    if recipe is None:
        raise Http404
    return recipe


def found(recipe: Recipe, number: str | int) -> RecipeVersion:
    known = str(number).isascii() and str(number).isdigit() and len(str(number)) <= len("1000000")
    version: RecipeVersion = get_object_or_404(versions_of(recipe), number=int(number) if known else 0)
    version.recipe = recipe
    return version


@open_to(*EVERYBODY)
@require_safe
def index(request: HouseholdRequest, id: UUID) -> HttpResponse:
    recipe = recipe_found(request, id)
    page = request.GET.get("page", "1")
    lines, shown = version_page(recipe, page)
    return render(request, "recipes/version/index.html", {"recipe": recipe, "lines": lines, "page": shown})


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest, id: UUID, number: int) -> HttpResponse:
    """Against what the recipe says now, or with `?against=` against another version."""
    recipe = recipe_found(request, id)
    version = found(recipe, number)
    other = found(recipe, request.GET["against"]) if request.GET.get("against") else None
    before = RecipeContent.from_json(version.content)
    after = RecipeContent.from_json(other.content) if other else content_of(recipe)
    shown = {"recipe": recipe, "version": version, "other": other, "parts": compare(before, after)}
    return render(request, "recipes/version/show.html", shown)


@open_to(*TABLE)
@require_POST
def restore(request: HouseholdRequest, id: UUID, number: int) -> HttpResponse:
    version = found(recipe_found(request, id), number)
    restore_version(version, by=request.user)
    say_done(request, _("It is as it was in version %(number)s.") % {"number": number}, "recipe.changed", id)
    return go(request, "recipes:recipe.show", code=request.household.code, id=id)
