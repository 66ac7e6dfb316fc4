"""What one does, the others see: in two browsers, without loading a page again."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, expect

from accounts.models import Household, User
from tests.browser.conftest import SignedIn
from tests.conftest import membership_of
from tests.factories import InvitationFactory, UserFactory

WIDE = {"viewport": {"width": 1280, "height": 800}}


@contextmanager
def staying(page: Page) -> Iterator[None]:
    """Whatever happens inside, the page is not loaded again."""
    page.evaluate("window.sameDocument = true")
    yield
    assert page.evaluate("window.sameDocument === true"), "the page was loaded again"


def open_live(page: Page, path: str) -> None:
    page.goto(path)
    expect(page.locator("live-socket")).to_have_attribute("data-state", "live")


def rename(page: Page, household: Household, name: str) -> None:
    page.goto(f"/h/{household.code}/settings/edit/")
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_role("button", name="Save").click()
    page.wait_for_url(re.compile(r"/settings/$"))


def test_a_new_name_is_seen_by_the_others(household: Household, alice: User, bob: User, signed_in: SignedIn) -> None:
    hers, his = signed_in(alice, **WIDE), signed_in(bob, **WIDE)
    open_live(his, f"/h/{household.code}/")
    with staying(his):
        rename(hers, household, "Linden 14")
        expect(his.locator("#brand")).to_have_text(re.compile("Linden 14"))
        expect(his.locator("#lately")).to_contain_text("Alice renamed Linden 12 to Linden 14")


def test_who_joins_stands_in_the_rail(household: Household, alice: User, bob: User, signed_in: SignedIn) -> None:
    invitation = InvitationFactory(household=household, created_by=alice)
    newcomer = signed_in(UserFactory(name="Dora"), **WIDE)
    hers = signed_in(alice, **WIDE)
    open_live(hers, f"/h/{household.code}/")
    with staying(hers):
        newcomer.goto(f"/join/{invitation.token}/")
        newcomer.get_by_role("button", name="Join").click()
        expect(hers.locator("#people")).to_contain_text("Dora")
        expect(hers.locator("#together")).to_have_text("Alice, Bob and Dora share this kitchen.")


def test_what_happened_offline_is_there_after_it(
    household: Household, alice: User, bob: User, signed_in: SignedIn
) -> None:
    hers, his = signed_in(alice, **WIDE), signed_in(bob, **WIDE)
    open_live(his, f"/h/{household.code}/")
    with staying(his):
        his.context.set_offline(True)
        expect(his.locator("live-socket")).to_have_attribute("data-state", "offline")
        expect(his.locator("live-socket [role=status]")).to_contain_text("Not connected")
        rename(hers, household, "Linden 14")
        his.context.set_offline(False)
        expect(his.locator("#brand")).to_have_text(re.compile("Linden 14"))
        expect(his.locator("live-socket [role=status]")).to_be_empty()


def test_a_line_that_was_cut_is_taken_up_again(
    household: Household, alice: User, bob: User, signed_in: SignedIn
) -> None:
    hers, his = signed_in(alice, **WIDE), signed_in(bob, **WIDE)
    open_live(his, f"/h/{household.code}/")
    with staying(his):
        his.evaluate("document.querySelector('live-socket').socket.close()")
        rename(hers, household, "Linden 14")
        expect(his.locator("#brand")).to_have_text(re.compile("Linden 14"))


def test_a_missed_message_is_asked_for(household: Household, alice: User, bob: User, signed_in: SignedIn) -> None:
    hers, his = signed_in(alice, **WIDE), signed_in(bob, **WIDE)
    open_live(his, f"/h/{household.code}/")
    with staying(his):
        his.evaluate("document.querySelector('live-socket').hear = () => {}")
        rename(hers, household, "Linden 13")
        his.wait_for_timeout(
            300
        )  # what came until here is swallowed: the page's number stands while the server goes on
        his.evaluate("delete document.querySelector('live-socket').hear")
        rename(hers, household, "Linden 14")
        expect(his.locator("#brand")).to_have_text(re.compile("Linden 14"))
        expect(his.locator("#lately")).to_contain_text("Alice renamed Linden 12 to Linden 13")


def test_the_focus_stays_where_it_is(household: Household, alice: User, bob: User, signed_in: SignedIn) -> None:
    hers, his = signed_in(alice, **WIDE), signed_in(bob, **WIDE)
    rename(hers, household, "Linden 13")
    open_live(his, f"/h/{household.code}/")
    his.get_by_role("link", name="All that happened").focus()
    with staying(his):
        rename(hers, household, "Linden 14")
        expect(his.locator("#lately")).to_contain_text("Linden 13 to Linden 14")
    expect(his.get_by_role("link", name="All that happened")).to_be_focused()


def test_undo_in_the_feed_is_seen_by_the_others(
    household: Household, alice: User, bob: User, signed_in: SignedIn
) -> None:
    hers, his = signed_in(alice, **WIDE), signed_in(bob, **WIDE)
    rename(hers, household, "Linden 14")
    open_live(his, f"/h/{household.code}/feed/")
    open_live(hers, f"/h/{household.code}/")
    with staying(his), staying(hers):
        hers.get_by_role("button", name=re.compile("Undo: Alice renamed")).click()
        expect(his.locator("#feed")).to_contain_text("undone by Alice")
        expect(hers.locator("#lately")).to_contain_text("undone by Alice")
        expect(hers.locator("#brand")).to_have_text(re.compile("Linden 12"))


def test_undo_works_on_a_line_that_came_live(
    household: Household, alice: User, carol: User, signed_in: SignedIn
) -> None:
    hers, carols = signed_in(alice, **WIDE), signed_in(carol, **WIDE)
    open_live(carols, f"/h/{household.code}/")
    rename(hers, household, "Linden 14")
    with staying(carols):
        carols.get_by_role("button", name=re.compile("Undo: Alice renamed")).click()
        expect(carols.locator("#lately")).to_contain_text("undone by Carol")
        expect(carols.locator("#brand")).to_have_text(re.compile("Linden 12"))


def test_who_is_removed_sees_the_household_no_more(
    household: Household, alice: User, bob: User, signed_in: SignedIn
) -> None:
    hers, his = signed_in(alice, **WIDE), signed_in(bob, **WIDE)
    open_live(his, f"/h/{household.code}/")
    hers.goto(f"/h/{household.code}/members/{membership_of(bob, household).pk}/remove/")
    hers.get_by_role("button", name=re.compile("Remove")).click()
    expect(his.locator("live-socket")).to_have_count(0)
    assert "Linden 12" not in his.content()
