"""Who the session belongs to, together with where they are a member: one question instead of two."""

from uuid import UUID

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from accounts.models import Membership
from accounts.queries.membership import memberships_of


def recognized(request: HttpRequest) -> list[Membership]:
    """The memberships of `request.user`, who is set on the way.

    Only who Django would recognize too, by the same marks of the session: its backend, its hash of the password, an
    account that is in use. In every other case, also of people in no household, Django itself looks.
    """
    session = request.session
    if not hasattr(request, "_cached_user") and session.get(BACKEND_SESSION_KEY) in settings.AUTHENTICATION_BACKENDS:
        found = memberships_of(UUID(session[SESSION_KEY]))
        user = found[0].user if found else None
        marks = session.get(HASH_SESSION_KEY, "")
        if user and user.is_active and constant_time_compare(marks, user.get_session_auth_hash()):
            request._cached_user = user  # type: ignore[attr-defined]
            return found
    return memberships_of(request.user) if request.user.is_authenticated else []
