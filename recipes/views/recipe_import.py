from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext

from accounts.answers import answer, posted, refusing, say_done
from accounts.doors import TABLE, HouseholdRequest, open_to
from kitchen.http import UNPROCESSABLE
from recipes.forms.recipe_import import ImportForm
from recipes.queries.coming import Brought, Outcome
from recipes.services.recipe_import import import_drafts

PAGE = "recipes/recipe_import/create.html"


@open_to(*TABLE)
def create(request: HouseholdRequest) -> HttpResponse:
    form = ImportForm(posted(request), request.FILES or None)
    if form.is_valid():
        with refusing(form):
            brought = bring_in(request, form)
            _say(request, brought)
            is_well = bool(brought.new or brought.known)
            context = {"form": ImportForm() if is_well else form, "brought": brought}
            return render(request, PAGE, context, status=None if is_well else UNPROCESSABLE)
    return answer(request, PAGE, form, brought=None)


def bring_in(request: HouseholdRequest, form: ImportForm) -> Brought:
    """Everything is read before anything is locked."""
    reading = form.read()
    imported = import_drafts(request.household, reading.recipes, by=request.user)
    done = [Outcome(one.name, one.recipe.pk if one.recipe else None, one.already, one.why) for one in imported]
    return Brought([*done, *(Outcome(one.name, why=one.why) for one in reading.failures)])


def _say(request: HouseholdRequest, brought: Brought) -> None:
    if not brought.new:
        return
    count, first = len(brought.new), brought.new[0].id
    verb = "recipe.collected" if count > 1 else "recipe.imported"
    sentence = ngettext("%(count)d recipe came in.", "%(count)d recipes came in.", count) % {"count": count}
    if first:
        say_done(request, sentence, verb, first)
