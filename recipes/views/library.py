from typing import cast

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from accounts.doors import TABLE, HouseholdRequest, open_to
from recipes.exporters import archive
from recipes.queries.recipe_out import library_out


@open_to(*TABLE)
@require_safe
def export(request: HouseholdRequest) -> HttpResponse:
    """All recipes of the household as our zip, sent while it is written."""
    body = archive.zip_of(library_out(request.household, request.user))
    response = StreamingHttpResponse(body, content_type=archive.MEDIA_TYPE)
    name = slugify(request.household.name) or "kitchen"
    response["Content-Disposition"] = f'attachment; filename="{name}-recipes.zip"'
    return cast("HttpResponse", response)
