from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.answers import answer, posted, refusing, say_done
from accounts.doors import TABLE, HouseholdRequest, open_to
from kitchen.http import go, is_htmx
from recipes.models import Recipe
from shopping.forms.need import NeedForm, ServingsForm
from shopping.models import ShoppingList
from shopping.queries.need import NeedPage, need_page
from shopping.services.adding import Added
from shopping.services.list import default_list
from shopping.services.need import add_needs


@open_to(*TABLE)
def create(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """What a dish lacks: looked at and chosen, or put on the list without looking."""
    ours = Recipe.objects.filter(household=request.household, deleted_at=None)
    recipe = get_object_or_404(ours.select_related("household"), pk=id)
    asked = ServingsForm(posted(request) or request.GET).said()
    page = need_page(recipe, asked)
    form = NeedForm(posted(request), page=page)
    if form.is_valid():
        with refusing(form):
            kept = chosen_list(request, page, form.cleaned_data["shopping_list"])
            how: dict[str, Any] = {"servings": asked, "chosen": form.chosen_ids, "operation": form.operation}
            return done(request, recipe, kept, add_needs(recipe, kept, by=request.user, **how))
        page = need_page(recipe, asked, form.chosen_ids)
    return answer(request, "shopping/need/create.html", form, recipe=recipe, page=page)


def chosen_list(request: HouseholdRequest, page: NeedPage, chosen: str) -> ShoppingList:
    """The one that was chosen, the first one unless somebody chose."""
    ours = (one for one in page.lists if chosen in ("", str(one.pk)))
    return next(ours, None) or default_list(request.household, by=request.user)


def done(request: HouseholdRequest, recipe: Recipe, kept: ShoppingList, added: Added) -> HttpResponse:
    say_added(request, recipe, kept, added)
    if is_htmx(request) and "looked" not in request.POST:
        return render(request, "shopping/need/added.html")
    return go(request, "shopping:list.show", code=request.household.code, id=kept.pk)


def say_added(request: HouseholdRequest, recipe: Recipe, kept: ShoppingList, added: Added) -> None:
    if not added.items or added.operation is None:
        sentence = _("Nothing to buy for %(dish)s: it is here, or on the list already.")
        messages.info(request, sentence % {"dish": recipe.name})
        return
    count = len(added.items)
    sentence = ngettext(
        "%(count)d thing for %(dish)s is on %(list)s.", "%(count)d things for %(dish)s are on %(list)s.", count
    )
    words = {"count": count, "dish": recipe.name, "list": kept.name}
    say_done(request, sentence % words, "item.needed", added.operation)
