"""Several lots at once and the stock-take in a browser: by finger and by keys, and what is chosen stays chosen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from accounts.models import Household, User
from tests.browser.conftest import SignedIn
from tests.browser.test_live import open_live, staying
from tests.factories import PlaceFactory, StockItemFactory

PHONE = {"viewport": {"width": 390, "height": 844}}


def test_several_are_chosen_stay_chosen_and_are_used_up_at_once(
    household: Household, alice: User, bob: User, signed_in: SignedIn
) -> None:
    for name in ("Apples", "Bread", "Cream", "Dill"):
        StockItemFactory(household=household, name=name)
    hers, his = signed_in(alice, **PHONE), signed_in(bob, **PHONE)
    room = f"/h/{household.code}/pantry/"
    open_live(hers, room)
    open_live(his, room)
    with staying(hers):
        hers.get_by_role("button", name="Select").click()
        expect(hers.get_by_role("button", name="Used up")).to_be_disabled()
        hers.get_by_role("checkbox", name="Select Apples").click()
        hers.get_by_role("checkbox", name="Select Cream").click(modifiers=["Shift"])
        expect(hers.locator(".pick:checked")).to_have_count(3)
        his.locator("textarea[name=line]").fill("2 l milk")
        his.locator("textarea[name=line]").press("Enter")
        expect(hers.locator(".lot")).to_have_count(5)
        expect(hers.locator(".pick:checked")).to_have_count(3)
        hers.get_by_role("checkbox", name="Select Bread").press("Space")
        expect(hers.locator("strong[data-count]")).to_have_text("2")
        hers.get_by_role("button", name="Used up").click()
        expect(hers.locator(".lot")).to_have_count(3)
        expect(hers.locator(".pick-bar")).to_be_hidden()
    expect(his.locator(".lot")).to_have_count(3)
    hers.locator(".notice", has_text="2 things are used up").get_by_role("button", name="Undo").click()
    expect(hers.locator(".lot")).to_have_count(5)


def test_one_reason_for_all_is_asked_in_the_dialog(household: Household, alice: User, signed_in: SignedIn) -> None:
    for name in ("Apples", "Bread"):
        StockItemFactory(household=household, name=name)
    page = signed_in(alice, **PHONE)
    open_live(page, f"/h/{household.code}/pantry/")
    with staying(page):
        page.get_by_role("button", name="Select").click()
        page.get_by_role("button", name="All", exact=True).click()
        page.get_by_role("button", name="Threw away").click()
        page.locator("#dialog").get_by_role("radio", name="it went off").check()
        page.get_by_role("button", name="Throw away 2 things").click()
        expect(page.locator("#dialog")).to_be_hidden()
        expect(page.locator(".lot")).to_have_count(0)


def test_a_place_is_walked_with_the_keyboard_alone(household: Household, alice: User, signed_in: SignedIn) -> None:
    place = PlaceFactory(household=household, name="Fridge")
    for name in ("Butter", "Eggs", "Milk"):
        StockItemFactory(household=household, name=name, place=place)
    page = signed_in(alice, **PHONE)
    page.goto(f"/h/{household.code}/pantry/take/{place.pk}/")
    with staying(page):
        page.get_by_label("Butter is there").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text("1 of 3")).to_be_visible()
        expect(page.get_by_label("Eggs is there")).to_be_focused()
        page.get_by_label("How much there is of Eggs").focus()
        page.keyboard.press("ArrowDown")
        expect(page.get_by_label("How much there is of Eggs")).to_have_value("950")
        page.keyboard.press("Enter")
        expect(page.get_by_text("2 of 3")).to_be_visible()
        page.get_by_label("Milk is gone").press("Enter")
        expect(page.get_by_role("heading", name="All of it has been looked at")).to_be_visible()
        page.get_by_label("What else lies here").fill("1 jar of jam")
        page.keyboard.press("Enter")
        expect(page.locator("[data-seen]")).to_have_count(3)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_choosing_and_walking_are_for_everybody(
    theme: str, household: Household, alice: User, signed_in: SignedIn, axe_finds_nothing: Callable[[Page], None]
) -> None:
    place = PlaceFactory(household=household, name="Fridge")
    for name in ("Butter", "Eggs"):
        StockItemFactory(household=household, name=name, place=place)
    StockItemFactory(household=household, name="Parsley", place=place, rough="some")
    page = signed_in(alice, color_scheme=theme, **PHONE)
    for where in ("?select=1", "?by=category&state=fresh", "?q=zebra", "take/", f"take/{place.pk}/", "month/"):
        page.goto(f"/h/{household.code}/pantry/{where}")
        axe_finds_nothing(page)
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
