"""A shopping list in a browser, as tests of it look at it."""

import re

from playwright.sync_api import BrowserContext, Locator, Page, expect

from shopping.models import ShoppingList, ShoppingListItem
from tests.database import as_owner

SYNC = re.compile(r"/shopping/operations/$")


def open_list(page: Page, kept: ShoppingList) -> Page:
    """Open, its scripts at work."""
    page.goto(f"/h/{kept.household.code}/shopping/lists/{kept.pk}/")
    expect(page.locator("shopping-list[data-ready]")).to_be_attached()
    return page


def row(page: Page, name: str) -> Locator:
    return page.locator("shopping-list").get_by_role("checkbox", name=re.compile(rf"(^|\s){re.escape(name)}"))


def aisle(page: Page, slug: str) -> Locator:
    return page.locator(f"shopping-list > [data-aisle={slug}]")


def names(of: Locator) -> list[str]:
    return of.locator("[data-slot=name]").all_text_contents()


def type_in(page: Page, text: str) -> None:
    line = page.get_by_label("What to buy").first
    line.fill(text)
    line.press("Enter")


def cut(context: BrowserContext) -> None:
    """What is done here does not reach the server; pages still come."""
    context.route(SYNC, lambda route: route.abort())


def mend(context: BrowserContext) -> None:
    context.unroute(SYNC)


def item_of(kept: ShoppingList, name: str) -> ShoppingListItem:
    with as_owner():
        return ShoppingListItem.objects.get(shopping_list=kept, name=name)


def names_on(kept: ShoppingList, state: str = "open") -> list[str]:
    with as_owner():
        found = ShoppingListItem.objects.filter(shopping_list=kept, state=state).order_by("name_key")
        return list(found.values_list("name", flat=True))
