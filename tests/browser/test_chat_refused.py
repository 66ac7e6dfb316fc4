"""What a conversation refuses in the browser: it is said, and what was typed stays where it was."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from accounts.models import Household, User
from tests.browser.conftest import SignedIn
from tests.browser.test_live import staying
from tests.factories import ConversationFactory, MessageFactory, RunFactory


def test_too_much_at_once_leaves_the_words_in_the_composer(
    household: Household, alice: User, signed_in: SignedIn
) -> None:
    talk = ConversationFactory(household=household, started_by=alice, solo=True, last_number=10)
    later = timezone.now() + timedelta(hours=1)
    for number in range(1, 11, 2):
        asked = MessageFactory(conversation=talk, number=number)
        RunFactory(question=asked, state="queued", finished_at=None, lease_until=later, answer__state="running")
    page = signed_in(alice)
    page.goto(f"/h/{household.code}/chat/{talk.pk}/")
    field = page.get_by_role("textbox", name="Message", exact=True)
    with staying(page):
        field.fill("One thing more")
        field.press("Enter")
        expect(page.locator(".words .error")).to_contain_text("Enough questions wait")
        expect(field).to_have_value("One thing more")
        expect(field).to_be_focused()
        expect(page.locator(".say[data-from=me]")).to_have_count(5)
    page.reload()
    expect(field).to_have_value("One thing more")
