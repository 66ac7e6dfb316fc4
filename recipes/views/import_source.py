from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from accounts.answers import answer, posted, refusing
from accounts.doors import TABLE, HouseholdRequest, open_to
from accounts.services.stored_file import open_file
from kitchen.http import go
from recipes.forms.recipe_import import ColumnsForm
from recipes.import_source import columns_of_file
from recipes.importers.files.columns import Columns
from recipes.models import ImportSource, ImportState
from recipes.services.import_batch import map_source
from recipes.tasks import queue_import


def found(request: HouseholdRequest, id: UUID) -> ImportSource:
    sources = ImportSource.objects.filter(household=request.household, state=ImportState.MAPPING)
    return get_object_or_404(sources.select_related("batch", "file", "household"), pk=id)


def columns_in(source: ImportSource) -> Columns:
    if source.file is None:
        raise Http404
    with open_file(source.file) as file:
        columns = columns_of_file(file, source.name)
    if columns is None:
        raise Http404
    return columns


@open_to(*TABLE)
def edit(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """Which column of a table is what."""
    source = found(request, id)
    columns = columns_in(source)
    form = ColumnsForm(posted(request), columns=columns)
    if form.is_valid():
        with refusing(form):
            map_source(source, form.mapping(), by=request.user)
            queue_import(source.batch)
            return go(request, "recipes:recipe_import.show", code=request.household.code, id=source.batch_id)
    return answer(request, "recipes/import_source/edit.html", form, source=source, columns=columns)
