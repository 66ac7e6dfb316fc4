from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.answers import ConfirmForm, answer, posted, refusing, say_done
from accounts.doors import TABLE, HouseholdRequest, open_to
from kitchen.http import go
from pantry.forms.place import PlaceForm
from pantry.models import Place
from pantry.queries.shelves import shelves_of
from pantry.services import place as places


def found(request: HouseholdRequest, id: UUID) -> Place:
    places = Place.objects.there().filter(household=request.household).select_related("household")
    return get_object_or_404(places, pk=id)


@open_to(*TABLE)
@require_safe
def index(request: HouseholdRequest) -> HttpResponse:
    places.places_of(request.household)
    return render(request, "pantry/place/index.html", {"shelves": shelves_of(request.household)})


@open_to(*TABLE)
def create(request: HouseholdRequest) -> HttpResponse:
    form = PlaceForm(posted(request))
    if form.is_valid():
        with refusing(form):
            made = places.add_place(request.household, by=request.user, **{**form.cleaned_data, "id": form.deed()})
            say_done(request, _("There is a new place: %(name)s.") % {"name": made.name}, "place.added", made.pk)
            return go(request, "pantry:place.index", code=request.household.code)
    return answer(request, "pantry/place/create.html", form)


@open_to(*TABLE)
def edit(request: HouseholdRequest, id: UUID) -> HttpResponse:
    place = found(request, id)
    form = PlaceForm(posted(request), place=place)
    if form.is_valid():
        with refusing(form):
            name, storage = form.cleaned_data["name"], form.cleaned_data["storage"]
            places.change_place(place, name, storage, by=request.user)
            say_done(request, _("Saved."), "place.changed", place.pk)
            return go(request, "pantry:place.index", code=request.household.code)
    return answer(request, "pantry/place/edit.html", form, place=place)


@open_to(*TABLE)
@require_POST
def move(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """One step up in the order, or down."""
    places.move_place(found(request, id), up=request.POST.get("to") == "up", by=request.user)
    return go(request, "pantry:place.index", code=request.household.code)


@open_to(*TABLE)
def delete(request: HouseholdRequest, id: UUID) -> HttpResponse:
    place = found(request, id)
    form = ConfirmForm(posted(request))
    if form.is_valid():
        with refusing(form):
            places.remove_place(place, by=request.user)
            messages.success(request, _("%(name)s is no place for food any more.") % {"name": place.name})
            return go(request, "pantry:place.index", code=request.household.code)
    return answer(request, "pantry/place/delete.html", form, place=place)
