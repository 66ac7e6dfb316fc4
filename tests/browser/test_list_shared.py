"""A visitor without an account shops with a list from home; what is bought is put away in one tap, or line by line."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import User
from pantry.models import StockItem
from shopping.models import ShoppingList
from tests.browser.conftest import SignedIn
from tests.browser.lists import item_of, open_list, row
from tests.database import as_owner
from tests.factories.shopping import ShoppingListFactory, ShoppingListItemFactory
from tests.shopping.visits import shared

SYNC = re.compile(r"/l/[\w-]+/operations/$")


@pytest.fixture
def saturday(alice: User, household: object) -> ShoppingList:
    kept: ShoppingList = ShoppingListFactory(household=household, name="Saturday shop")
    for name, amount in (("Bread", 1), ("Milk", 2), ("Leeks", 3)):
        ShoppingListItemFactory(shopping_list=kept, name=name, linked=True, quantity=amount, unit="piece")
    return kept


def tick(page: Page, *names: str) -> None:
    for name in names:
        row(page, name).click()
        expect(row(page, name)).to_be_checked()


def test_a_visitor_ticks_live_also_in_a_cellar_until_the_link_is_revoked(
    saturday: ShoppingList,
    alice: User,
    signed_in: SignedIn,
    context_of: Callable[..., BrowserContext],
    axe_finds_nothing: Callable[[Page], None],
) -> None:
    home = open_list(signed_in(alice), saturday)
    link = shared(saturday, alice)
    visitor = context_of().new_page()
    visitor.goto(f"/l/{link.token}/")
    expect(visitor.locator("shopping-list[data-ready]")).to_be_attached()
    axe_finds_nothing(visitor)
    tick(visitor, "Milk")
    expect(row(home, "Milk")).to_be_checked()
    tick(home, "Bread")
    expect(row(visitor, "Bread")).to_be_checked()
    visitor.context.route(SYNC, lambda route: route.abort())
    tick(visitor, "Leeks")
    expect(visitor.locator("unsent-changes [role=status]")).to_contain_text("No connection")
    expect(row(home, "Leeks")).not_to_be_checked()
    visitor.context.unroute(SYNC)
    visitor.evaluate("dispatchEvent(new Event('online'))")
    expect(row(home, "Leeks")).to_be_checked()
    home.goto(f"/h/{saturday.household.code}/shopping/lists/{saturday.pk}/link/revoke/")
    home.get_by_role("button", name="Revoke").click()
    expect(visitor.get_by_role("heading", name="There is nothing on this shelf.")).to_be_visible(timeout=15_000)


def test_a_basket_is_looked_through_and_put_away(
    saturday: ShoppingList, alice: User, signed_in: SignedIn, axe_finds_nothing: Callable[[Page], None]
) -> None:
    page = open_list(signed_in(alice), saturday)
    tick(page, "Milk", "Leeks")
    page.get_by_role("button", name="Put all 2 away").wait_for()
    page.get_by_role("link", name="Look first").click()
    line = page.locator("away-line", has_text="Milk")
    line.locator("summary").click()
    axe_finds_nothing(page)
    line.get_by_role("button", name="More").click()
    line.get_by_role("radio", name="Freezer").check()
    line.get_by_role("button", name="No date").click()
    expect(line.locator("summary")).to_contain_text("3 · Freezer · no date")
    page.get_by_role("checkbox", name="Put Leeks away").uncheck()
    expect(page.locator("away-line", has_text="Leeks").locator("summary")).to_contain_text("goes nowhere")
    page.get_by_role("button", name="Put all 2 away").click()
    expect(page.locator(".notice")).to_contain_text("Put away. Milk: Freezer.")
    with as_owner():
        (lot,) = StockItem.objects.filter(household=saturday.household).select_related("place")
    assert (lot.amount, lot.place.storage, lot.use_by) == (3, "freezer", None)


def test_one_tap_and_its_undo(saturday: ShoppingList, alice: User, signed_in: SignedIn) -> None:
    page = open_list(signed_in(alice), saturday)
    tick(page, "Milk", "Leeks")
    page.get_by_role("button", name="Put all 2 away").click()
    expect(page.locator(".notice")).to_contain_text("Put away.")
    assert {item_of(saturday, name).state for name in ("Milk", "Leeks")} == {"put_away"}
    page.locator(".notice").get_by_role("button", name="Undo").click()
    expect(page.locator(".notice", has_text="Taken back.")).to_be_visible()
    assert {item_of(saturday, name).state for name in ("Milk", "Leeks")} == {"ticked"}
