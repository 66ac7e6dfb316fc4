from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.answers import ConfirmForm, answer, posted, refusing, say_done
from accounts.doors import EVERYBODY, TABLE, HouseholdRequest, open_to
from kitchen.http import go
from pantry.answers import system_of
from pantry.forms.product import ProductForm
from pantry.models import Product
from pantry.queries.day import today_in
from pantry.queries.product import full_name, lots_of, nutrition_of, products_of, products_page, row_of
from pantry.queries.stock import drawn
from pantry.services import product as products


def known(request: HouseholdRequest, id: UUID) -> Product:
    found = products_of(request.household).select_related("household").prefetch_related("barcodes")
    return get_object_or_404(found, pk=id)


@open_to(*EVERYBODY)
@require_safe
def index(request: HouseholdRequest) -> HttpResponse:
    text = " ".join(request.GET.get("q", "").replace("\0", "")[:80].split())
    page = products_page(request.household, text=text, page=request.GET.get("page", "1"))
    return render(request, "pantry/product/index.html", {"products": page, "text": text})


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    product = known(request, id)
    lots = drawn(lots_of(product), today_in(request.household), system_of(request))
    context = {"row": row_of(product), "product": product, "lots": lots, "nutrition": nutrition_of(product)}
    return render(request, "pantry/product/show.html", context)


@open_to(*TABLE)
def create(request: HouseholdRequest) -> HttpResponse:
    """`?code=`: with a barcode that nobody here knows."""
    form = ProductForm(posted(request), initial={"codes": request.GET.get("code", "")[:40]})
    if form.is_valid():
        with refusing(form):
            made = products.add_product(request.household, form.said(), by=request.user, id=form.deed())
            say_done(
                request, _("There is a new product: %(name)s.") % {"name": full_name(made)}, "product.added", made.pk
            )
            return go(request, "pantry:product.show", code=request.household.code, id=made.pk)
    return answer(request, "pantry/product/create.html", form)


@open_to(*TABLE)
def edit(request: HouseholdRequest, id: UUID) -> HttpResponse:
    product = known(request, id)
    form = ProductForm(posted(request), product=product)
    if form.is_valid():
        with refusing(form):
            products.change_product(product, form.said(), by=request.user)
            say_done(request, _("Saved."), "product.changed", product.pk)
            return go(request, "pantry:product.show", code=request.household.code, id=product.pk)
    return answer(request, "pantry/product/edit.html", form, product=product)


@open_to(*TABLE)
def delete(request: HouseholdRequest, id: UUID) -> HttpResponse:
    product = known(request, id)
    form = ConfirmForm(posted(request))
    if form.is_valid():
        with refusing(form):
            products.remove_product(product, by=request.user)
            messages.success(request, _("%(name)s is forgotten.") % {"name": full_name(product)})
            return go(request, "pantry:product.index", code=request.household.code)
    return answer(request, "pantry/product/delete.html", form, product=product)
