"""The shelves in a browser: typed in, seen by the others, used from the row, and never losing what somebody types."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from accounts.models import Household, User
from tests.browser.conftest import SignedIn
from tests.browser.test_live import open_live, staying
from tests.factories import PlaceFactory, StockItemFactory

PHONE = {"viewport": {"width": 390, "height": 844}}


def test_one_line_says_what_it_understands_and_the_others_see_it(
    household: Household, alice: User, bob: User, signed_in: SignedIn
) -> None:
    hers, his = signed_in(alice, **PHONE), signed_in(bob, **PHONE)
    room = f"/h/{household.code}/pantry/"
    for page in (hers, his):
        open_live(page, room)
    line = hers.locator("textarea[name=line]")
    with staying(hers), staying(his):
        his.locator("textarea[name=line]").fill("half typed")
        line.fill("2 l milk fridge")
        expect(hers.locator("#understood")).to_contain_text("2 l · Fridge")
        line.press("Enter")
        expect(line).to_have_value("")
        expect(line).to_be_focused()
        for page in (hers, his):
            expect(page.locator(".lot")).to_contain_text("milk")
        expect(his.locator("textarea[name=line]")).to_have_value("half typed")


def test_a_paste_opens_the_field_and_what_is_refused_stays(
    household: Household, alice: User, signed_in: SignedIn
) -> None:
    page = signed_in(alice, **PHONE)
    open_live(page, f"/h/{household.code}/pantry/")
    line = page.locator("textarea[name=line]")
    low = line.bounding_box()
    line.fill("1 kg flour\nmilk 31 february\n6 eggs")
    high = line.bounding_box()
    assert low
    assert high
    assert high["height"] > low["height"] * 1.5
    line.press("Enter")
    expect(line).to_have_value("milk 31 february")
    expect(page.locator("#understood [data-wrong]")).to_contain_text("not a day")
    expect(page.locator(".lot")).to_have_count(2)


def test_a_row_is_used_with_its_menu_and_taken_back(household: Household, alice: User, signed_in: SignedIn) -> None:
    StockItemFactory(household=household, name="Rice")
    page = signed_in(alice, **PHONE)
    open_live(page, f"/h/{household.code}/pantry/")
    more = page.get_by_label("What to do with Rice")
    with staying(page):
        more.click()
        page.get_by_role("link", name="Used some").click()
        page.locator("#dialog").get_by_label("How much").fill("2 kg")
        page.get_by_role("button", name="That much").click()
        expect(page.locator("#dialog")).to_contain_text("There is not that much")
        page.locator("#dialog").get_by_label("How much").fill("¼ kg")
        page.get_by_role("button", name="That much").click()
        expect(page.locator("#dialog")).to_be_hidden()
        expect(page.locator(".lot .amount")).to_contain_text("750 g")
        more.click()
        page.get_by_role("button", name="Used it all").click()
        expect(page.locator(".lot")).to_have_count(0)
    page.locator(".notice", has_text="nothing is left").get_by_role("button", name="Undo").click()
    expect(page.locator(".lot .amount")).to_contain_text("750 g")
    assert page.url.endswith("/pantry/")


def test_the_menu_is_worked_by_keys(household: Household, alice: User, signed_in: SignedIn) -> None:
    StockItemFactory(household=household, name="Rice")
    page = signed_in(alice, **PHONE)
    open_live(page, f"/h/{household.code}/pantry/")
    more = page.get_by_label("What to do with Rice")
    more.press("Enter")
    expect(page.get_by_role("button", name="Used it all")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("link", name="Used some")).to_be_focused()
    page.keyboard.press("Escape")
    expect(more).to_be_focused()


def test_the_search_follows_what_is_typed(household: Household, alice: User, signed_in: SignedIn) -> None:
    for name in ("Rice", "Flour"):
        StockItemFactory(household=household, name=name)
    page = signed_in(alice, **PHONE)
    open_live(page, f"/h/{household.code}/pantry/")
    with staying(page):
        page.locator("input[name=q]").press_sequentially("flo")
        expect(page.locator(".lot")).to_have_count(1)
        expect(page).to_have_url(f"{page.url.split('?')[0]}?q=flo")
        expect(page.locator("input[name=q]")).to_have_value("flo")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_lot_and_what_can_be_done_with_it_is_for_everybody(
    theme: str, household: Household, alice: User, signed_in: SignedIn, axe_finds_nothing: Callable[[Page], None]
) -> None:
    PlaceFactory(household=household, name="Cellar", storage="pantry")
    rice = StockItemFactory(household=household, name="Rice", use_by="2020-01-01", date_kind="use_by")
    page = signed_in(alice, color_scheme=theme, **PHONE)
    for verb in ("", "use/", "waste/", "move/", "edit/"):
        page.goto(f"/h/{household.code}/pantry/stock/{rice.pk}/{verb}")
        axe_finds_nothing(page)
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    open_live(page, f"/h/{household.code}/pantry/")
    page.locator("textarea[name=line]").fill("2 l milk\nrice 31 february")
    expect(page.locator("#understood [data-wrong]")).to_be_visible()
    page.get_by_label("What to do with Rice").click()
    axe_finds_nothing(page)
    page.get_by_role("link", name="Throw away").click()
    expect(page.get_by_role("radio", name="past its date")).to_be_checked()
    axe_finds_nothing(page)
