"""The story of a kitchen: from the first things on the shelf to a dish that is asked for; with scripts and without."""

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import LinkIn, Visit, Visitor
from tests.browser.test_story import join, make_link, settings_of, sign_up, today
from tests.recipes.importing import read_waiting

LENTILS = Path(__file__).parent / "pages" / "lentils.html"
DISH = "Lentils for a wet evening"


def move_in(who: Visitor) -> None:
    """Through the three steps, with rice for the shelves."""
    who.reads(f"Welcome, {who.name}")
    who.follow("Begin")
    who.type(Name="Linden 12")
    who.press("Go on")
    who.press("Go on")
    who.reads("What is in your kitchen?")
    who.page.get_by_label("rice").check()
    who.press("Done")


def go(who: Visitor, path: str) -> Locator:
    who.page.goto(settings_of(who, path))
    return who.page.locator("main")


def put_on_shelves(who: Visitor, line: str) -> None:
    go(who, "pantry/")
    who.page.get_by_role("textbox", name=re.compile("What is there")).fill(line)
    who.press("Put on the shelves")


def lot(who: Visitor, name: str) -> Locator:
    return who.page.locator("main .lot").filter(has_text=re.compile(name, re.IGNORECASE)).first


def bring_in(who: Visitor) -> None:
    go(who, "recipes/import/")
    who.page.locator("input[type=file]").set_input_files(LENTILS)
    who.press("Bring it in")
    expect(who.page).to_have_url(re.compile(r"/import/[0-9a-f-]{36}/"))
    # The server of these tests has no worker, and nobody wakes its sockets from here.
    read_waiting()
    who.page.reload()
    who.follow("Open the recipe")
    who.reads(DISH)


def to_buy(who: Visitor, name: str) -> Locator:
    return who.page.get_by_role("checkbox", name=re.compile(name, re.IGNORECASE)).first


def tick(who: Visitor, name: str) -> None:
    to_buy(who, name).click()
    expect(to_buy(who, name)).to_have_attribute("aria-checked", "true")


def ask(who: Visitor, text: str) -> None:
    who.page.get_by_role("textbox", name="Message").fill(text)
    who.press("Send")


def reads_answer(who: Visitor, text: str) -> None:
    """The answer comes as it is written; without scripts, when the page is loaded again. Then one can ask again."""
    send = who.page.locator("main").get_by_role("button", name="Send", exact=True)
    for _ in range(0 if who.scripts else 30):
        if send.count():
            break
        time.sleep(0.3)
        who.page.reload()
    expect(send).to_be_visible()
    expect(who.page.locator("main")).to_contain_text(text)


def buy_what_is_missing(buyer: Visitor, other: Visitor) -> None:
    """One puts on the list what the dish lacks; the other has the list open, ticks, and both see it."""
    expect(buyer.page.locator("main")).to_contain_text("missing")
    buyer.press("Put the 3 missing on a list")
    expect(buyer.page.locator("body")).to_contain_text(f"3 things for {DISH} are on")
    go(buyer, "shopping/")
    go(other, "shopping/")
    for who in (buyer, other):
        expect(to_buy(who, "Red lentils")).to_have_attribute("aria-checked", "false")
        expect(who.page.get_by_role("checkbox", name=re.compile("rice"))).to_have_count(0)
    with buyer.sees():
        for name in ("Red lentils", "Carrots", "stock"):
            tick(other, name)
        buyer.look()
        for name in ("Red lentils", "Carrots", "stock"):
            expect(to_buy(buyer, name)).to_have_attribute("aria-checked", "true")


def put_away(who: Visitor) -> None:
    who.follow("Put it away")
    who.press("Put all 3 away")
    go(who, "pantry/")
    expect(lot(who, "Red lentils")).to_contain_text("250 g")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_the_story_of_a_kitchen(visit: Visit, link_in: LinkIn, *, scripts: bool) -> None:
    dora, emil = visit("Dora", scripts=scripts), visit("Emil", scripts=scripts)
    dora.page.goto("/accounts/signup/")
    sign_up(dora, link_in)
    move_in(dora)
    join(emil, make_link(dora, "member"), link_in)
    today(emil)
    put_on_shelves(dora, "2 l milk fridge friday")
    expect(lot(dora, "milk")).to_contain_text("2 l")
    put_on_shelves(dora, "1 kg rice")
    bring_in(dora)
    buy_what_is_missing(dora, emil)
    put_away(dora)
    ask_and_undo(dora, emil)


def ask_and_undo(who: Visitor, other: Visitor) -> None:
    go(who, "chat/")
    ask(who, "What can I cook tonight?")
    reads_answer(who, DISH)
    ask(who, "I used 1 l of the milk")
    reads_answer(who, "if you agree")
    go(other, "pantry/")
    with other.sees():
        who.press("Approve")
        expect(who.page.get_by_role("heading", name="Done")).to_be_visible()
        other.look()
        expect(lot(other, "milk")).to_contain_text("1 l")
    go(who, "feed/")
    line = who.page.locator("#feed li").filter(has_text=re.compile("used 1 l")).first
    line.get_by_role("button").click()
    expect(who.page.locator("#feed")).to_contain_text("undone by Dora")
    go(who, "pantry/")
    expect(lot(who, "milk")).to_contain_text("2 l")
