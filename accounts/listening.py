"""What the sign-in packages tell by signals alone, put down among the person's security events."""

from functools import partial
from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from allauth.socialaccount import signals as social
from django.dispatch import Signal
from django.http import HttpRequest

from accounts.models import SecurityKind, User
from accounts.services.security_event import keep_event_of

Type = Authenticator.Type
ADDED = {
    Type.TOTP: SecurityKind.APP_ADDED,
    Type.WEBAUTHN: SecurityKind.PASSKEY_ADDED,
    Type.RECOVERY_CODES: SecurityKind.CODES_MADE,
}
REMOVED = {
    Type.TOTP: SecurityKind.APP_REMOVED,
    Type.WEBAUTHN: SecurityKind.PASSKEY_REMOVED,
    Type.RECOVERY_CODES: SecurityKind.CODES_REMOVED,
}
PLAIN: list[tuple[Signal, SecurityKind]] = [
    (account.user_logged_in, SecurityKind.SIGNED_IN),
    (account.password_set, SecurityKind.PASSWORD_CHANGED),
    (account.password_changed, SecurityKind.PASSWORD_CHANGED),
    (account.password_reset, SecurityKind.PASSWORD_RESET),
    (account.email_changed, SecurityKind.EMAIL_CHANGED),
    (mfa.authentication_failed, SecurityKind.CODE_FAILED),
]
OF_FACTOR: list[tuple[Signal, dict[Any, SecurityKind]]] = [
    (mfa.authenticator_added, ADDED),
    (mfa.authenticator_reset, ADDED),
    (mfa.authenticator_removed, REMOVED),
    (mfa.authenticator_used, {Type.RECOVERY_CODES: SecurityKind.CODE_USED}),
]


def listen() -> None:
    """Called once by `AppConfig.ready()`; each time a package tells, the service that follows is named above."""
    for signal, kind in PLAIN:
        signal.connect(partial(_happened, kind), weak=False)
    for signal, kinds in OF_FACTOR:
        signal.connect(partial(_happened_to_factor, kinds), weak=False)
    social.social_account_added.connect(partial(_connected, SecurityKind.CONNECTED), weak=False)
    social.social_account_removed.connect(partial(_disconnected, SecurityKind.DISCONNECTED), weak=False)


def _happened(kind: SecurityKind, *, request: HttpRequest, user: User, **_told: Any) -> None:
    keep_event_of(request, user, kind)


def _happened_to_factor(
    kinds: dict[Any, SecurityKind], *, request: HttpRequest, user: User, authenticator: Authenticator, **_told: Any
) -> None:
    if authenticator.type in kinds:
        keep_event_of(request, user, kinds[authenticator.type])


def _connected(kind: SecurityKind, *, request: HttpRequest, sociallogin: Any, **_told: Any) -> None:
    keep_event_of(request, sociallogin.user, kind)


def _disconnected(kind: SecurityKind, *, request: HttpRequest, socialaccount: Any, **_told: Any) -> None:
    keep_event_of(request, socialaccount.user, kind)
