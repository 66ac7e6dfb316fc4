"""chat:conversation.edit, chat:conversation.delete, chat:conversation.restore"""

import pytest

from accounts.models import Activity, Household, User
from accounts.services.activity import undo_activity
from chat.models import Conversation
from kitchen import tenancy
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ConversationFactory


@pytest.fixture
def solo(household: Household, bob: User) -> Conversation:
    made: Conversation = ConversationFactory(household=household, started_by=bob, solo=True, title="A surprise")
    return made


@pytest.fixture
def group(household: Household, bob: User) -> Conversation:
    made: Conversation = ConversationFactory(household=household, started_by=bob, title="The week")
    return made


def url(talk: Conversation, household: Household, verb: str) -> str:
    return f"/h/{household.code}/chat/{talk.pk}/{verb}/"


def now(talk: Conversation) -> Conversation:
    with as_owner():
        return Conversation.objects.get(pk=talk.pk)


def test_a_new_name(group: Conversation, household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    assert client.post(url(group, household, "edit"), {"title": "  Next \n week "}).status_code == 302
    assert now(group).title == "Next week"
    assert client.post(url(group, household, "edit"), {"title": " "}).status_code == 422
    assert client.post(url(group, household, "edit"), {"title": "x" * 81}).status_code == 422
    assert client.post(url(group, household, "edit"), {"title": "\u200b\u202e"}).status_code == 422
    strewn = {"title": "\u202eSoup\u200b 👨\u200d👩\u200d👧"}
    assert client.post(url(group, household, "edit"), strewn).status_code == 302
    assert now(group).title == "Soup 👨\u200d👩\u200d👧"


def test_deleted_it_is_gone_and_can_be_taken_back(
    solo: Conversation, household: Household, bob: User, client_of: ClientOf
) -> None:
    client = client_of(bob)
    assert client.get(url(solo, household, "delete")).status_code == 200
    page = client.post(url(solo, household, "delete"), follow=True).content.decode()
    assert url(solo, household, "restore") in page
    assert client.get(f"/h/{household.code}/chat/{solo.pk}/").status_code == 404
    assert "A surprise" not in client.get(f"/h/{household.code}/chat/").content.decode()
    assert client.post(url(solo, household, "restore")).status_code == 302
    assert now(solo).deleted_at is None
    with as_owner():
        assert not Activity.objects.exists()


def test_who_started_it_deletes_it_or_those_who_run_the_household(
    group: Conversation, household: Household, bob: User, alice: User, client_of: ClientOf
) -> None:
    hers = ConversationFactory(household=household, started_by=alice)
    assert client_of(bob).post(url(hers, household, "delete")).status_code == 422
    assert now(hers).deleted_at is None
    assert client_of(alice).post(url(group, household, "delete")).status_code == 302
    assert client_of(bob).post(url(group, household, "restore")).status_code == 302


def test_the_feed_takes_back_a_deleted_one_of_the_household(
    group: Conversation, household: Household, bob: User, client_of: ClientOf
) -> None:
    client_of(bob).post(url(group, household, "delete"))
    with tenancy.scope(household=household.pk, person=bob.pk):
        undo_activity(Activity.objects.get(verb="conversation.deleted"), by=bob)
    assert now(group).deleted_at is None


@pytest.mark.parametrize("verb", ["edit", "delete", "restore"])
def test_ones_own_is_nobody_elses(
    verb: str, solo: Conversation, household: Household, alice: User, stranger: User, client_of: ClientOf
) -> None:
    for person in (alice, stranger):
        assert client_of(person).post(url(solo, household, verb), {"title": "Mine"}).status_code == 404
    assert (now(solo).title, now(solo).deleted_at) == ("A surprise", None)
