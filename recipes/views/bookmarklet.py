from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.answers import answer, posted, refusing
from accounts.doors import TABLE, HouseholdRequest, open_to
from recipes.bookmarklet import program
from recipes.forms.recipe_import import PageForm
from recipes.models import ImportWay
from recipes.views.recipe_import import begun

HEADER, NOBODY = "Cross-Origin-Opener-Policy", "unsafe-none"


@open_to(*TABLE)
@require_safe
def show(request: HouseholdRequest) -> HttpResponse:
    """What the bookmark is, and the bookmark itself."""
    address = reverse("recipes:bookmarklet.receive", kwargs={"code": request.household.code})
    origin = f"{request.scheme}://{request.get_host()}"
    return render(request, "recipes/bookmarklet/show.html", {"program": program(origin, address)})


@open_to(*TABLE)
def receive(request: HouseholdRequest) -> HttpResponse:
    """Opened by the bookmark on a foreign page, which hands its text over; nothing is kept before a click here."""
    form = PageForm(posted(request))
    if form.is_valid():
        with refusing(form):
            return begun(request, ImportWay.PAGE, form.brought(), form.cleaned_data["operation"])
    response = answer(request, "recipes/bookmarklet/receive.html", form, largest=settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
    # The page that opened this one may speak to it; what it says is only shown until somebody agrees.
    response[HEADER] = NOBODY
    return response
