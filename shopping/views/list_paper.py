from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from accounts.doors import EVERYBODY, HouseholdRequest, open_to
from pantry.queries.day import today_in
from shopping.queries.aisle_order import aisle_order
from shopping.queries.list import list_page
from shopping.queries.paper import Paper, paper_of
from shopping.queries.store import store_of
from shopping.views.list import found


def paper(request: HouseholdRequest, id: UUID) -> Paper:
    """In the order of the store in which whoever prints it shops."""
    kept = found(request, id)
    return paper_of(list_page(kept, aisle_order(store_of(kept, request.user))))


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    context = {"paper": paper(request, id), "today": today_in(request.household)}
    return render(request, "shopping/list_paper/show.html", context)


@open_to(*EVERYBODY)
@require_safe
def download(request: HouseholdRequest, id: UUID) -> HttpResponse:
    found = paper(request, id)
    name = slugify(found.page.shopping_list.name) or "list"
    answer = HttpResponse(found.text, content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.txt"'
    return answer
