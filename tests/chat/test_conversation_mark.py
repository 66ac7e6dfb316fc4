"""chat:conversation.pin, chat:conversation.archive: what one person keeps of a conversation."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Household, User
from chat.models import Conversation, ConversationMark
from tests.chat.test_home_list import page, url
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ConversationFactory


def test_put_aside_it_comes_back_with_something_new(household: Household, alice: User, client_of: ClientOf) -> None:
    talk = ConversationFactory(household=household, started_by=alice, title="The heating")
    client = client_of(alice)
    for _twice in range(2):
        assert client.post(f"{url(household)}{talk.pk}/archive/", {"on": "1"}).status_code == 302
    assert "The heating" not in page(household, alice, client_of)
    assert "The heating" in page(household, alice, client_of, "?show=archived")
    assert "The heating" in page(household, alice, client_of, "?q=heating")
    with as_owner():
        assert ConversationMark.objects.count() == 1
        Conversation.objects.filter(pk=talk.pk).update(last_at=timezone.now() + timedelta(seconds=1))
    assert "The heating" in page(household, alice, client_of)
    assert "The heating" not in page(household, alice, client_of, "?show=archived")


def test_what_one_keeps_is_nobody_elses(household: Household, alice: User, bob: User, client_of: ClientOf) -> None:
    talk = ConversationFactory(household=household, started_by=alice, title="The week")
    client_of(alice).post(f"{url(household)}{talk.pk}/archive/", {"on": "1"})
    assert "The week" in page(household, bob, client_of)


@pytest.mark.parametrize("verb", ["pin", "archive"])
def test_ones_own_is_marked_by_nobody_else(
    verb: str, household: Household, alice: User, bob: User, stranger: User, client_of: ClientOf
) -> None:
    talk = ConversationFactory(household=household, started_by=alice, solo=True)
    for person in (bob, stranger):
        assert client_of(person).post(f"{url(household)}{talk.pk}/{verb}/", {"on": "1"}).status_code == 404
    with as_owner():
        assert not ConversationMark.objects.exists()
