"""Every request runs in one scope: the person of its session, then the household of its URL."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any, cast
from uuid import UUID

import pghistory
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.db import DataError, IntegrityError, connection, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control

from accounts.models import Membership
from accounts.queries.membership import memberships_of
from accounts.recognition import recognized
from kitchen import tenancy
from kitchen.errors import DomainError
from kitchen.http import wants_sign_in
from kitchen.views.errors import bad_request, busy, conflict
from kitchen.zones import zone

SAFE = ("GET", "HEAD", "OPTIONS")
# Sign-in must find people before it knows who asks; the staff's admin lists them. No other door may.
IDENTITY_DOORS = {"accounts": "sign-in", "admin": "staff"}
UNSCOPED = ("/static/", "/health/", "/offline/", "/sw.js", "/site.webmanifest", "/favicon.ico")

GetResponse = Callable[[HttpRequest], HttpResponseBase]


class ScopeMiddleware:
    """Opens the scope of the session's person around everything that reads or writes rows.

    One transaction a request: a view that raises leaves nothing behind, and what is answered has been committed.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith(UNSCOPED):
            return self.get_response(request)
        person = request.session.get(SESSION_KEY)
        door = IDENTITY_DOORS.get(request.path.split("/")[1], "")
        who = UUID(person) if person else None
        vars(request).update(household=None, membership=None, memberships=[])
        try:
            with (
                tenancy.scope(person=who, door=door, reads_only=request.method in SAFE),
                pghistory.context(user=person, method=request.method),
            ):
                return self._kept(request, self._streamed(self.get_response(request)))
        except IntegrityError:
            # A deferred constraint refused what the view had already answered: the answer must not be sent.
            return conflict(request)

    def _kept(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Who caught that the database was lost may answer as if all were done: it is not, and will not be."""
        done = response.status_code < HTTPStatus.BAD_REQUEST
        return busy(request) if done and connection.needs_rollback else response

    def _streamed(self, response: HttpResponseBase) -> HttpResponseBase:
        if isinstance(response, StreamingHttpResponse) and not response.is_async:
            response.streaming_content = tenancy.streamed(cast("Any", response.streaming_content))
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Django turns the exception into a page inside the transaction, which would then be committed.

        What only the database refused breaks nothing: a form sent twice at once, a character it cannot keep. Nor does
        a service's refusal that no view expected, as when a role was lost since the door was passed.
        """
        if connection.in_atomic_block:
            transaction.set_rollback(True)
            if connection.connection is None or connection.connection.closed:
                return busy(request)
        if isinstance(exception, DomainError):
            return conflict(request, str(exception))
        if isinstance(exception, IntegrityError):
            return conflict(request)
        return bad_request(request) if isinstance(exception, DataError) else None


class HouseholdMiddleware:
    """Finds the household of `/h/<code>/` among the person's own, or answers 404; anonymous go to sign in."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        timezone.deactivate()
        translation.activate(settings.LANGUAGE_CODE)
        if not response.has_header("Cache-Control"):
            # What a person saw is asked for again after signing out, and no proxy keeps it.
            patch_cache_control(response, private=True, no_cache=True)
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        del view, args
        if request.resolver_match:
            # By name: an address may hold a token.
            pghistory.context(page=request.resolver_match.view_name)
        in_household = request.path.startswith("/h/")
        memberships = recognized(request) if in_household else []
        if in_household and not request.user.is_authenticated:
            return wants_sign_in(request)
        if request.path.startswith(UNSCOPED) or not request.user.is_authenticated:
            return None
        translation.activate(request.user.language)
        timezone.activate(zone(request.user.time_zone))
        memberships = memberships if in_household else memberships_of(request.user)
        vars(request).update(memberships=memberships)
        if in_household:
            self._enter(request, memberships, kwargs.pop("code"))
        return None

    def _enter(self, request: HttpRequest, memberships: list[Membership], code: str) -> None:
        found = next((one for one in memberships if one.household.code == code), None)
        if found is None:
            raise Http404
        vars(request).update(membership=found, household=found.household)
        tenancy.narrow(found.household_id)
        timezone.activate(zone(found.household.time_zone))
