"""chat:attachment.create, chat:attachment.show, chat:attachment.remove: what becomes of files beside messages."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import Household, User
from chat.agent.attached import answer
from chat.agent.events import Ended
from chat.models import Attachment, Conversation, Message
from kitchen.ids import new_id
from recipes.models import ImportBatch
from tests.chat.held import Held, answer_in, begin, said, say
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ProductFactory, StockItemFactory
from tests.pantry.drawn_codes import drawn, photo

pytestmark = pytest.mark.django_db(transaction=True)

OATS = "4006381333931"
PAGE = b"""<html><script type="application/ld+json">{"@type": "Recipe", "name": "Leek soup",
"recipeIngredient": ["2 leeks", "1 l stock"], "recipeInstructions": "Cook the leeks."}</script></html>"""


@pytest.fixture
def talk(household: Household, alice: User, runs: Held) -> Conversation:
    made = begin(household, alice)
    runs.perform(*said("Spinach."))
    return made


def url(household: Household, talk: Conversation, then: str = "") -> str:
    return f"/h/{household.code}/chat/{talk.pk}/{then}"


def file(data: bytes, name: str = "soup.html", kind: str = "text/html") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, kind)


def send(client: Client, household: Household, talk: Conversation, data: bytes, name: str) -> Any:
    return client.post(url(household, talk, "attachments/"), {"id": new_id(), "file": file(data, name)})


def newest() -> Attachment:
    with as_owner():
        return Attachment.objects.latest("created_at")


def answered(runs: Held) -> str:
    """With what the app itself says of files, and no model besides."""
    runs.script = lambda *_lines: answer  # type: ignore[assignment, method-assign, misc]
    talk = runs.waiting[0].conversation
    runs.perform()
    with as_owner():
        return answer_in(Conversation.objects.get(pk=talk)).text


def test_a_recipe_is_sent_ahead_and_goes_to_the_import_with_its_message(
    household: Household, alice: User, talk: Conversation, client_of: ClientOf, runs: Held
) -> None:
    client = client_of(alice)
    told = send(client, household, talk, PAGE, "soup.html").json()
    assert "Leek soup" in told["said"]
    assert told["id"] in told["html"]
    with as_owner():
        assert not ImportBatch.objects.exists()
    assert "soup.html" in client.get(url(household, talk)).content.decode()
    words = {"id": new_id(), "text": "", "attached": told["id"]}
    for _twice in range(2):
        assert client.post(url(household, talk, "messages/"), words).status_code == 302
    kept = newest()
    with as_owner():
        batch = ImportBatch.objects.get()
        assert kept.subject == batch.pk
        assert Message.objects.filter(conversation=talk, role="person").count() == 2
    assert str(batch.pk) in client.get(url(household, talk)).content.decode()
    assert "Leek soup" in answered(runs)


def test_a_barcode_leads_to_its_product(
    household: Household, alice: User, talk: Conversation, client_of: ClientOf, runs: Held
) -> None:
    product = ProductFactory(household=household, name="Rolled oats", codes=(f"0{OATS}",))
    client = client_of(alice)
    words = {"id": new_id(), "text": "", "files": file(photo(drawn(OATS)), "IMG_1.png", "image/png")}
    assert client.post(url(household, talk, "messages/"), words).status_code == 302
    kept = newest()
    assert (kept.outcome, kept.subject, kept.media_type) == ("product", product.pk, "image/webp")
    assert "Rolled oats" in answered(runs)
    page = client.get(url(household, talk)).content.decode()
    assert f"/products/{product.pk}/" in page


def test_a_barcode_that_nobody_knows_asks_what_it_is(
    household: Household, alice: User, talk: Conversation, client_of: ClientOf, runs: Held
) -> None:
    client = client_of(alice)
    words = {"id": new_id(), "text": "", "files": file(photo(drawn(OATS)), "IMG_1.png", "image/png")}
    client.post(url(household, talk, "messages/"), words)
    assert newest().outcome == "code"
    page = client.get(url(household, talk)).content.decode()
    assert f"?code=0{OATS}" in page
    assert OATS in answered(runs)


def test_everything_else_is_kept_and_said_so(
    household: Household, alice: User, talk: Conversation, client_of: ClientOf, runs: Held
) -> None:
    client = client_of(alice)
    words = {"id": new_id(), "text": "", "files": file(b"%PDF-1.4 \x00\xff", "bill.pdf", "application/pdf")}
    client.post(url(household, talk, "messages/"), words)
    assert newest().outcome == "kept"
    assert "kept here" in answered(runs)


def test_in_a_group_a_file_is_read_by_all_who_live_here_and_answered_only_when_asked(
    household: Household, alice: User, bob: User, guest: User, client_of: ClientOf, runs: Held
) -> None:
    talk = begin(household, alice, "Hello", "group")
    words = {"id": new_id(), "text": "", "files": file(PAGE)}
    client_of(bob).post(url(household, talk, "messages/"), words)
    assert not runs.waiting
    shown = f"/h/{household.code}/chat/attachments/{newest().pk}/"
    assert [client_of(one).get(shown).status_code for one in (alice, guest)] == [200, 404]
    client_of(bob).post(url(household, talk, "messages/"), {"id": new_id(), "text": "@kitchen", "files": file(PAGE)})
    assert len(runs.waiting) == 1


def test_a_conversation_begins_with_a_file(household: Household, alice: User, client_of: ClientOf) -> None:
    words = {"id": new_id(), "conversation": new_id(), "text": "", "kind": "solo", "files": file(PAGE)}
    client = client_of(alice)
    for _twice in range(2):
        assert client.post(f"/h/{household.code}/chat/new/", words | {"files": file(PAGE)}).status_code == 302
    with as_owner():
        assert Attachment.objects.get().message.conversation.title.lower() == "soup.html"


def test_who_asks_besides_is_told_first_what_became_of_it(
    household: Household, alice: User, talk: Conversation, client_of: ClientOf, runs: Held
) -> None:
    words = {"id": new_id(), "text": "What is left?", "files": file(PAGE)}
    client_of(alice).post(url(household, talk, "messages/"), words)
    runs.perform(*said("Leeks."))
    kitchen = runs.heard[-1][0]
    assert [one.outcome for one in kitchen.attached] == ["recipes"]
    assert "Leek soup" not in " ".join(kitchen.told)
    say(talk, alice, "And now?")
    runs.perform(Ended(messages=[]))
    assert runs.heard[-1][0].attached == ()


def test_left_out_before_it_is_sent(household: Household, alice: User, talk: Conversation, client_of: ClientOf) -> None:
    client = client_of(alice)
    id = send(client, household, talk, PAGE, "soup.html").json()["id"]
    for _twice, status in ((1, 302), (2, 404)):
        assert client.post(f"/h/{household.code}/chat/attachments/{id}/remove/").status_code == status
    words = {"id": new_id(), "text": "", "attached": id}
    assert client.post(url(household, talk, "messages/"), words).status_code == 422
    with as_owner():
        assert not Attachment.objects.exists()
        assert Message.objects.filter(conversation=talk, role="person").count() == 1


def test_a_label_opens_its_lot(household: Household, alice: User, talk: Conversation, client_of: ClientOf) -> None:
    lot = StockItemFactory(household=household, name="Stew")
    code = drawn(f"http://localhost/h/{household.code}/pantry/labels/{lot.pk}/", "QRCode", scale=6)
    send(client_of(alice), household, talk, photo(code), "label.png")
    assert (newest().outcome, newest().subject) == ("lot", lot.pk)
