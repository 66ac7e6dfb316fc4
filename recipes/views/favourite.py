from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.answers import posted, refusing
from accounts.doors import TABLE, HouseholdRequest, open_to
from recipes.answers import asked, back_to_dish, dish_or_404
from recipes.forms.opinion import FavouriteForm
from recipes.models import RecipeFavourite
from recipes.services.favourite import drop_favourite, keep_favourite


@open_to(*TABLE)
@require_POST
def create(request: HouseholdRequest, id: UUID) -> HttpResponse:
    keep_favourite(dish_or_404(request, id), by=request.user)
    return back_to_dish(request, id)


@open_to(*TABLE)
@require_POST
def remove(request: HouseholdRequest, id: UUID) -> HttpResponse:
    drop_favourite(dish_or_404(request, id), by=request.user)
    return back_to_dish(request, id)


@open_to(*TABLE)
def edit(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """The note that only its person reads."""
    recipe = dish_or_404(request, id)
    kept = RecipeFavourite.objects.filter(household=request.household, recipe=recipe, person=request.user).first()
    form = FavouriteForm(posted(request), initial={"note": kept.note if kept else ""})
    if form.is_valid():
        with refusing(form):
            keep_favourite(recipe, by=request.user, note=form.cleaned_data["note"])
            messages.success(request, _("Noted. It is one of your favourites."))
            return back_to_dish(request, id)
    return asked(request, "recipes/favourite/edit.html", form, recipe=recipe, kept=kept)
