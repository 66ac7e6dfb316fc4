"""Pages without a network: the server is stopped, the app is closed, and what a person needs is there all the same."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from accounts.models import Household, User
from recipes.models import Recipe
from shopping.models import ShoppingList
from tests.browser.conftest import SignedIn
from tests.browser.kept import anew, is_a_copy, keeps, knows_no_way, until
from tests.browser.line import Line
from tests.factories import RecipeFactory, ShoppingListFactory, ShoppingListItemFactory

READS = "async ([path, words]) => (await (await caches.match(path)).text()).includes(words)"


@pytest.fixture
def shop(household: Household) -> ShoppingList:
    made: ShoppingList = ShoppingListFactory(household=household, name="Saturday market")
    ShoppingListItemFactory(shopping_list=made, name="Oat milk")
    return made


@pytest.fixture
def page(alice: User, line: Line, signed_in: SignedIn) -> Page:
    return signed_in(alice, base_url=line.address)


def today(household: Household) -> str:
    return reverse("home:today", kwargs={"code": household.code})


def lists(household: Household) -> str:
    return reverse("shopping:home", kwargs={"code": household.code})


def path_of(shop: ShoppingList) -> str:
    return reverse("shopping:list.show", kwargs={"code": shop.household.code, "id": shop.pk})


def test_the_app_opens_in_a_cellar(shop: ShoppingList, household: Household, page: Page, line: Line) -> None:
    # Only Today was looked at: the list is there because it may be needed.
    page.goto("/")
    keeps(page, ["/", today(household), lists(household), path_of(shop)])
    line.cut()
    page = anew(page)
    page.goto("/")
    expect(page).to_have_url(f"{line.address}{today(household)}")
    is_a_copy(page)
    page.get_by_role("link", name="Shopping", exact=True).click()
    expect(page).to_have_url(f"{line.address}{path_of(shop)}")
    is_a_copy(page)
    expect(page.locator(".item")).to_contain_text(["Oat milk"])
    page.goto("/?to=shopping")
    expect(page).to_have_url(f"{line.address}{path_of(shop)}")


def test_several_lists_are_kept_and_those_put_aside_go(household: Household, page: Page, line: Line) -> None:
    market, party = (ShoppingListFactory(household=household, name=name) for name in ("Market", "Party"))
    page.goto(today(household))
    keeps(page, [lists(household), path_of(market), path_of(party)])
    line.cut()
    page = anew(page)
    page.goto(lists(household))
    is_a_copy(page)
    page.get_by_role("link", name="Party").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Party")


def test_what_is_kept_stands_where_a_page_is_not(
    shop: ShoppingList, household: Household, page: Page, line: Line
) -> None:
    dish: Recipe = RecipeFactory(household=household, name="Semolina & <b>plums</b>", lines="200 g semolina")
    about = reverse("recipes:recipe.show", kwargs={"code": household.code, "id": dish.pk})
    page.goto(about)
    keeps(page, [about, path_of(shop)])
    line.cut()
    page = anew(page)
    page.goto(reverse("accounts:me.show"))
    knows_no_way(page)
    expect(page.get_by_role("heading", level=2)).to_have_text(["Shopping lists", "Today", "Dishes"])
    expect(page.get_by_role("link", name="Saturday market")).to_be_visible()
    page.get_by_role("link", name="Semolina & <b>plums</b>").click()
    expect(page.get_by_role("listitem", name="g semolina")).to_be_visible()
    is_a_copy(page)


def test_a_slow_line_is_not_waited_for(shop: ShoppingList, page: Page, line: Line) -> None:
    page.goto(path_of(shop))
    keeps(page, [path_of(shop)])
    ShoppingListItemFactory(shopping_list=shop, name="Bread")
    line.hold()
    page.goto(path_of(shop))
    expect(page.locator(".item")).to_contain_text(["Oat milk"])
    expect(page.locator("html[data-kept-at]")).to_be_attached()
    # What came too late is kept for the next time.
    line.let_pass()
    until(page, READS, [path_of(shop), "Bread"])


def test_what_others_did_lies_over_the_copy(
    shop: ShoppingList, bob: User, signed_in: SignedIn, page: Page, line: Line
) -> None:
    page.goto(path_of(shop))
    keeps(page, [path_of(shop)])
    expect(page.locator("live-socket")).to_have_attribute("data-state", "live")
    his = signed_in(bob)
    his.goto(path_of(shop))
    his.get_by_role("checkbox", name=re.compile("Oat milk")).click()
    milk = page.get_by_role("checkbox", name=re.compile("Oat milk"))
    expect(milk).to_be_checked()
    line.cut()
    page = anew(page)
    page.goto(path_of(shop))
    is_a_copy(page)
    expect(page.get_by_role("checkbox", name=re.compile("Oat milk"))).to_be_checked()


def test_a_copy_of_a_page_sends_new_deeds(shop: ShoppingList, page: Page, line: Line) -> None:
    page.goto(path_of(shop))
    keeps(page, [path_of(shop)])
    deed = page.locator(".quick-add input[name=id]").first.get_attribute("value")
    line.cut()
    page.goto(path_of(shop))
    is_a_copy(page)
    expect(page.locator(".quick-add input[name=id]").first).not_to_have_value(deed or "")
