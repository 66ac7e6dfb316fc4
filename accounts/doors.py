"""Who may enter which page. The roles stand at the view; docs/roles.md tells them and a test compares the two."""

from collections.abc import Callable, Iterator
from functools import cache, wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, Membership, Role
from accounts.requests import PersonRequest
from accounts.roles import EVERYBODY, OWNER, RUNNERS, TABLE

__all__ = [
    "EVERYBODY",
    "OWNER",
    "RUNNERS",
    "TABLE",
    "HouseholdRequest",
    "may",
    "open_to",
    "refuse",
    "roles_by_url_name",
]

View = Callable[..., HttpResponse]
FORBIDDEN = 403
NOT_YOURS = _("Your role in this household does not open this page.")
SENTENCES = {
    OWNER: _("Only the owner of the household can do this."),
    RUNNERS: _("Only the owner and the admins of the household can do this."),
    TABLE: _("This is for the people who live here, not for guests."),
}


class HouseholdRequest(PersonRequest):
    """A request under `/h/<code>/`: the middleware has found the household and the person's place in it."""

    household: Household
    membership: Membership
    memberships: list[Membership]


def open_to(*roles: Role) -> Callable[[View], View]:
    """The view is for members with one of `roles`: `@open_to(Role.OWNER)`, `@open_to(*TABLE)`.

    Other members get a page that says so in one sentence (403), strangers what is not there (404).
    """
    allowed = frozenset(roles)

    def decorate(view: View) -> View:
        @wraps(view)
        def door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            membership: Membership | None = getattr(request, "membership", None)
            if membership is None:
                raise Http404
            if membership.role not in allowed:
                return refuse(request, SENTENCES.get(allowed, NOT_YOURS))
            return view(request, *args, **kwargs)

        door.roles = allowed  # type: ignore[attr-defined]
        return door

    return decorate


def refuse(request: HttpRequest, sentence: object) -> HttpResponse:
    """For a member whose role, or place, does not open this: 403 and why, in a sentence."""
    return render(request, "accounts/member/refused.html", {"sentence": sentence}, status=FORBIDDEN)


def may(role: str, url_name: str) -> bool:
    """Whether a member with `role` may open `url_name` ("accounts:invitation.create"): what links ask."""
    return role in roles_by_url_name().get(url_name, frozenset())


@cache
def roles_by_url_name() -> dict[str, frozenset[Role]]:
    """The roles of every page of a household, read from the views themselves."""
    return {
        name: pattern.callback.roles
        for name, pattern in _named(get_resolver().url_patterns, "")
        if hasattr(pattern.callback, "roles")
    }


def _named(patterns: list[Any], namespace: str) -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _named(pattern.url_patterns, inner)
        elif pattern.name:
            yield f"{namespace}{pattern.name}", pattern
