"""The fields of allauth's forms in our words: what is asked stands in the label, not inside the field."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm as AllauthActivateTOTPForm
from allauth.mfa.webauthn import forms as webauthn
from allauth.socialaccount.forms import SignupForm as AllauthSocialSignupForm
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from kitchen.forms import CodeInput

GOOD_PASSWORD = _("At least 10 characters. A few words that only you would put together are best.")


class OurWords:
    """Mixin: `labels` and `helps` by field name; a field's placeholder goes."""

    labels: dict[str, Any] = {}
    helps: dict[str, Any] = {}
    fields: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.helps.get(name, field.help_text)


class LoginForm(OurWords, account.LoginForm):  # type: ignore[misc]
    labels = {"login": _("Email address"), "password": _("Password")}


class SignupForm(OurWords, account.SignupForm):  # type: ignore[misc]
    labels = {"email": _("Email address"), "password1": _("Password")}
    helps = {"password1": GOOD_PASSWORD}

    def try_save(self, request: HttpRequest) -> Any:
        """Where the address has an account, the same work: the time that it takes tells nobody."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)


class SocialSignupForm(OurWords, AllauthSocialSignupForm):  # type: ignore[misc]
    labels = {"email": _("Email address")}


class AddEmailForm(OurWords, account.AddEmailForm):  # type: ignore[misc]
    labels = {"email": _("New email address")}
    helps = {"email": _("We send a link there. Until you open it, your present address stays.")}


class ChangePasswordForm(OurWords, account.ChangePasswordForm):  # type: ignore[misc]
    labels = {
        "oldpassword": _("Present password"),
        "password1": _("New password"),
        "password2": _("New password again"),
    }
    helps = {"password1": GOOD_PASSWORD}


class SetPasswordForm(OurWords, account.SetPasswordForm):  # type: ignore[misc]
    labels = {"password1": _("Password"), "password2": _("Password again")}
    helps = {"password1": GOOD_PASSWORD}


class ResetPasswordForm(OurWords, account.ResetPasswordForm):  # type: ignore[misc]
    labels = {"email": _("Email address")}


class ResetPasswordKeyForm(OurWords, account.ResetPasswordKeyForm):  # type: ignore[misc]
    labels = {"password1": _("New password"), "password2": _("New password again")}
    helps = {"password1": GOOD_PASSWORD}


class ReauthenticateForm(OurWords, account.ReauthenticateForm):  # type: ignore[misc]
    labels = {"password": _("Password")}


class CodeForm(OurWords):
    """Mixin: one field for the six digits of the app, or a recovery code."""

    labels = {"code": _("Code")}
    helps = {"code": _("Six digits from your authenticator app, or one of your recovery codes.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget = CodeInput({"inputmode": "numeric"})


class AuthenticateForm(CodeForm, mfa.AuthenticateForm):  # type: ignore[misc]
    pass


class ReauthenticateByCodeForm(CodeForm, mfa.ReauthenticateForm):  # type: ignore[misc]
    pass


class ActivateTOTPForm(CodeForm, AllauthActivateTOTPForm):  # type: ignore[misc]
    labels = {"code": _("Code from the app")}
    helps = {"code": _("Six digits, new every half minute.")}


class AddWebAuthnForm(OurWords, webauthn.AddWebAuthnForm):  # type: ignore[misc]
    labels = {"name": _("Name"), "passwordless": _("Sign in with it alone, without a password")}
    helps = {
        "name": _("So that you can tell it from others, for example “My phone”."),
        "passwordless": _("The device then asks for your finger, your face or its own PIN."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].initial = True


class EditWebAuthnForm(OurWords, webauthn.EditWebAuthnForm):  # type: ignore[misc]
    labels = {"name": _("Name")}
