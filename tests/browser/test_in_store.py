"""In the shop, in one hand: what comes from home stands out, the last tick is taken back, also without a signal."""

import pytest
from playwright.sync_api import Page, expect

from accounts.models import Household, User
from shopping.models import ShoppingList
from shopping.queries.aisle_order import CATALOGUE
from tests.browser.conftest import SignedIn
from tests.browser.lists import cut, item_of, mend, row, type_in
from tests.factories.shopping import ShoppingListFactory, ShoppingListItemFactory, StoreFactory

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


@pytest.fixture
def saturday(household: Household) -> ShoppingList:
    kept: ShoppingList = ShoppingListFactory(household=household, name="Saturday shop")
    for name in ("Bread", "Milk"):
        ShoppingListItemFactory(shopping_list=kept, name=name, linked=True)
    return kept


def go_shopping(page: Page, kept: ShoppingList) -> Page:
    page.goto(f"/h/{kept.household.code}/shopping/lists/{kept.pk}/")
    page.get_by_role("button", name="I’m going shopping").click()
    page.wait_for_url("**/shop/")
    expect(page.locator("shopping-list[data-ready]")).to_have_count(1)
    expect(page.locator("live-socket")).to_have_attribute("data-state", "live")
    return page


def test_what_is_missed_at_home_stands_out_in_the_shop(
    saturday: ShoppingList, alice: User, bob: User, signed_in: SignedIn
) -> None:
    hers = signed_in(alice, viewport={"width": 1280, "height": 900})
    hers.goto(f"/h/{saturday.household.code}/shopping/lists/{saturday.pk}/")
    expect(hers.locator("live-socket")).to_have_attribute("data-state", "live")
    his = go_shopping(signed_in(bob, **PHONE), saturday)
    expect(hers.locator(".shoppers")).to_contain_text("Bob is shopping")
    expect(hers.locator(".rail .people")).to_contain_text("shopping")
    type_in(hers, "lemons")
    expect(row(his, "Lemons")).to_be_visible()
    expect(his.get_by_role("button", name="1 new")).to_be_visible()
    expect(his.locator("[data-from-home]")).to_have_count(0)
    expect(his.locator("[data-next-new]")).to_be_hidden()
    his.get_by_role("button", name="Done").click()
    expect(hers.locator(".shoppers li")).to_have_count(0)


def test_the_last_tick_is_taken_back_without_a_signal(saturday: ShoppingList, bob: User, signed_in: SignedIn) -> None:
    page = go_shopping(signed_in(bob, **PHONE), saturday)
    undo = page.locator("[data-undo-tick]")
    expect(undo).to_be_disabled()
    cut(page.context)
    row(page, "Bread").click()
    row(page, "Milk").click()
    expect(undo).to_contain_text("Milk")
    undo.click()
    expect(row(page, "Milk")).not_to_be_checked()
    expect(undo).to_contain_text("Bread")
    mend(page.context)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("[data-waiting]")).to_have_count(0)
    assert (item_of(saturday, "Bread").state, item_of(saturday, "Milk").state) == ("ticked", "open")


def test_an_aisle_is_dragged_to_its_place(household: Household, alice: User, signed_in: SignedIn) -> None:
    store = StoreFactory(household=household, name="Corner shop")
    page = signed_in(alice, viewport={"width": 1280, "height": 900})
    page.goto(f"/h/{household.code}/shopping/stores/{store.pk}/")
    aisles = page.locator("aisle-order li")
    first, third = aisles.nth(0).locator("[data-grip]"), aisles.nth(2).bounding_box()
    assert third
    first.hover()
    page.mouse.down()
    page.mouse.move(third["x"] + 10, third["y"] + third["height"] - 4, steps=8)
    page.mouse.up()
    expect(page.locator("aisle-order")).to_contain_text("put here by hand")
    assert aisles.nth(2).get_attribute("data-aisle") == str(CATALOGUE[0])
