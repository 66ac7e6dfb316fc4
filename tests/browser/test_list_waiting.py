"""What is done to a list is seen at once, and waits on the device until the server has answered."""

import re

import pytest
from playwright.sync_api import Page, expect

from accounts.models import Household, User
from shopping.models import ShoppingList
from tests.browser.conftest import SignedIn
from tests.browser.kept import until
from tests.browser.lists import aisle, cut, item_of, mend, names, names_on, open_list, row, type_in
from tests.factories.shopping import ShoppingListFactory, ShoppingListItemFactory

AT_ONCE = """button => {
  button.click();
  return [button.ariaChecked, document.querySelector('[data-count=ticked]').textContent];
}"""


@pytest.fixture
def saturday(household: Household) -> ShoppingList:
    kept: ShoppingList = ShoppingListFactory(household=household, name="Saturday shop")
    for name in ("Bread", "Milk", "Leeks"):
        ShoppingListItemFactory(shopping_list=kept, name=name, linked=True)
    return kept


def waiting(page: Page) -> None:
    expect(page.locator("unsent-changes [role=status]")).to_contain_text("No connection")


def test_a_tick_is_seen_at_once_and_survives_closing(saturday: ShoppingList, alice: User, signed_in: SignedIn) -> None:
    page = open_list(signed_in(alice), saturday)
    context = page.context
    cut(context)
    assert row(page, "Milk").evaluate(AT_ONCE) == ["true", "1"]
    waiting(page)
    page.close()
    page = open_list(context.new_page(), saturday)
    expect(aisle(page, "basket").locator(".item[data-waiting]")).to_contain_text("waits to be sent")
    waiting(page)
    assert item_of(saturday, "Milk").state == "open"
    mend(context)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator(".item[data-waiting]")).to_have_count(0)
    expect(row(page, "Milk")).to_be_checked()
    expect(page.locator("unsent-changes [role=status]")).to_be_empty()
    assert item_of(saturday, "Milk").state == "ticked"


def test_what_is_typed_offline_can_be_changed_and_removed(
    saturday: ShoppingList, alice: User, signed_in: SignedIn
) -> None:
    page = open_list(signed_in(alice), saturday)
    cut(page.context)
    type_in(page, "1,5 l oat milk, apples; soap")
    assert names(aisle(page, "new")) == ["soap", "apples", "1,5 l oat milk"]
    row(page, "soap").click()
    page.get_by_role("button", name="Change apples").click()
    dialog = page.get_by_role("dialog", name="apples")
    dialog.get_by_label("Amount").fill("6")
    dialog.get_by_role("button", name="Save").click()
    expect(row(page, "apples")).to_contain_text("6")
    row(page, "Bread").focus()
    page.keyboard.press("Delete")
    expect(row(page, "Bread")).to_have_count(0)
    page.reload()
    expect(row(page, "apples")).to_contain_text("6")
    expect(row(page, "soap")).to_be_checked()
    expect(row(page, "Bread")).to_have_count(0)
    mend(page.context)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(aisle(page, "new")).to_be_hidden()
    expect(page.locator(".item[data-waiting], .item[data-provisional]")).to_have_count(0)
    assert names_on(saturday) == ["Apples", "Leeks", "Milk", "Oat milk"]
    assert names_on(saturday, "ticked") == ["Soap"]
    expect(row(page, "Oat milk")).to_contain_text("1.5 l")


def test_undo_brings_back_what_was_taken_off(saturday: ShoppingList, alice: User, signed_in: SignedIn) -> None:
    page = open_list(signed_in(alice), saturday)
    row(page, "Bread").focus()
    page.keyboard.press("Delete")
    expect(row(page, "Bread")).to_have_count(0)
    expect(page.locator(".notice")).to_contain_text("Off the list: Bread")
    page.get_by_role("button", name="Undo").click()
    expect(row(page, "Bread")).to_be_visible()
    expect(page.locator(".item[data-waiting]")).to_have_count(0)
    assert names_on(saturday) == ["Bread", "Leeks", "Milk"]


def test_arrows_go_from_row_to_row(saturday: ShoppingList, alice: User, signed_in: SignedIn) -> None:
    page = open_list(signed_in(alice), saturday)
    order = names(page.locator("shopping-list"))
    row(page, order[0]).focus()
    page.keyboard.press("ArrowDown")
    expect(row(page, order[1])).to_be_focused()
    page.keyboard.press("Space")
    expect(row(page, order[1])).to_be_checked()
    expect(row(page, order[1])).to_be_focused()
    page.keyboard.press("End")
    expect(aisle(page, "basket")).to_contain_text(order[1])


def test_without_a_place_to_keep_it_a_row_is_a_form(saturday: ShoppingList, alice: User, signed_in: SignedIn) -> None:
    page = signed_in(alice)
    page.add_init_script("delete IDBFactory.prototype.open")
    page.goto(f"/h/{saturday.household.code}/shopping/lists/{saturday.pk}/")
    row(page, "Milk").click()
    expect(aisle(page, "basket")).to_contain_text("Milk")
    assert names_on(saturday, "ticked") == ["Milk"]


def test_several_tabs_show_the_same(saturday: ShoppingList, alice: User, signed_in: SignedIn) -> None:
    one = open_list(signed_in(alice), saturday)
    other = open_list(one.context.new_page(), saturday)
    cut(one.context)
    row(one, "Milk").click()
    type_in(one, "Soap")
    expect(row(other, "Milk")).to_be_checked()
    expect(aisle(other, "new")).to_contain_text("Soap")
    mend(one.context)
    other.evaluate("dispatchEvent(new Event('online'))")
    for page in (one, other):
        expect(page.locator(".item[data-waiting]")).to_have_count(0)
        expect(row(page, "Soap")).to_be_visible()
    assert names_on(saturday) == ["Bread", "Leeks", "Soap"]


def test_a_row_that_comes_takes_its_place(saturday: ShoppingList, alice: User, bob: User, signed_in: SignedIn) -> None:
    his = open_list(signed_in(bob), saturday)
    expect(his.locator("live-socket")).to_have_attribute("data-state", "live")
    hers = open_list(signed_in(alice), saturday)
    for name in ("Potatoes", "Courgettes", "Carrots"):
        type_in(hers, name)
        expect(row(his, name)).to_be_visible()
    vegetables = his.locator("section[data-aisle]").filter(has_text="Potatoes")
    assert names(vegetables) == ["Carrots", "Courgettes", "Potatoes"]
    row(hers, "Leeks").click()
    expect(aisle(his, "basket").get_by_role("checkbox", name=re.compile("Leeks"))).to_be_checked()
    expect(his.locator("[id^=tally]")).to_contain_text("1 of 6")
    until(his, "async () => document.querySelectorAll('.item').length === 6")
