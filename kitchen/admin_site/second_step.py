"""Where ADMIN_SECOND_FACTOR is set, staff come in with two: who has no second one is led to setting it up."""

from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

Type = Authenticator.Type
# Where a factor is asked for, by its kind; the first that a person has.
ASKED_AT = {Type.TOTP: "mfa_reauthenticate", Type.WEBAUTHN: "mfa_reauthenticate_webauthn"}


def second_step(request: HttpRequest) -> HttpResponse | None:
    """The way to what is missing; None for a session that has been opened, or confirmed, by a second factor."""
    if not settings.ADMIN_SECOND_FACTOR:
        return None
    has = set(Authenticator.objects.filter(user_id=request.user.pk).values_list("type", flat=True))
    page = next((ASKED_AT[kind] for kind in ASKED_AT if kind in has), None)
    if page is None:
        messages.warning(request, _("Staff come in with a second step here: set up an app or a passkey first."))
        return redirect("mfa_index")
    if any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user)):
        return None
    return redirect(f"{reverse(page)}?{urlencode({'next': request.get_full_path()})}")
