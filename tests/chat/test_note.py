"""chat:note.index, chat:note.create, chat:note.edit, chat:note.delete: what is remembered, for whom, and forgotten."""

import pytest
from django.test import Client

from accounts.models import Household, User
from chat.models import MemoryNote
from chat.queries.note import remembered
from kitchen import tenancy
from kitchen.ids import new_id
from tests.chat.agent.asking import kitchen_of
from tests.chat.agent.tools import CHANGES, done, planned, told
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ConversationFactory

pytestmark = pytest.mark.django_db


def url(household: Household, rest: str = "") -> str:
    return f"/h/{household.code}/chat/memory/{rest}"


def notes() -> list[tuple[str, object]]:
    with as_owner():
        return list(MemoryNote.objects.order_by("created_at").values_list("text", "private_to"))


def heard(household: Household, person: User, *, at_table: bool = True, group: bool = False) -> tuple[str, ...]:
    with tenancy.scope(household=household.pk, person=person.pk):
        return remembered(household, person, at_table=at_table, group=group)


def test_written_once_changed_and_forgotten(household: Household, bob: User, client_of: ClientOf) -> None:
    client, id = client_of(bob), str(new_id())
    assert "Nothing yet" in client.get(url(household)).content.decode()
    for _twice in range(2):
        answer = client.post(
            url(household, "new/"), {"id": id, "text": "  No \n \u202ecoriander\u202c ", "whose": "mine"}
        )
        assert answer.status_code == 302
    assert notes() == [("No coriander", bob.pk)]
    with as_owner():
        note = MemoryNote.objects.get()
    client.post(url(household, f"{note.pk}/edit/"), {"text": "No mint"})
    assert "No mint" in client.get(url(household)).content.decode()
    assert "Forget this?" in client.get(url(household, f"{note.pk}/delete/")).content.decode()
    client.post(url(household, f"{note.pk}/delete/"))
    assert notes() == []


@pytest.mark.parametrize("text", ["", "   ", "\u200b\u2060", "x" * 301])
def test_what_cannot_be_kept_comes_back(text: str, household: Household, bob: User, client_of: ClientOf) -> None:
    answer = client_of(bob).post(url(household, "new/"), {"id": str(new_id()), "text": text, "whose": "shared"})
    assert answer.status_code == 422
    assert notes() == []


def test_it_is_found_where_one_looks_for_it(household: Household, bob: User, guest: User, client_of: ClientOf) -> None:
    talk = ConversationFactory(household=household, started_by=bob, title="The week").pk
    link = f'href="{url(household)}"'
    for page in ("chat/", f"chat/{talk}/", f"chat/{talk}/edit/", "chat/assistant/", "members/", "settings/"):
        answer = client_of(bob).get(f"/h/{household.code}/{page}")
        assert (answer.status_code, link in answer.text) == (200, True), page
    assert link in client_of(guest).get(f"/h/{household.code}/members/").text
    found = client_of(guest).get(f"/h/{household.code}/search/", {"q": "memory"}).text
    assert "What the assistant remembers" in found


def test_ones_own_is_nobody_elses_and_guests_have_their_own_only(
    household: Household, alice: User, bob: User, guest: User, client_of: ClientOf
) -> None:
    for person, whose, text in ((bob, "mine", "Bob hates peas"), (bob, "shared", "Soup on Mondays")):
        client_of(person).post(url(household, "new/"), {"id": str(new_id()), "text": text, "whose": whose})
    client_of(guest).post(url(household, "new/"), {"id": str(new_id()), "text": "No salt", "whose": "shared"})
    assert notes()[-1] == ("No salt", guest.pk)
    assert heard(household, alice) == ("Soup on Mondays",)
    assert heard(household, bob) == ("Bob hates peas", "Soup on Mondays")
    assert heard(household, bob, group=True) == ("Soup on Mondays",)
    assert heard(household, guest, at_table=False) == ("No salt",)
    assert "Bob hates peas" not in client_of(alice).get(url(household)).content.decode()
    assert "Soup" not in client_of(guest).get(url(household)).content.decode()


def test_strangers_and_others_find_nothing(
    household: Household, alice: User, bob: User, guest: User, stranger: User, client_of: ClientOf
) -> None:
    done(household, bob, "remember", text="mine alone")
    with as_owner():
        note = MemoryNote.objects.get()
    for person in (alice, guest, stranger):
        for verb in ("edit", "delete"):
            assert client_of(person).get(url(household, f"{note.pk}/{verb}/")).status_code == 404
            assert client_of(person).post(url(household, f"{note.pk}/{verb}/"), {"text": "x"}).status_code == 404
    assert client_of(stranger).get(url(household)).status_code == 404
    assert Client().get(url(household)).status_code == 302
    assert notes() == [("mine alone", bob.pk)]


def test_the_assistant_remembers_and_forgets_only_with_consent(household: Household, bob: User) -> None:
    proposal = planned(household, bob, "remember", text="we eat late", everybody=True)
    assert notes() == []
    done(household, bob, "remember", text="we eat late", everybody=True)
    assert told(household, bob, "show_notes")["notes"][0]["text"] == "we eat late"
    assert "we eat late" in str(proposal.effect)
    gone = planned(household, bob, "forget", note="eat late")
    assert notes() == [("we eat late", None)]
    with tenancy.scope(household=household.pk, person=bob.pk):
        change, kitchen = CHANGES["forget"], kitchen_of(household, bob)
        change.apply(kitchen, gone.arguments)
        assert change.undo
        assert not MemoryNote.objects.exists()
        change.undo(kitchen, gone.arguments)
    assert notes() == [("we eat late", None)]
