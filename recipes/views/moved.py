"""Addresses of recipes that were made one with another: they lead to the one that was kept."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from accounts.doors import HouseholdRequest
from recipes.queries.finding import kept_instead

View = Callable[..., HttpResponse]


def leading_on(view: View) -> View:
    @wraps(view)
    def door(request: HouseholdRequest, id: UUID, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, id, *args, **kwargs)
        except Http404:
            kept = kept_instead(request.household, id)
            match = request.resolver_match
            if kept is None or match is None:
                raise
            named = {**match.kwargs, "code": request.household.code, "id": kept}
            return HttpResponseRedirect(reverse(match.view_name, kwargs=named))

    return door
