from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.answers import ConfirmForm, answer, posted, refusing, say_done
from accounts.doors import TABLE, HouseholdRequest, open_to
from accounts.pictures import qr_picture
from kitchen.http import go
from recipes.answers import dish_or_404
from recipes.queries.public import address_of
from recipes.services.link import open_link, revoke_link, share_recipe


@open_to(*TABLE)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """The address that opens the recipe to everybody who has it, as text and as a picture; or how to make one."""
    recipe = dish_or_404(request, id)
    link = open_link(recipe)
    address = address_of(link) if link else ""
    context = {"recipe": recipe, "link": link, "address": address, "qr": qr_picture(address) if link else ""}
    return render(request, "recipes/link/show.html", context)


@open_to(*TABLE)
@require_POST
def create(request: HouseholdRequest, id: UUID) -> HttpResponse:
    share_recipe(dish_or_404(request, id), by=request.user)
    say_done(request, _("Whoever has the link can read this recipe now."), "recipe.shared", id)
    return go(request, "recipes:link.show", code=request.household.code, id=id)


@open_to(*TABLE)
def revoke(request: HouseholdRequest, id: UUID) -> HttpResponse:
    recipe = dish_or_404(request, id)
    form = ConfirmForm(posted(request))
    if form.is_valid():
        with refusing(form):
            revoke_link(recipe, by=request.user)
            messages.success(request, _("The link opens nothing any more."))
            return go(request, "recipes:recipe.show", code=request.household.code, id=id)
    return answer(request, "recipes/link/revoke.html", form, recipe=recipe)
