from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.answers import ConfirmForm, answer, posted, refusing, say_done
from accounts.doors import EVERYBODY, TABLE, HouseholdRequest, open_to
from kitchen.errors import DomainError
from kitchen.http import UNPROCESSABLE, go, is_htmx
from pantry.answers import varied
from recipes.answers import asked, back_to_dish, dish_or_404
from recipes.forms.collection import ChooseForm, CollectionForm, PlaceForm
from recipes.models import RecipeCollection
from recipes.queries.recipe_collection import choices_for, collected, collections_of, shelved
from recipes.services import collection as collections


def found(request: HouseholdRequest, id: UUID) -> RecipeCollection:
    return get_object_or_404(collections_of(request.household).select_related("household"), pk=id)


@open_to(*EVERYBODY)
@require_safe
def index(request: HouseholdRequest) -> HttpResponse:
    context = {"collections": shelved(request.household), "at_table": request.membership.role in TABLE}
    return render(request, "recipes/collection/index.html", context)


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    return drawn(request, found(request, id))


def drawn(request: HouseholdRequest, collection: RecipeCollection, refusal: str = "") -> HttpResponse:
    template = "recipes/collection/_dishes.html" if is_htmx(request) else "recipes/collection/show.html"
    at_table = request.membership.role in TABLE
    context = {"collection": collection, "dishes": collected(collection), "at_table": at_table, "refusal": refusal}
    return varied(render(request, template, context, status=UNPROCESSABLE if refusal else None))


@open_to(*TABLE)
def create(request: HouseholdRequest) -> HttpResponse:
    form = CollectionForm(posted(request))
    if form.is_valid():
        with refusing(form):
            name, emoji = form.cleaned_data["name"], form.cleaned_data["emoji"]
            made = collections.create_collection(request.household, name, by=request.user, id=form.deed(), emoji=emoji)
            say_done(request, _("%(name)s is here.") % {"name": made.name}, "collection.created", made.pk)
            return go(request, "recipes:collection.show", code=request.household.code, id=made.pk)
    return answer(request, "recipes/collection/create.html", form)


@open_to(*TABLE)
def edit(request: HouseholdRequest, id: UUID) -> HttpResponse:
    collection = found(request, id)
    form = CollectionForm(posted(request), collection=collection)
    if form.is_valid():
        with refusing(form):
            name, emoji = form.cleaned_data["name"], form.cleaned_data["emoji"]
            collections.rename_collection(collection, name, by=request.user, emoji=emoji)
            say_done(request, _("Saved."), "collection.renamed", id)
            return go(request, "recipes:collection.show", code=request.household.code, id=id)
    return answer(request, "recipes/collection/edit.html", form, collection=collection)


@open_to(*TABLE)
def delete(request: HouseholdRequest, id: UUID) -> HttpResponse:
    collection = found(request, id)
    form = ConfirmForm(posted(request))
    if form.is_valid():
        with refusing(form):
            collections.delete_collection(collection, by=request.user)
            sentence = _("%(name)s is gone; its dishes are not.") % {"name": collection.name}
            say_done(request, sentence, "collection.deleted", id)
            return go(request, "recipes:collection.index", code=request.household.code)
    return answer(request, "recipes/collection/delete.html", form, collection=collection)


@open_to(*TABLE)
@require_POST
def move(request: HouseholdRequest, id: UUID, recipe: UUID) -> HttpResponse:
    """A dish to another place in its collection."""
    collection, form = found(request, id), PlaceForm(request.POST)
    if not form.is_valid():
        return drawn(request, collection, _("This is no place in the collection."))
    try:
        collections.move_dish(collection, recipe, by=request.user, to=form.cleaned_data["to"])
    except DomainError as error:
        return drawn(request, collection, str(error))
    if is_htmx(request):
        return drawn(request, collection)
    return go(request, "recipes:collection.show", code=request.household.code, id=id)


@open_to(*TABLE)
def choose(request: HouseholdRequest, recipe: UUID) -> HttpResponse:
    """In which collections a dish is."""
    dish = dish_or_404(request, recipe)
    form = ChooseForm(posted(request), choices=choices_for(dish))
    if form.is_valid():
        with refusing(form):
            chosen = [UUID(one) for one in form.cleaned_data["collections"]]
            verb = collections.choose_collections(dish, [*chosen, *begun(request, form)], by=request.user)
            say_done(request, _("Done."), verb, recipe)
            return back_to_dish(request, recipe)
    return asked(request, "recipes/collection/choose.html", form, recipe=dish)


def begun(request: HouseholdRequest, form: ChooseForm) -> list[UUID]:
    """The collection whose name was typed beside the others."""
    name = form.cleaned_data["name"]
    if not name:
        return []
    return [collections.create_collection(request.household, name, by=request.user, id=form.deed()).pk]
