"""Signing up in a browser: what JavaScript adds, and that it is not needed."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import User
from tests.database import as_owner

DORA = {"Your name": "Dora", "Password": "three wet umbrellas"}


def fill_in(page: Page, email: str = "dora@example.org") -> None:
    page.goto("/accounts/signup/")
    for label, text in {**DORA, "Email": email}.items():
        page.get_by_label(re.compile(f"^{label}")).first.fill(text)


@pytest.mark.parametrize(("scripts", "zone"), [(True, "Pacific/Auckland"), (False, "UTC")])
def test_the_browser_tells_its_time_zone(
    context_of: Callable[..., BrowserContext], *, scripts: bool, zone: str
) -> None:
    page = context_of(timezone_id="Pacific/Auckland", java_script_enabled=scripts).new_page()
    # An address of its own each time: the server of all tests sends one letter to each in three minutes.
    email = f"dora.{zone.lower().replace('/', '.')}@example.org"
    fill_in(page, email)
    page.get_by_role("button", name="Make my account").click()
    expect(page.get_by_role("heading", name="Look in your mail")).to_be_visible()
    expect(page.get_by_text(email)).to_be_visible()
    with as_owner():
        assert User.objects.get(email=email).time_zone == zone


def test_what_is_typed_can_be_seen(context_of: Callable[..., BrowserContext]) -> None:
    page = context_of().new_page()
    fill_in(page)
    field = page.get_by_label("Password", exact=True)
    expect(field).to_have_attribute("type", "password")
    page.get_by_role("button", name="Show what is typed: Password").click()
    expect(field).to_have_attribute("type", "text")
