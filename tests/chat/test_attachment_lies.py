"""chat:attachment.create, chat:attachment.show, chat:attachment.remove: files that lie, and strangers."""

import io
import struct
import zipfile
import zlib
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from accounts.models import Household, User
from chat.attaching import MOST
from chat.models import Attachment, Conversation
from kitchen.ids import new_id
from tests.chat.held import Held
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import AttachmentFactory, ConversationFactory, MessageFactory

SCRIPT = b"<html><script>alert(1)</script><p>No dish at all.</p></html>"


@pytest.fixture
def talk(household: Household, alice: User, runs: Held) -> Conversation:
    made: Conversation = ConversationFactory(household=household, started_by=alice, solo=True)
    return made


def send(
    client: Client, talk: Conversation, data: bytes, name: str, kind: str = "image/jpeg", id: UUID | None = None
) -> Any:
    with as_owner():
        code = Household.objects.get(pk=talk.household_id).code
    words = {"id": id or new_id(), "file": SimpleUploadedFile(name, data, kind)}
    return client.post(f"/h/{code}/chat/{talk.pk}/attachments/", words)


def kept() -> list[Attachment]:
    with as_owner():
        return list(Attachment.objects.order_by("created_at"))


def picture(kind: str = "JPEG", **more: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, kind, **more)
    return out.getvalue()


def endless() -> bytes:
    """A PNG of a few bytes that says it is 16,000 points wide and high."""
    head = b"IHDR" + struct.pack(">IIBBBBB", 16_000, 16_000, 8, 2, 0, 0, 0)
    data = b"IDAT" + zlib.compress(bytes(1000))
    chunks = [struct.pack(">I", len(one) - 4) + one + struct.pack(">I", zlib.crc32(one)) for one in (head, data)]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def test_what_a_camera_wrote_beside_a_picture_is_left_behind(
    talk: Conversation, alice: User, client_of: ClientOf
) -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x8298] = "Secret camera", "Taken at home"
    assert send(client_of(alice), talk, picture(exif=exif), "IMG.jpg").status_code == 201
    [one] = kept()
    assert b"Secret" not in one.data
    assert b"home" not in one.data
    with Image.open(io.BytesIO(one.data)) as opened:
        assert (opened.format, opened.size, dict(opened.getexif())) == ("WEBP", (40, 30), {})


def test_a_page_that_calls_itself_a_picture_is_never_shown_as_one(
    talk: Conversation, household: Household, alice: User, client_of: ClientOf
) -> None:
    client = client_of(alice)
    for data, name in ((SCRIPT, "cat.jpg"), (b"<svg onload='alert(1)'/>", "cat.svg"), (picture() + SCRIPT, "both.jpg")):
        assert send(client, talk, data, name).status_code == 201
    for one in kept():
        answer = client.get(f"/h/{household.code}/chat/attachments/{one.pk}/")
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer["Content-Security-Policy"]
        is_picture = answer["Content-Type"] == "image/webp"
        assert is_picture is (one.name == "both.jpg")
        assert ("attachment" in answer["Content-Disposition"]) is not is_picture
        assert b"script" not in answer.content or not is_picture


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"),
        (b"x" * 20_000_001, "larger than 20 MB"),
        (picture()[:-200], "damaged"),
        (endless(), "more than 60 megapixels"),
    ],
)
def test_what_is_too_much_or_broken_is_refused_with_a_sentence(
    data: bytes, sentence: str, talk: Conversation, alice: User, client_of: ClientOf
) -> None:
    answer = send(client_of(alice), talk, data, "x.jpg")
    assert answer.status_code == 422
    assert sentence in answer.json()["error"]
    assert not kept()


def test_an_archive_without_end_is_kept_unread(talk: Conversation, alice: User, client_of: ClientOf) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for number in range(8):
            file.writestr(f"{number}.txt", b"a" * 25_000_000)
    assert send(client_of(alice), talk, packed.getvalue(), "recipes.zip", "application/zip").status_code == 201
    assert kept()[0].outcome == "kept"


def test_a_name_is_only_a_name(talk: Conversation, alice: User, client_of: ClientOf) -> None:
    send(client_of(alice), talk, b"nothing", "..\\..\\<b>\x00evil</b>\n" + "x" * 300 + ".txt")
    [one] = kept()
    assert len(one.name) <= 120
    assert not set(one.name) & {"/", "\\", "\n", "\x00"}


def test_no_more_than_some_wait_at_once_and_one_sent_twice_is_one(
    talk: Conversation, alice: User, client_of: ClientOf
) -> None:
    client, id = client_of(alice), new_id()
    assert [send(client, talk, b"a", "a.txt", id=id).status_code for _twice in range(2)] == [201, 201]
    for _number in range(MOST - 1):
        assert send(client, talk, b"a", "a.txt").status_code == 201
    assert send(client, talk, b"a", "a.txt").status_code == 422
    assert len(kept()) == MOST


def test_strangers_guests_and_other_members_find_nothing(
    household: Household, alice: User, bob: User, guest: User, stranger: User, talk: Conversation, client_of: ClientOf
) -> None:
    group = ConversationFactory(household=household, started_by=alice)
    own = AttachmentFactory(conversation=talk, message=MessageFactory(conversation=talk))
    waiting = AttachmentFactory(conversation=group)
    base = f"/h/{household.code}/chat"
    for person in (bob, guest, stranger):
        client = client_of(person)
        for one in (own, waiting):
            assert client.get(f"{base}/attachments/{one.pk}/").status_code == 404
            assert client.post(f"{base}/attachments/{one.pk}/remove/").status_code == 404
        assert send(client, talk, b"a", "a.txt").status_code == 404
    for person in (guest, stranger):
        assert send(client_of(person), group, b"a", "a.txt").status_code == 404
    assert len(kept()) == 2


def test_nobody_sends_what_another_put_there(
    household: Household, alice: User, bob: User, client_of: ClientOf, runs: Held
) -> None:
    group = ConversationFactory(household=household, started_by=alice)
    elsewhere = ConversationFactory(household=household, started_by=bob)
    theirs, other = AttachmentFactory(conversation=group), AttachmentFactory(conversation=elsewhere)
    for one in (theirs.pk, other.pk, "x"):
        words = {"id": new_id(), "text": "Look", "attached": one}
        answer = client_of(bob).post(f"/h/{household.code}/chat/{group.pk}/messages/", words)
        assert (answer.status_code, ">Look</textarea>" in answer.text) == (422, True)
    assert all(one.message_id is None for one in kept())


def test_an_id_that_is_taken_is_refused_in_words_that_the_page_can_read(
    household: Household, alice: User, bob: User, stranger: User, talk: Conversation, client_of: ClientOf
) -> None:
    sent = AttachmentFactory(conversation=talk, added_by=alice, message=MessageFactory(conversation=talk))
    theirs = AttachmentFactory(conversation=ConversationFactory(household=household, started_by=bob, solo=True))
    far = AttachmentFactory(conversation=ConversationFactory(started_by=stranger))
    for one in (sent, theirs, far):
        answer = send(client_of(alice), talk, b"a", "a.txt", id=one.pk)
        assert (answer.status_code, answer["Content-Type"]) == (422, "application/json")
        assert "beside your message once more" in answer.json()["error"]
    assert {one.pk for one in kept()} == {sent.pk, theirs.pk, far.pk}


def test_a_guests_recipe_is_kept_and_nothing_comes_in(
    household: Household, guest: User, client_of: ClientOf, runs: Held
) -> None:
    talk = ConversationFactory(household=household, started_by=guest, solo=True)
    recipe = b"Pancakes\n\nServes 4\n\nIngredients\n200 g flour\n2 eggs\n\nMethod\nMix all.\nFry in butter."
    assert send(client_of(guest), talk, recipe, "pancakes.txt", "text/plain").status_code == 201
    [one] = kept()
    assert (one.outcome, one.private_to_id) == ("kept", guest.pk)
    assert "who lives here" in one.said
