from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.doors import TABLE, HouseholdRequest, open_to
from accounts.queries.staff_entry import entries_of

PAGE = 50


@open_to(*TABLE)
@require_safe
def index(request: HouseholdRequest) -> HttpResponse:
    page = Paginator(entries_of(request.household), PAGE).get_page(request.GET.get("page"))
    return render(request, "accounts/staff_entry/index.html", {"page_obj": page})
