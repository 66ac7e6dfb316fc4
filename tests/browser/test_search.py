"""One search over everything, by the keyboard alone."""

import re

from playwright.sync_api import expect

from accounts.models import Household, User
from tests.browser.conftest import SignedIn


def test_slash_opens_search_and_results_follow_the_typing(
    household: Household, alice: User, bob: User, signed_in: SignedIn
) -> None:
    page = signed_in(alice)
    page.goto(f"/h/{household.code}/")
    page.keyboard.press("/")
    field = page.get_by_role("searchbox")
    expect(field).to_be_focused()
    page.evaluate("window.sameDocument = true")
    field.press_sequentially("bob")
    expect(page.locator("#results mark").first).to_have_text("Bob")
    expect(page).to_have_url(re.compile(r"q=bob$"))
    expect(field).to_be_focused()
    assert page.evaluate("window.sameDocument === true")


def test_search_works_without_scripts(household: Household, alice: User, bob: User, signed_in: SignedIn) -> None:
    page = signed_in(alice, java_script_enabled=False)
    page.goto(f"/h/{household.code}/search/")
    page.get_by_role("searchbox").fill("bob")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#results mark").first).to_have_text("Bob")


def test_undo_works_without_scripts(household: Household, alice: User, signed_in: SignedIn) -> None:
    page = signed_in(alice, java_script_enabled=False)
    page.goto(f"/h/{household.code}/eaters/new/")
    page.get_by_label("Name").fill("Mia")
    page.locator("main form button").last.click()
    page.goto(f"/h/{household.code}/feed/")
    page.get_by_role("button", name=re.compile("Undo: Alice set a place for Mia")).click()
    expect(page.locator("#feed")).to_contain_text("undone by Alice")
