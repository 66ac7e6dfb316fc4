"""A conversation in the browser: what is sent, what is proposed, and two people at one conversation."""

import re

from playwright.sync_api import Page, expect

from accounts.models import Household, User
from chat.models import Conversation
from shopping.models import ShoppingList
from tests.browser.conftest import SignedIn
from tests.browser.test_live import staying
from tests.database import as_owner
from tests.factories import ConversationFactory, MessageFactory, ProposalFactory, RunFactory

WIDE = {"viewport": {"width": 1280, "height": 800}}


def at_rest(page: Page) -> None:
    """The newest answer is there."""
    answer = page.locator(".say[data-from=assistant]").last
    expect(answer).not_to_have_attribute("data-state", "running", timeout=15_000)


def test_a_question_is_answered_and_a_change_is_made_only_when_approved(
    household: Household, alice: User, signed_in: SignedIn
) -> None:
    with as_owner():
        ShoppingList.objects.create(household=household, name="Saturday shop", added_by=alice)
    page = signed_in(alice, **WIDE)
    page.goto(f"/h/{household.code}/chat/")
    page.get_by_role("textbox", name="Message", exact=True).fill("Put feta on the list")
    page.get_by_role("textbox", name="Message", exact=True).press("Enter")
    page.wait_for_url(re.compile(r"/chat/[0-9a-f-]{36}/$"))
    at_rest(page)
    with staying(page):
        approve = page.get_by_role("button", name="Approve")
        expect(approve).to_be_visible()
        expect(approve).not_to_be_focused()
        approve.click()
        card = page.locator(".proposal")
        expect(card).to_have_attribute("data-state", "approved")
        card.get_by_role("button", name="Undo").click()
        expect(card.get_by_role("heading")).to_have_text("Taken back")
        field = page.get_by_role("textbox", name="Message", exact=True)
        field.fill("What is on the list")
        field.press("Shift+Enter")
        expect(field).to_have_value("What is on the list\n")
        field.press("Enter")
        expect(page.locator(".say[data-from=me]")).to_have_count(2)
        at_rest(page)
        expect(field).to_have_value("")
        expect(field).to_be_focused()


def test_what_was_decided_has_the_focus_and_is_heard(household: Household, alice: User, signed_in: SignedIn) -> None:
    run = RunFactory(question=MessageFactory(conversation__household=household, conversation__started_by=alice))
    ProposalFactory(run=run, tool="add_to_list")
    with as_owner():
        Conversation.objects.update(last_number=2)
    page = signed_in(alice)
    page.goto(f"/h/{household.code}/chat/{run.conversation_id}/")
    heard, answer = page.locator("chat-stream > [role=status]"), page.locator(".say[data-from=assistant]")
    before = str(answer.get_attribute("data-heard"))
    tops = page.locator(".proposal .foot .button").evaluate_all(
        "them => them.map((one) => one.getBoundingClientRect().top)"
    )
    assert (len(tops), len(set(tops))) == (3, 1), "on a phone they share a row"
    page.get_by_role("button", name="Decline").click()
    expect(heard).to_contain_text("Declined. Nothing was changed.")
    expect(answer).not_to_have_attribute("data-heard", before)  # the socket has drawn it anew
    expect(page.locator(".proposal")).to_be_focused()


def test_who_reads_further_up_is_led_to_the_end_by_sending_and_by_nothing_else(
    household: Household, alice: User, bob: User, signed_in: SignedIn
) -> None:
    group = ConversationFactory(household=household, started_by=alice, title="The week", last_number=20)
    for number in range(1, 21):
        MessageFactory(conversation=group, author=bob, number=number, text="Soup again.")
    hers, his = signed_in(alice), signed_in(bob, **WIDE)
    for page in (hers, his):
        page.goto(f"/h/{household.code}/chat/{group.pk}/")
    hers.evaluate("scrollTo(0, 0)")
    his.get_by_role("textbox", name="Message", exact=True).fill("Or stew?")
    his.get_by_role("textbox", name="Message", exact=True).press("Enter")
    expect(hers.locator(".jump")).to_be_visible()
    assert hers.evaluate("scrollY") < 100
    hers.get_by_role("textbox", name="Message", exact=True).fill("Stew!")
    hers.get_by_role("textbox", name="Message", exact=True).press("Enter")
    expect(hers.locator(".jump")).to_be_hidden()
    expect(hers.get_by_text("Stew!", exact=True)).to_be_in_viewport()


def test_two_people_read_the_same(household: Household, alice: User, bob: User, signed_in: SignedIn) -> None:
    group = ConversationFactory(household=household, started_by=alice, title="The week")
    hers, his = signed_in(alice, **WIDE), signed_in(bob, **WIDE)
    for page in (hers, his):
        page.goto(f"/h/{household.code}/chat/{group.pk}/")
    with staying(his):
        hers.get_by_role("textbox", name="Message", exact=True).fill("Who cooks? <b>You</b>")
        hers.get_by_role("textbox", name="Message", exact=True).press("Enter")
        expect(his.locator(".say[data-from=other] .said")).to_have_text("Who cooks? <b>You</b>")
        his.get_by_role("textbox", name="Message", exact=True).fill("@kitchen what can we cook?")
        his.get_by_role("textbox", name="Message", exact=True).press("Enter")
        at_rest(his)
    at_rest(hers)
    assert hers.locator(".prose").last.inner_html() == his.locator(".prose").last.inner_html()


def test_who_is_writing_is_seen_by_the_others_for_a_moment(
    household: Household, alice: User, bob: User, signed_in: SignedIn
) -> None:
    group = ConversationFactory(household=household, started_by=alice, title="The week")
    hers, his = signed_in(alice, **WIDE), signed_in(bob)
    his.clock.install()
    for page in (hers, his):
        page.goto(f"/h/{household.code}/chat/{group.pk}/")
    seen, field = his.locator(".writing"), hers.get_by_role("textbox", name="Message", exact=True)
    field.fill("Who is there?")
    field.press("Enter")
    for page in (hers, his):
        expect(page.locator(".say .said")).to_have_text("Who is there?")  # both have a line
    field.fill("Soup")
    expect(seen).to_have_text("Alice is writing")
    his.clock.fast_forward(5_000)
    expect(seen).to_have_text("")
    field.fill("Soup?")
    field.press("Enter")
    expect(his.locator(".say[data-from=other] .said").last).to_have_text("Soup?")
    expect(hers.locator(".writing")).to_have_text("")
