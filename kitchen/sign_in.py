"""Settings of sign-in: allauth's forms in our words, and the provider of identities that the environment names."""

from typing import Any

from kitchen.environment import env

WORDS = "accounts.forms.sign_in"
ACCOUNT_FORMS = {
    "login": f"{WORDS}.LoginForm",
    "signup": f"{WORDS}.SignupForm",
    "add_email": f"{WORDS}.AddEmailForm",
    "change_password": f"{WORDS}.ChangePasswordForm",
    "set_password": f"{WORDS}.SetPasswordForm",
    "reset_password": f"{WORDS}.ResetPasswordForm",
    "reset_password_from_key": f"{WORDS}.ResetPasswordKeyForm",
    "reauthenticate": f"{WORDS}.ReauthenticateForm",
}
SOCIALACCOUNT_FORMS = {"signup": f"{WORDS}.SocialSignupForm"}
MFA_FORMS = {
    "authenticate": f"{WORDS}.AuthenticateForm",
    "reauthenticate": f"{WORDS}.ReauthenticateByCodeForm",
    "activate_totp": f"{WORDS}.ActivateTOTPForm",
    "add_webauthn": f"{WORDS}.AddWebAuthnForm",
    "edit_webauthn": f"{WORDS}.EditWebAuthnForm",
}


def providers() -> dict[str, Any]:
    if not env("OIDC_SERVER_URL"):
        return {}
    provider = {
        "provider_id": "oidc",
        "name": env("OIDC_NAME") or "OpenID Connect",
        "client_id": env("OIDC_CLIENT_ID"),
        "secret": env("OIDC_CLIENT_SECRET"),
        "settings": {"server_url": env("OIDC_SERVER_URL")},
    }
    return {"openid_connect": {"APPS": [provider]}}
