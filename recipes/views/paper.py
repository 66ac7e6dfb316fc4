from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.doors import EVERYBODY, HouseholdRequest, open_to
from accounts.pictures import qr_picture
from recipes.forms.servings import wanted_servings
from recipes.views.recipe import dish

PAPERS = ("a4", "a5", "card")


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """The recipe as it is printed: `?paper=` is the size, `?servings=` for how many."""
    page = dish(request, id, wanted_servings(request.GET))
    paper = request.GET.get("paper", "")
    source = page.recipe.source_url if page.host else ""
    context = {"dish": page, "paper": paper if paper in PAPERS else PAPERS[0], "papers": PAPERS}
    return render(request, "recipes/paper/show.html", {**context, "qr": qr_picture(source) if source else ""})
