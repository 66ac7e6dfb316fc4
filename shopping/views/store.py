from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.answers import answer, posted, refusing, say_done
from accounts.doors import TABLE, HouseholdRequest, open_to
from kitchen.http import UNPROCESSABLE, go, is_htmx
from shopping.forms.store import AisleForm, StoreForm
from shopping.models import ShoppingList, Store
from shopping.queries.aisle_order import aisle_order
from shopping.queries.store import store_page, stores_of
from shopping.services import store as stores
from shopping.services.trip import shop_at


def found(request: HouseholdRequest, id: UUID) -> Store:
    ours = Store.objects.filter(household=request.household, removed_at=None)
    return get_object_or_404(ours.select_related("household"), pk=id)


@open_to(*TABLE)
@require_safe
def index(request: HouseholdRequest) -> HttpResponse:
    return render(request, "shopping/store/index.html", {"stores": stores_of(request.household)})


@open_to(*TABLE)
def create(request: HouseholdRequest) -> HttpResponse:
    """From the page of a list it leads back there, with the new store chosen."""
    form = StoreForm(posted(request), back=request.GET.get("list", ""))
    if form.is_valid():
        with refusing(form):
            given = form.cleaned_data
            made = stores.create_store(
                request.household, given["name"], by=request.user, emoji=given["emoji"], id=form.deed()
            )
            say_done(request, _("There is a new store: %(name)s.") % {"name": made.name}, "store.added", made.pk)
            return back(request, made, given["back"])
    return answer(request, "shopping/store/create.html", form)


def back(request: HouseholdRequest, made: Store, to: UUID | None) -> HttpResponse:
    kept = ShoppingList.objects.filter(household=request.household, pk=to).first() if to else None
    if kept is None:
        return go(request, "shopping:store.show", code=request.household.code, id=made.pk)
    shop_at(kept, made, by=request.user)
    return go(request, "shopping:list.show", code=request.household.code, id=kept.pk)


@open_to(*TABLE)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    return render(request, "shopping/store/show.html", {"page": store_page(found(request, id))})


@open_to(*TABLE)
def edit(request: HouseholdRequest, id: UUID) -> HttpResponse:
    store = found(request, id)
    form = StoreForm(posted(request), store=store)
    if form.is_valid():
        with refusing(form):
            name, emoji = form.cleaned_data["name"], form.cleaned_data["emoji"]
            stores.rename_store(store, by=request.user, name=name, emoji=emoji)
            say_done(request, _("Saved."), "store.renamed", id)
            return go(request, "shopping:store.show", code=request.household.code, id=id)
    return answer(request, "shopping/store/edit.html", form, store=store)


@open_to(*TABLE)
@require_POST
def remove(request: HouseholdRequest, id: UUID) -> HttpResponse:
    store = found(request, id)
    stores.remove_store(store, by=request.user)
    say_done(request, _("%(name)s is no store any more.") % {"name": store.name}, "store.removed", id)
    return go(request, "shopping:store.index", code=request.household.code)


@open_to(*TABLE)
@require_POST
def move(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """One aisle, by hand: there it stays."""
    store, form = found(request, id), AisleForm(request.POST)
    if not form.is_valid():
        return drawn(request, store, refusal=_("There is no such aisle."))
    aisle, to = form.read(aisle_order(store))
    with refusing(form):
        stores.move_aisle(store, aisle, to, by=request.user)
        return moved(request, store)
    return drawn(request, store, refusal=" ".join(form.non_field_errors()))


@open_to(*TABLE)
@require_POST
def release(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """One aisle is to be learned again."""
    store, aisle = found(request, id), request.POST.get("aisle", "")
    if aisle.isascii() and aisle.isdigit():
        stores.release_aisle(store, int(aisle), by=request.user)
    return moved(request, store)


def moved(request: HouseholdRequest, store: Store) -> HttpResponse:
    store.refresh_from_db(fields=["aisles", "placed", "pairs"])
    if is_htmx(request):
        return drawn(request, store)
    return go(request, "shopping:store.show", code=request.household.code, id=store.pk)


def drawn(request: HouseholdRequest, store: Store, refusal: str = "") -> HttpResponse:
    template = "shopping/store/_aisles.html" if is_htmx(request) else "shopping/store/show.html"
    context = {"page": store_page(store), "household": request.household, "refusal": refusal}
    return render(request, template, context, status=UNPROCESSABLE if refusal else None)


@open_to(*TABLE)
@require_POST
def forget(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """What trips have taught; with `placed` also what was put by hand."""
    store = found(request, id)
    stores.forget_walk(store, by=request.user, placed="placed" in request.POST)
    say_done(request, _("Forgotten. The next trip teaches it anew."), "store.forgotten", id)
    return go(request, "shopping:store.show", code=request.household.code, id=id)
