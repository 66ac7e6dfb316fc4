"""Where django-allauth asks Kitchen: what a sign-up keeps, how mail goes out, our words for its refusals."""

import contextlib
from base64 import b32encode
from secrets import token_bytes
from smtplib import SMTPException
from typing import Any

import structlog
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.context import request_context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.push.browsers import SESSION_KEY, forget_browser
from accounts.refusals import MailNotSentError
from accounts.services.security_event import keep_failure
from accounts.services.session import end_sessions
from kitchen import tenancy
from kitchen.sealing import SealError, open_sealed, seal
from kitchen.tenancy.scope import entered
from kitchen.visible import one_line
from kitchen.zones import zone

log = structlog.get_logger(__name__)
# What secrets of authenticator apps and seeds of recovery codes are sealed for.
SEALED_FOR = "accounts.second_factor"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is switched off. Ask whoever runs this Kitchen."),
        "duplicate_email": _("This is your address already."),
        "email_password_mismatch": _("The email address or the password is not right."),
        "email_taken": _("Somebody already uses this email address."),
        "enter_current_password": _("This is not your present password."),
        "incorrect_code": _("This code is not right, or it is too old. Try the next one."),
        "incorrect_password": _("This is not your password."),
        "invalid_password_reset": _("This link has been used, or is too old. Ask for a new one."),
        "rate_limited": _("That was too often. Wait a minute, then try again."),
        "same_as_current": _("This is your address already."),
        "too_many_login_attempts": _("Too many tries. Wait five minutes, or reset your password."),
    }

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.scope = tenancy.current()

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:  # noqa: FBT001, FBT002
        user.name = form.cleaned_data.get("name", "")
        user.time_zone = form.cleaned_data.get("time_zone") or user.time_zone
        saved: User = super().save_user(request, user, form, commit)
        return saved

    def set_password(self, user: User, password: str) -> None:
        """Whoever knew the old password is out: every other session ends."""
        super().set_password(user, password)
        end_sessions(user, but=self.request.session.session_key)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        keep_failure(request, str(credentials.get("email", "")))

    def logout(self, request: HttpRequest) -> None:
        """Nothing of this person's is told in this browser any more: somebody else may sign in here."""
        kept, person = request.session.get(SESSION_KEY), request.user
        if kept and isinstance(person, User):
            forget_browser(person, endpoint_key=kept)
        super().logout(request)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """A link that never left would strand its reader: the request is undone, and its page says so.

        The next page names the address, whether or not there is an account: guessers learn nothing.
        """
        try:
            super().send_mail(template_prefix, email, context)
        except (SMTPException, OSError) as failure:
            log.exception("mail.failed", mail=template_prefix)
            raise MailNotSentError from failure
        self.request.session["mailed_to"] = email

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """A notice of what was done is no reason to undo it.

        Allauth sends some of them after the commit, when neither the request nor its scope is there any more.
        """
        with contextlib.suppress(MailNotSentError), entered(self.scope), request_context(self.request):
            super().send_notification_mail(*args, **kwargs)


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right, or it is too old. Try the next one."),
        "unverified_email": _("Confirm your email address first."),
        "cannot_generate_recovery_codes": _(
            "Recovery codes come with an authenticator app or a passkey: set one up first."
        ),
    }

    def encrypt(self, text: str) -> str:
        return seal(text, use=SEALED_FOR)

    def decrypt(self, encrypted_text: str) -> str:
        """What no key opens any more is another secret: no code fits it, and other ways in stay open."""
        try:
            return open_sealed(encrypted_text, use=SEALED_FOR)
        except SealError:
            log.warning("second_factor.unopened")
            return b32encode(token_bytes(20)).decode()

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The name that a device shows beside the passkey."""
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return entity | {"name": "Kitchen"}


class SocialAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    error_messages = DefaultSocialAccountAdapter.error_messages | {
        "email_taken": _("Somebody already uses this address. Sign in with it first, then connect your %s account."),
        "disconnect_last": _("This is your only way in. Set a password first."),
        "no_password": _("This is your only way in. Set a password first."),
    }

    def get_signup_form_initial_data(self, sociallogin: Any) -> dict[str, Any]:
        """What the other side told stands in the form already."""
        told: dict[str, Any] = super().get_signup_form_initial_data(sociallogin)
        return told | {"name": sociallogin.user.name, "time_zone": sociallogin.user.time_zone}

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> User:
        user: User = super().populate_user(request, sociallogin, data)
        user.name = one_line(str(data.get("name") or data.get("first_name") or ""))[:80]
        # OpenID Connect Core 1.0, section 5.1: "zoneinfo" is a name of the time zone database.
        told = sociallogin.account.extra_data.get("userinfo") or {}
        user.time_zone = zone(str(told.get("zoneinfo", ""))).key
        return user
