"""What the server refuses keeps its text, and nobody sees or sends what waits for somebody else."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

from accounts.models import Household, User
from shopping.models import ShoppingList
from tests.browser.conftest import SignedIn
from tests.browser.lists import cut, item_of, mend, names_on, open_list, row, type_in
from tests.conftest import ClientOf
from tests.factories.shopping import ShoppingListFactory, ShoppingListItemFactory


@pytest.fixture
def saturday(household: Household) -> ShoppingList:
    kept: ShoppingList = ShoppingListFactory(household=household, name="Saturday shop")
    for name in ("Bread", "Milk"):
        ShoppingListItemFactory(shopping_list=kept, name=name, linked=True)
    return kept


def become(page: Page, client: Client) -> None:
    """Somebody signs in on this device."""
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    server = page.evaluate("location.origin")
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": server, "httpOnly": True}])


def test_what_is_refused_keeps_its_text(
    saturday: ShoppingList, alice: User, signed_in: SignedIn, axe_finds_nothing: Callable[[Page], None]
) -> None:
    page = open_list(signed_in(alice), saturday)
    type_in(page, "999999999999 kg soap")
    refused = page.locator("unsent-changes li")
    expect(refused).to_contain_text("more than any kitchen holds")
    page.reload()
    text = refused.get_by_role("textbox")
    expect(text).to_have_value("999999999999 kg soap")
    axe_finds_nothing(page)
    text.fill("2 soaps")
    refused.get_by_role("button", name="Try again").click()
    expect(refused).to_have_count(0)
    expect(row(page, "Soap").locator("[data-slot=amount]")).to_have_text("2")
    assert names_on(saturday) == ["Bread", "Milk", "Soaps"]


def test_a_removal_that_somebody_else_came_before_is_told(
    saturday: ShoppingList, alice: User, bob: User, client_of: ClientOf, signed_in: SignedIn
) -> None:
    page = open_list(signed_in(alice), saturday)
    cut(page.context)
    row(page, "Milk").focus()
    page.keyboard.press("Delete")
    expect(row(page, "Milk")).to_have_count(0)
    milk = item_of(saturday, "Milk")
    client_of(bob).post(f"/h/{saturday.household.code}/shopping/items/{milk.pk}/tick/")
    mend(page.context)
    page.evaluate("dispatchEvent(new Event('online'))")
    refused = page.locator("unsent-changes li")
    expect(refused).to_contain_text("Bob has Milk in the basket by now: it stays.")
    expect(row(page, "Milk")).to_be_checked()
    refused.get_by_role("button", name="Drop it").click()
    expect(refused).to_have_count(0)


def test_what_waits_is_its_persons_alone(
    saturday: ShoppingList, alice: User, bob: User, client_of: ClientOf, signed_in: SignedIn
) -> None:
    page = open_list(signed_in(alice), saturday)
    context = page.context
    cut(context)
    row(page, "Milk").click()
    expect(page.locator("unsent-changes [role=status]")).to_contain_text("No connection")
    become(page, client_of(bob))
    mend(context)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("unsent-changes [role=status]")).to_contain_text("Somebody else is signed in")
    page.reload()
    expect(page.locator("shopping-list[data-ready]")).to_be_attached()
    expect(row(page, "Milk")).not_to_be_checked()
    row(page, "Bread").click()
    expect(page.locator(".item[data-waiting]")).to_have_count(0)
    assert names_on(saturday, "ticked") == ["Bread"]
    become(page, client_of(alice))
    page.goto(f"/h/{saturday.household.code}/")
    page.goto(f"/h/{saturday.household.code}/shopping/lists/{saturday.pk}/")
    expect(row(page, "Milk")).to_be_checked()
    expect(page.locator(".item[data-waiting]")).to_have_count(0)
    assert names_on(saturday, "ticked") == ["Bread", "Milk"]


def test_signing_out_says_what_has_not_been_sent(saturday: ShoppingList, alice: User, signed_in: SignedIn) -> None:
    page = open_list(signed_in(alice), saturday)
    cut(page.context)
    row(page, "Milk").click()
    row(page, "Bread").click()
    page.get_by_role("button", name="You, Alice").click()
    page.get_by_role("button", name="Sign out").click()
    dialog = page.get_by_role("dialog", name="Sign out before everything is sent?")
    expect(dialog).to_contain_text("Not sent yet: 2")
    dialog.get_by_role("button", name="Send them, then sign out").click()
    expect(dialog).to_contain_text("They could not be sent just now.")
    mend(page.context)
    dialog.get_by_role("button", name="Send them, then sign out").click()
    expect(page.locator("[data-nobody]")).to_be_attached()
    assert names_on(saturday, "ticked") == ["Bread", "Milk"]
