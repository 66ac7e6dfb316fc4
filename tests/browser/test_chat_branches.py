"""Saying it otherwise in the browser, with and without JavaScript; two windows; the keyboard; what stands beside."""

import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from accounts.models import Household, User
from tests.browser.conftest import SignedIn
from tests.browser.test_chat import at_rest
from tests.browser.test_live import staying
from tests.factories import RecipeFactory

WIDE = {"viewport": {"width": 1280, "height": 800}}


def field(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Message", exact=True)


def begin(page: Page, household: Household, text: str) -> None:
    page.goto(f"/h/{household.code}/chat/")
    field(page).fill(text)
    page.get_by_role("button", name="Send").click()
    page.wait_for_url(re.compile(r"/chat/[0-9a-f-]{36}/$"))


@pytest.fixture
def page(household: Household, alice: User, signed_in: SignedIn) -> Page:
    RecipeFactory(household=household, name="Pea soup")
    made = signed_in(alice, **WIDE)
    begin(made, household, "Open the pea soup")
    at_rest(made)
    return made


def test_an_answer_is_tried_anew_and_both_are_gone_between(page: Page) -> None:
    other = page.context.new_page()
    other.goto(page.url)
    with staying(page), staying(other):
        page.get_by_role("button", name="Answer anew").click()
        for window in (page, other):
            expect(window.locator(".branch-picker").last).to_contain_text("2 / 2")
        at_rest(page)
        other.get_by_role("button", name="The one before").click()
        for window in (page, other):
            expect(window.locator(".branch-picker").last).to_contain_text("1 / 2")
        expect(page.locator(".say")).to_have_count(2)


def test_a_question_is_put_otherwise_where_it_stands(page: Page) -> None:
    with staying(page):
        page.get_by_role("link", name="Put it otherwise").click()
        box = page.get_by_role("textbox", name="What you wrote")
        expect(box).to_be_focused()
        box.press("Escape")
        expect(box).to_have_count(0)
        page.get_by_role("link", name="Put it otherwise").click()
        box.fill("What is on the list?")
        box.press("Enter")
        expect(page.locator(".say[data-from=me] .said")).to_have_text("What is on the list?")
        at_rest(page)
        expect(page.locator(".branch-picker")).to_have_count(1)
        expect(page.locator(".branch-picker")).to_contain_text("2 / 2")


def test_tried_anew_in_two_windows_it_is_one_more(page: Page) -> None:
    other = page.context.new_page()
    other.goto(page.url)
    for window in (page, other):
        window.get_by_role("button", name="Answer anew").evaluate("button => button.form.requestSubmit()")
    for window in (page, other):
        expect(window.locator(".branch-picker")).to_contain_text("/ ")
        at_rest(window)
    assert page.locator(".branch-picker").inner_text() == other.locator(".branch-picker").inner_text()


def look_again(page: Page) -> None:
    """Without JavaScript one loads the page until the answer is there."""
    for _ in range(100):
        if page.locator(".say[data-state=running]").count() == 0:
            return
        page.reload()
    pytest.fail("no answer came")


def test_without_javascript_all_of_it_works(household: Household, alice: User, signed_in: SignedIn) -> None:
    page = signed_in(alice, **WIDE, java_script_enabled=False)
    begin(page, household, "What is on the list?")
    look_again(page)
    page.get_by_role("button", name="Answer anew").click()
    look_again(page)
    expect(page.locator(".branch-picker")).to_contain_text("2 / 2")
    page.get_by_role("link", name="Put it otherwise").click()
    page.get_by_role("textbox", name="What you wrote").fill("What is in the pantry?")
    page.get_by_role("button", name="Ask this instead").click()
    expect(page.locator(".say[data-from=me] .said")).to_have_text("What is in the pantry?")
    look_again(page)
    page.get_by_role("button", name="The one before").first.click()
    expect(page.locator(".say[data-from=me] .said")).to_have_text("What is on the list?")


def test_a_draft_is_kept_until_it_is_sent_and_an_input_method_is_left_alone(page: Page) -> None:
    field(page).fill("What is in the")
    page.reload()
    expect(field(page)).to_have_value("What is in the")
    composing = (
        "field => field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true}))"
    )
    field(page).evaluate(composing)
    expect(page.locator(".say[data-from=me]")).to_have_count(1)
    field(page).fill("What is in the pantry?")
    field(page).press("Enter")
    expect(page.locator(".say[data-from=me]")).to_have_count(2)
    expect(field(page)).to_be_focused()
    page.reload()
    expect(field(page)).to_have_value("")


def test_what_is_typed_while_a_message_is_on_its_way_stays_and_follows_it(page: Page) -> None:
    held: list[Route] = []
    page.route("**/messages/", lambda route: held.append(route), times=1)  # noqa: PLW0108  (no built-in)
    field(page).fill("What is in the pantry?")
    field(page).press("Enter")
    expect(field(page)).to_have_value("")
    field(page).fill("What is on the list?")
    field(page).press("Enter")
    expect(field(page)).to_have_value("What is on the list?")
    held[0].continue_()
    said = page.locator(".say[data-from=me] .said")
    expect(said).to_have_count(3)
    expect(said.nth(1)).to_have_text("What is in the pantry?")
    expect(said.nth(2)).to_have_text("What is on the list?")
    expect(field(page)).to_have_value("")


def test_what_could_not_be_sent_stands_before_what_was_typed_since(page: Page) -> None:
    held: list[Route] = []
    page.route("**/messages/", lambda route: held.append(route), times=1)  # noqa: PLW0108  (no built-in)
    field(page).fill("What is in the pantry?")
    field(page).press("Enter")
    expect(field(page)).to_have_value("")
    field(page).fill("And on the list?")
    held[0].abort()
    expect(field(page)).to_have_value("What is in the pantry?\nAnd on the list?")


def test_a_dish_opens_beside_the_words_and_over_them_on_a_phone(page: Page) -> None:
    link = page.locator(".say .card a[data-beside]").first
    with staying(page):
        link.click()
        drawer = page.locator("chat-drawer")
        expect(drawer.get_by_role("heading", name="Pea soup")).to_be_visible()
        drawer.get_by_role("button", name="Close").click()
        expect(drawer).to_be_hidden()
        page.set_viewport_size({"width": 390, "height": 844})
        link.click()
        sheet = page.locator("#dialog")
        expect(sheet.get_by_role("heading", name="Pea soup")).to_be_visible()
        page.keyboard.press("Escape")
        expect(sheet).to_be_hidden()


def test_an_answer_is_taken_to_the_form_of_a_recipe(page: Page) -> None:
    page.get_by_role("button", name="More about this answer").click()
    page.get_by_role("button", name="Save as a recipe").click()
    page.wait_for_url(re.compile(r"/recipes/new/$"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
