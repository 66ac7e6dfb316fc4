from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.answers import posted, refusing, say_done
from accounts.doors import TABLE, HouseholdRequest, open_to
from recipes.answers import asked, back_to_dish, dish_or_404
from recipes.forms.opinion import ReviewForm
from recipes.services.review import rate_recipe, review_by, withdraw_review


@open_to(*TABLE)
def edit(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """One review a person: the first time it is given, later changed."""
    recipe = dish_or_404(request, id)
    mine = review_by(recipe, request.user)
    form = ReviewForm(posted(request), mine=mine, stars=request.GET.get("stars", ""))
    if form.is_valid():
        with refusing(form):
            rate_recipe(recipe, by=request.user, **form.cleaned_data)
            say_done(request, _("Thank you: your stars are counted."), "recipe.rated", id)
            return back_to_dish(request, id)
    return asked(request, "recipes/review/edit.html", form, recipe=recipe, mine=mine)


@open_to(*TABLE)
@require_POST
def remove(request: HouseholdRequest, id: UUID) -> HttpResponse:
    withdraw_review(dish_or_404(request, id), by=request.user)
    say_done(request, _("Your stars are taken back."), "recipe.unrated", id)
    return back_to_dish(request, id)
