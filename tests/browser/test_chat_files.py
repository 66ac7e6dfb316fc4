"""Files beside a message in the browser: chosen, pasted, dropped, left out, and sent."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from accounts.models import Household, User
from chat.models import Attachment
from tests.browser.conftest import SignedIn
from tests.browser.test_chat import at_rest
from tests.database import as_owner
from tests.factories import ConversationFactory

# A file as the clipboard and the mouse bring it.
BRING = """(kind) => {
  const held = new DataTransfer();
  held.items.add(new File(["nothing to cook"], kind + ".txt", { type: "text/plain" }));
  const field = document.querySelector(".words textarea");
  const more = { bubbles: true, cancelable: true };
  const event = kind === "paste"
    ? new ClipboardEvent("paste", { ...more, clipboardData: held })
    : new DragEvent("drop", { ...more, dataTransfer: held });
  field.dispatchEvent(event);
}"""


@pytest.fixture
def note(tmp_path: Path) -> Path:
    file = tmp_path / "note.txt"
    file.write_text("nothing to cook")
    return file


def waiting(page: Page) -> list[str]:
    return page.locator(".waiting-file .name").all_inner_texts()


def test_files_wait_with_a_message_over_a_reload_and_go_with_it(
    household: Household, alice: User, signed_in: SignedIn, note: Path
) -> None:
    talk = ConversationFactory(household=household, started_by=alice, solo=True)
    page = signed_in(alice)
    page.goto(f"/h/{household.code}/chat/{talk.pk}/")
    page.locator("input[type=file]").set_input_files(note)
    page.evaluate(BRING, "paste")
    page.evaluate(BRING, "drop")
    expect(page.locator(".waiting-file[data-state=there]")).to_have_count(3)
    with page.expect_response("**/remove/"):
        page.get_by_role("button", name="Leave out paste.txt").click()
    expect(page.locator(".waiting-file")).to_have_count(2)
    page.reload()
    assert sorted(waiting(page)) == ["drop.txt", "note.txt"]
    page.get_by_role("textbox", name="Message", exact=True).press("Enter")
    expect(page.locator(".say[data-from=me] .file")).to_have_count(2)
    at_rest(page)
    expect(page.locator(".say[data-from=assistant]").last).to_contain_text("kept here")
    expect(page.locator(".waiting-file")).to_have_count(0)
    with as_owner():
        assert Attachment.objects.filter(message=None).count() == 0


def test_a_new_conversation_takes_them_along(
    household: Household, alice: User, signed_in: SignedIn, note: Path
) -> None:
    page = signed_in(alice)
    page.goto(f"/h/{household.code}/chat/")
    page.locator("input[type=file]").set_input_files(note)
    page.evaluate(BRING, "drop")
    page.evaluate(BRING, "paste")
    expect(page.locator(".waiting-file")).to_have_count(3)
    page.locator(".waiting-file .off").first.click()
    page.get_by_role("button", name="Send").click()
    page.wait_for_url(re.compile(r"/chat/[0-9a-f-]{36}/$"))
    expect(page.locator(".say[data-from=me] .file")).to_have_count(2)
