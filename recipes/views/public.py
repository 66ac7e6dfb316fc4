"""Pages without an account, for whoever has the link of a recipe. No search engine keeps them."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.services.stored_file import read_file
from kitchen.http import is_htmx
from pantry.answers import varied
from recipes.forms.servings import wanted_servings
from recipes.linked_data import linked_data
from recipes.queries.public import address, public_page, public_picture

ROBOTS = "noindex, nofollow, noarchive"
# A revoked link should not show pictures for long out of somebody's cache.
KEPT = "private, max-age=300"


@require_safe
def show(request: HttpRequest, token: str) -> HttpResponse:
    """Revoked, and never made: not found alike."""
    page = public_page(token, wanted_servings(request.GET))
    if page is None:
        raise Http404

    def picture(id: UUID) -> str:
        return request.build_absolute_uri(reverse("recipes:public.picture", kwargs={"token": token, "id": id}))

    context = {"dish": page, "token": token, "data": linked_data(page, url=address(token), picture=picture)}
    template = "recipes/public/_dish.html" if is_htmx(request) else "recipes/public/show.html"
    response = varied(render(request, template, context))
    response["X-Robots-Tag"] = ROBOTS
    return response


@require_safe
def picture(request: HttpRequest, token: str, id: UUID) -> HttpResponse:
    """`?size=thumb` is the small one."""
    found = public_picture(token, id)
    if found is None:
        raise Http404
    file = found.thumb if request.GET.get("size") == "thumb" else found.file
    headers = {"Cache-Control": KEPT, "X-Robots-Tag": ROBOTS, "X-Content-Type-Options": "nosniff"}
    return HttpResponse(read_file(file), content_type=file.media_type, headers=headers)
