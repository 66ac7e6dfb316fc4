from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.answers import ConfirmForm, answer, posted, refusing
from accounts.doors import TABLE, HouseholdRequest, open_to
from accounts.limits import IMPORTS
from kitchen.http import go, is_htmx
from recipes.forms.recipe_import import ImportForm
from recipes.import_programs import programs
from recipes.models import ImportBatch, ImportWay
from recipes.queries.importing import NEWEST, PAGE, import_page, imports_of
from recipes.services.import_batch import Brought, begin_import, resume_import
from recipes.services.import_undo import undo_import
from recipes.tasks import queue_import


@open_to(*TABLE)
def create(request: HouseholdRequest) -> HttpResponse:
    form = ImportForm(posted(request), request.FILES or None)
    if form.is_valid():
        with refusing(form):
            way, brought = form.brought()
            return begun(request, way, brought, form.cleaned_data["operation"])
    newest = imports_of(request.household)[:NEWEST]
    return answer(request, "recipes/recipe_import/create.html", form, newest=newest, programs=programs())


def begun(request: HouseholdRequest, way: ImportWay, brought: list[Brought], operation: UUID) -> HttpResponse:
    """The page of an import that is read in the background from now on."""
    IMPORTS.spend(request)
    batch, is_new = begin_import(request.household, brought, by=request.user, way=way, operation=operation)
    if is_new:
        queue_import(batch)
    return go(request, "recipes:recipe_import.show", code=request.household.code, id=batch.pk)


def found(request: HouseholdRequest, id: UUID) -> ImportBatch:
    return get_object_or_404(imports_of(request.household), pk=id)


@open_to(*TABLE)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """`?only=failed` shows one outcome alone."""
    page = import_page(found(request, id), request.GET.get("only", ""), request.GET.get("page", "1"))
    template = "recipes/recipe_import/_batch.html" if is_htmx(request) else "recipes/recipe_import/show.html"
    return render(request, template, {"page": page})


@open_to(*TABLE)
@require_safe
def index(request: HouseholdRequest) -> HttpResponse:
    page = Paginator(imports_of(request.household), PAGE).get_page(request.GET.get("page"))
    return render(request, "recipes/recipe_import/index.html", {"imports": page})


@open_to(*TABLE)
def undo(request: HouseholdRequest, id: UUID) -> HttpResponse:
    batch = found(request, id)
    form = ConfirmForm(posted(request))
    if form.is_valid():
        with refusing(form):
            undo_import(batch, by=request.user)
            messages.success(request, _("What came in with it is taken out again."))
            return go(request, "recipes:recipe_import.show", code=request.household.code, id=batch.pk)
    return answer(request, "recipes/recipe_import/undo.html", form, batch=batch)


@open_to(*TABLE)
@require_POST
def resume(request: HouseholdRequest, id: UUID) -> HttpResponse:
    form = ConfirmForm(posted(request))
    form.is_valid()
    with refusing(form):
        queue_import(resume_import(found(request, id), by=request.user))
    for sentence in form.non_field_errors():
        messages.error(request, str(sentence))
    return go(request, "recipes:recipe_import.show", code=request.household.code, id=id)
