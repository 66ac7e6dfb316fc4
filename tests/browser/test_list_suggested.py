"""What a list offers: names below its line, and what may be missing, with a network and without one."""

import re
from decimal import Decimal

import pytest
from playwright.sync_api import Page, expect

from accounts.models import Household, User
from shopping.models import ShoppingList
from tests.browser.conftest import SignedIn
from tests.browser.lists import cut, mend, names_on, open_list, row
from tests.factories.shopping import ShoppingListFactory
from tests.shopping.history import bought

NAMES = re.compile(r"/shopping/names/")


@pytest.fixture
def saturday(household: Household) -> ShoppingList:
    kept: ShoppingList = ShoppingListFactory(household=household, name="Saturday shop")
    bought(kept, "Milk", 8, 14, 20, 26, 32, quantity=Decimal(2), unit="l")
    bought(kept, "Glow paint", 3, 9, linked=False)
    return kept


def type_slowly(page: Page, text: str) -> None:
    line = page.get_by_role("textbox", name=re.compile("What to buy"))
    line.fill("")
    line.press_sequentially(text)


def test_names_come_with_the_page_and_from_the_server(saturday: ShoppingList, alice: User, signed_in: SignedIn) -> None:
    page = open_list(signed_in(alice), saturday)
    page.context.route(NAMES, lambda route: route.abort())
    options, line = page.get_by_role("option"), page.get_by_role("textbox", name=re.compile("What to buy"))
    type_slowly(page, "soap, 3 glo")
    expect(options).to_have_count(1)
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(line).to_have_attribute("aria-activedescendant", str(options.first.get_attribute("id")))
    page.keyboard.press("Tab")
    expect(line).to_have_value("soap, 3 Glow paint")
    type_slowly(page, "mil")
    page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    expect(line).to_have_value("mil")
    type_slowly(page, "mil")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(row(page, "Milk")).to_contain_text("2 l")
    expect(line).to_have_value("")
    page.context.unroute(NAMES)
    type_slowly(page, "aubergin")
    options.filter(has_text="Aubergine").first.click()
    expect(row(page, "Aubergine")).to_be_visible()


def test_a_suggestion_goes_on_the_list_at_once_and_waits(
    saturday: ShoppingList, alice: User, signed_in: SignedIn
) -> None:
    page = open_list(signed_in(alice), saturday)
    suggestion = page.locator(".suggestion", has_text="every 6 days")
    suggestion.scroll_into_view_if_needed()
    cut(page.context)
    suggestion.get_by_role("button", name="Add Milk").click()
    expect(suggestion).to_be_hidden()
    expect(page.locator(".item[data-waiting]")).to_have_count(1)
    expect(page.get_by_text("Nothing seems to be missing")).to_be_visible()
    mend(page.context)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator(".item[data-waiting]")).to_have_count(0)
    expect(suggestion).to_be_hidden()
    assert names_on(saturday) == ["Milk"]
