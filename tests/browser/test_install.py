"""On the home screen: the browser's own question is put where it disturbs nobody, and shortcuts lead to the line."""

from playwright.sync_api import Page, expect

from accounts.models import Household, User
from tests.browser.conftest import SignedIn
from tests.factories import ShoppingListFactory

# Chromium without a window never offers it by itself.
OFFER = """dispatchEvent(Object.assign(new Event("beforeinstallprompt", { cancelable: true }), {
    prompt: async () => { document.documentElement.dataset.asked = ""; },
}))"""


def test_it_is_offered_once_and_stays_in_the_menu(household: Household, alice: User, signed_in: SignedIn) -> None:
    shop = ShoppingListFactory(household=household)
    page: Page = signed_in(alice)
    path = f"/h/{household.code}/shopping/lists/{shop.pk}/"
    page.goto(path)
    hint = page.locator("install-hint")
    expect(hint).to_be_hidden()
    page.evaluate(OFFER)
    hint.get_by_role("button", name="Not now").click()
    page.reload()
    page.evaluate(OFFER)
    expect(hint).to_be_hidden()
    page.locator("[popovertarget=person-menu]").click()
    page.get_by_role("button", name="Put Kitchen on the home screen").click()
    expect(page.locator("html[data-asked]")).to_be_attached()
    expect(page.locator("[data-install]:visible")).to_have_count(0)


def test_a_shortcut_leads_to_the_line(household: Household, alice: User, signed_in: SignedIn) -> None:
    for name in ("Market", "Party"):
        ShoppingListFactory(household=household, name=name)
    page: Page = signed_in(alice)
    page.goto("/?to=shopping#add")
    expect(page.get_by_role("textbox", name="What to buy: a thing")).to_be_focused()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Market")
