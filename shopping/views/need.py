from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from accounts.answers import answer, posted, refusing, say_done
from accounts.doors import TABLE, HouseholdRequest, open_to
from kitchen.http import go, is_htmx
from pantry.answers import varied
from recipes.models import Recipe
from shopping.forms.dish_choice import read_dishes, written
from shopping.forms.need import NeedForm, ServingsForm, SeveralForm
from shopping.models import ShoppingList
from shopping.queries.need import NeedPage, need_page
from shopping.queries.need_choice import dishes_to_choose
from shopping.queries.need_several import Dish, SeveralPage, dishes_of, several_page
from shopping.services.adding import NEEDED, NEEDED_TOGETHER, Added
from shopping.services.list import default_list
from shopping.services.need import add_needs, add_shared_needs


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


@open_to(*TABLE)
def several(request: HouseholdRequest) -> HttpResponse:
    """What several dishes lack together: chosen by the address, looked at, and put on a list."""
    dishes = dishes_of(request.household, read_dishes(request.GET))
    if not dishes:
        return go(request, "shopping:need.choose", code=request.household.code)
    page = several_page(request.household, dishes)
    form = SeveralForm(posted(request), page=page)
    if form.is_valid():
        with refusing(form):
            return shared(request, form, page)
    if form.is_bound:
        page = several_page(request.household, dishes, form.cleaned_data.get("chosen", []))
    return answer(request, "shopping/need/several.html", form, page=page, steps=steps(page), address=address(page))


def shared(request: HouseholdRequest, form: SeveralForm, page: SeveralPage) -> HttpResponse:
    kept = chosen_list(request, page, form.cleaned_data["shopping_list"])
    operation = form.deed("id", address(page))
    chosen = form.cleaned_data["chosen"]
    added = add_shared_needs(kept, page.dishes, by=request.user, chosen=chosen, operation=operation)
    say_shared(request, page.dishes, kept, added)
    return go(request, "shopping:list.show", code=request.household.code, id=kept.pk)


def address(page: SeveralPage) -> str:
    return written((dish.recipe.pk, dish.servings.asked) for dish in page.dishes)


def steps(page: SeveralPage) -> list[dict[str, Any]]:
    """Each dish with the addresses of one serving less or more, and of the page without it."""
    now = [(dish.recipe.pk, dish.servings.asked) for dish in page.dishes]
    return [
        {
            "dish": dish,
            "fewer": dish.servings.fewer and written(now, {dish.recipe.pk: dish.servings.fewer}),
            "more": dish.servings.more and written(now, {dish.recipe.pk: dish.servings.more}),
            "without": written(pair for pair in now if pair[0] != dish.recipe.pk),
        }
        for dish in page.dishes
    ]


@open_to(*TABLE)
@require_safe
def choose(request: HouseholdRequest) -> HttpResponse:
    """Which dishes are to be counted together."""
    chosen = dishes_of(request.household, read_dishes(request.GET))
    text = " ".join(request.GET.get("q", "")[:80].split())
    offered = dishes_to_choose(request.household, text, [dish.recipe.pk for dish in chosen])
    template = "shopping/need/_offered.html" if is_htmx(request) else "shopping/need/choose.html"
    return varied(render(request, template, {"chosen": chosen, "offered": offered, "text": text}))


def chosen_list(request: HouseholdRequest, page: NeedPage | SeveralPage, chosen: str) -> ShoppingList:
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
    say_done(request, sentence % words, NEEDED, added.operation)


def say_shared(request: HouseholdRequest, dishes: Sequence[Dish], kept: ShoppingList, added: Added) -> None:
    if len(dishes) == 1:
        say_added(request, dishes[0].recipe, kept, added)
    elif not added.items or added.operation is None:
        messages.info(request, _("Nothing was put on a list: nothing was chosen, or it has been done already."))
    else:
        sentence = ngettext(
            "%(count)d thing for %(dishes)d dishes is on %(list)s.",
            "%(count)d things for %(dishes)d dishes are on %(list)s.",
            len(added.items),
        )
        words = {"count": len(added.items), "dishes": len(dishes), "list": kept.name}
        say_done(request, sentence % words, NEEDED_TOGETHER, added.operation)
