"""The shell in Chromium: what modules add to the plain pages, and what stays when the network or the server fails."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, Route, expect

from accounts.models import Household, Role, User
from tests.browser.conftest import CONTROLLED, SignedIn
from tests.database import as_owner
from tests.factories import EaterFactory, MembershipFactory


@pytest.fixture
def page(alice: User, signed_in: SignedIn) -> Page:
    return signed_in(alice)


def url(name: str, household: Household) -> str:
    return reverse(name, kwargs={"code": household.code})


def test_menus_are_walked_with_the_arrow_keys(page: Page, alice: User, household: Household) -> None:
    MembershipFactory(user=alice, role=Role.MEMBER)
    page.goto(url("home:today", household))
    page.locator(".brand-button").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#switcher a").first).to_be_focused()
    page.keyboard.press("End")
    expect(page.locator("#switcher a").last).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#switcher a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#switcher")).to_be_hidden()
    expect(page.locator(".brand-button")).to_be_focused()


def test_a_key_leads_to_the_search(page: Page, household: Household) -> None:
    page.goto(url("home:today", household))
    page.keyboard.press("/")
    page.wait_for_url("**/search/")


def test_a_dialog_gives_the_focus_back(page: Page, alice: User) -> None:
    with as_owner():
        User.objects.filter(pk=alice.pk).update(role="staff")
    page.goto(reverse("kitchen:style"))
    opener = page.locator("open-dialog a").first
    opener.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(opener).to_be_focused()


def test_what_is_typed_stays_when_the_network_is_gone(page: Page, household: Household) -> None:
    page.goto(url("accounts:eater.create", household))
    name = page.locator("main input[type=text]").first
    name.fill("Grandmother")
    page.context.set_offline(True)
    page.locator("main form [data-kind=primary]").last.click()
    expect(page.locator(".notice[data-kind=offline]")).to_be_visible()
    expect(name).to_have_value("Grandmother")


def test_a_form_is_sent_once(page: Page) -> None:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    page.goto(reverse("accounts:preference.edit"))
    page.locator("main form [data-kind=primary]").last.evaluate("button => { button.click(); button.click(); }")
    expect(page.locator(".notice")).to_be_visible()
    assert len(sent) == 1


def test_what_the_server_dropped_can_be_tried_again(page: Page, household: Household, alice: User) -> None:
    page.goto(url("accounts:eater.create", household))
    page.locator("main input[type=text]").first.fill("Mia")
    page.locator("main form [data-kind=primary]").last.click()
    page.goto(url("home:feed", household))

    def fail(route: Route) -> None:
        route.fulfill(status=500, body="")

    page.route("**/undo/", fail)
    page.locator("main form[hx-post] button").first.click()
    expect(page.locator(".notice[data-kind=error]")).to_be_visible()
    page.unroute("**/undo/", fail)
    page.locator("[data-retry]").click()
    expect(page.locator("main li[data-undone]")).to_have_count(1)


def test_without_a_network_the_kept_page_comes(page: Page, household: Household) -> None:
    page.goto(url("home:today", household))
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.evaluate(CONTROLLED)
    page.context.set_offline(True)
    page.goto(reverse("accounts:me.show"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("No way to the kitchen")
    assert page.evaluate("getComputedStyle(document.querySelector('.door')).borderRadius") != "0px"


def test_a_current_page_out_of_sight_is_brought_in(page: Page) -> None:
    page.goto(reverse("accounts:session.index"))
    expect(page.locator(".settings-nav [aria-current]")).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_way_around_works_without_javascript(
    width: int, alice: User, household: Household, signed_in: SignedIn
) -> None:
    EaterFactory(household=household)
    page = signed_in(alice, java_script_enabled=False, viewport={"width": width, "height": 844})
    page.goto(url("home:today", household))
    page.locator(".brand-button").click()
    page.locator("#switcher").get_by_role("link", name="Household settings").click()
    page.wait_for_url(f"**{url('accounts:household.show', household)}")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Pantry").click()
    page.wait_for_url(f"**{url('pantry:home', household)}")


def test_a_password_can_be_looked_at(context_of: Callable[..., BrowserContext]) -> None:
    page = context_of().new_page()
    page.goto(reverse("account_login"))
    secret = page.locator("input[name=password]")
    page.locator("secret-field button").click()
    expect(secret).to_have_attribute("type", "text")
    page.locator("secret-field button").click()
    expect(secret).to_have_attribute("type", "password")
