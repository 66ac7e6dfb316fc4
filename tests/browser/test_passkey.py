"""A passkey from its making to signing in with it alone, under the page's own Content-Security-Policy."""

import re
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import User
from tests.database import as_owner
from tests.factories.accounts import PASSWORD

ADD = "/accounts/2fa/webauthn/add/"
# A device with a fingerprint reader that always recognises its owner.
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}

REFUSING = "() => { navigator.credentials.create = () => Promise.reject(new DOMException('', 'NotAllowedError')) }"


@pytest.fixture
def complaints() -> list[str]:
    return []


@pytest.fixture
def at_home(alice: User, context_of: Callable[..., BrowserContext], complaints: list[str]) -> Page:
    """Alice, signed in by the form; the server knows her password by its own hasher."""
    with as_owner():
        User.objects.filter(pk=alice.pk).update(password=make_password(PASSWORD, hasher="argon2"))
    page = context_of().new_page()
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto("/accounts/login/")
    page.get_by_label(re.compile("^Email")).fill(alice.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(re.compile("/h/"))
    return page


def plug_in_device(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})


def reach(page: Page, url: str) -> None:
    """Open a page that asks for the password first."""
    page.goto(url)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url(f"**{url}")


def test_a_finger_instead_of_a_password(at_home: Page, alice: User, complaints: list[str]) -> None:
    plug_in_device(at_home)
    reach(at_home, ADD)
    at_home.get_by_label(re.compile("^Name")).fill("My phone")
    at_home.get_by_role("checkbox").check()
    at_home.get_by_role("button", name="Add it").click()
    # The first second factor comes with recovery codes.
    expect(at_home.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    at_home.goto("/accounts/2fa/webauthn/")
    expect(at_home.get_by_text("My phone")).to_be_visible()
    at_home.goto("/accounts/logout/")
    at_home.locator("main").get_by_role("button", name="Sign out").click()
    at_home.goto("/accounts/login/?next=/me/")
    at_home.get_by_role("button", name="Sign in with a passkey").click()
    at_home.wait_for_url(lambda url: "/accounts/" not in url)
    assert complaints == []
    with as_owner():
        assert Authenticator.objects.get(user=alice, type="webauthn").last_used_at


def test_a_device_that_refuses_is_said_in_words(at_home: Page) -> None:
    reach(at_home, ADD)
    at_home.evaluate(REFUSING)
    at_home.get_by_role("button", name="Add it").click()
    expect(at_home.get_by_role("alert")).to_contain_text("The device did not go through with it.")


def test_without_javascript_no_passkey_is_offered(context_of: Callable[..., BrowserContext]) -> None:
    page = context_of(java_script_enabled=False).new_page()
    page.goto("/accounts/login/")
    expect(page.get_by_role("button", name="Sign in with a passkey")).to_be_hidden()
    expect(page.get_by_role("button", name="Sign in", exact=True)).to_be_visible()
