"""What a device keeps is one person's: signing out, anywhere, and signing in as somebody else end it."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from accounts.models import Household, User
from shopping.models import ShoppingList
from tests.browser.conftest import SignedIn
from tests.browser.kept import anew, keeps, keeps_nothing, knows_no_way, until
from tests.browser.line import Line
from tests.database import as_owner
from tests.factories import MembershipFactory, ShoppingListFactory

GONE = "async (name) => !(await caches.has(name))"
DROPPED = "async (path) => !(await caches.match(path))"


@pytest.fixture
def shop(household: Household) -> ShoppingList:
    made: ShoppingList = ShoppingListFactory(household=household, name="Saturday market")
    return made


def path_of(shop: ShoppingList) -> str:
    return reverse("shopping:list.show", kwargs={"code": shop.household.code, "id": shop.pk})


@pytest.fixture
def page(alice: User, shop: ShoppingList, line: Line, signed_in: SignedIn) -> Page:
    page = signed_in(alice, base_url=line.address)
    page.goto(path_of(shop))
    keeps(page, ["/", path_of(shop)])
    return page


def is_for_nobody(page: Page, line: Line, shop: ShoppingList) -> None:
    line.cut()
    page = anew(page)
    for path in ("/", path_of(shop)):
        page.goto(path)
        knows_no_way(page)
        expect(page.get_by_text("Saturday market")).to_have_count(0)


def test_signing_out_in_another_tab_drops_all(page: Page, shop: ShoppingList, line: Line) -> None:
    other = page.context.new_page()
    other.goto(reverse("accounts:me.show"))
    other.locator("[popovertarget=person-menu]").click()
    other.get_by_role("button", name="Sign out").click()
    expect(other.locator("html[data-nobody]")).to_be_attached()
    keeps_nothing(page)
    is_for_nobody(page, line, shop)


def test_somebody_else_has_nothing_of_it(
    page: Page, shop: ShoppingList, line: Line, alice: User, signed_in: SignedIn
) -> None:
    other = signed_in(MembershipFactory().user, base_url=line.address)
    page.context.clear_cookies()
    page.context.add_cookies(other.context.cookies())
    page.goto(reverse("accounts:me.show"))
    until(page, GONE, f"kitchen-pages-{alice.pk}")
    is_for_nobody(page, line, shop)


def test_a_household_that_one_has_left_is_dropped(
    household: Household, shop: ShoppingList, bob: User, line: Line, signed_in: SignedIn
) -> None:
    page = signed_in(bob, base_url=line.address)
    page.goto(path_of(shop))
    keeps(page, [path_of(shop)])
    with as_owner():
        household.memberships.filter(user=bob).delete()
    page.goto(reverse("accounts:me.show"))
    until(page, DROPPED, path_of(shop))
    line.cut()
    page = anew(page)
    page.goto(path_of(shop))
    knows_no_way(page)
