"""chat:proposal.approve, chat:proposal.deny, chat:proposal.undo: nothing is done that nobody agreed to."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Activity, Household, User
from accounts.services.eater import add_eater
from chat.agent.changes import CHANGES, Applied
from chat.models import Conversation, Proposal, RunEvent
from chat.services.proposal import approve_proposal
from kitchen.errors import DomainError
from tests.accounts.races import at_once
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ConversationFactory, MessageFactory, ProposalFactory, RunFactory

pytestmark = pytest.mark.django_db(transaction=True)
HTMX = {"HX-Request": "true"}


class SetAPlace:
    """A change with a line in the feed that undoes it: somebody more at the table."""

    def __init__(self) -> None:
        self.refuses = ""

    def apply(self, kitchen: Any, arguments: dict[str, Any]) -> Applied:
        eater = add_eater(kitchen.household, arguments["name"], by=kitchen.person)
        if self.refuses:
            raise DomainError(self.refuses)
        return Applied("Mia has a place.", Activity.objects.get(subject=eater.pk, verb="eater.added").pk)


@pytest.fixture
def change(monkeypatch: pytest.MonkeyPatch) -> SetAPlace:
    made = SetAPlace()
    monkeypatch.setitem(CHANGES, "set_place", made)
    return made


def propose(conversation: Conversation, **fields: Any) -> Proposal:
    question = MessageFactory(conversation=conversation, text="@kitchen Mia eats with us")
    run = RunFactory(question=question)
    made: Proposal = ProposalFactory(run=run, tool="set_place", arguments={"name": "Mia"}, **fields)
    return made


@pytest.fixture
def offer(household: Household, bob: User, change: SetAPlace) -> Proposal:
    """Bob asked in his own conversation."""
    return propose(ConversationFactory(household=household, started_by=bob, solo=True))


@pytest.fixture
def group_offer(household: Household, bob: User, change: SetAPlace) -> Proposal:
    return propose(ConversationFactory(household=household, started_by=bob))


def url(household: Household, offer: Proposal, verb: str = "approve") -> str:
    return f"/h/{household.code}/chat/proposals/{offer.pk}/{verb}/"


def now(offer: Proposal) -> Proposal:
    with as_owner():
        return Proposal.objects.get(pk=offer.pk)


def places(household: Household) -> int:
    with as_owner():
        return household.eaters.filter(name="Mia").count()


def test_approved_it_is_done_once_and_taken_back_once(
    offer: Proposal, household: Household, bob: User, client_of: ClientOf
) -> None:
    client = client_of(bob)
    assert [client.post(url(household, offer)).status_code for _ in range(2)] == [302, 302]
    done = now(offer)
    assert (done.state, done.result, done.decided_by_id) == ("approved", "Mia has a place.", bob.pk)
    assert places(household) == 1
    assert [client.post(url(household, offer, "undo")).status_code for _ in range(2)] == [302, 302]
    assert places(household) == 0


def test_the_card_says_what_happened(offer: Proposal, household: Household, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    card = client.post(url(household, offer), headers=HTMX).content.decode()
    assert 'data-state="approved"' in card
    assert "Mia has a place." in card
    assert "/undo/" in card
    assert "/approve/" not in card
    assert "Taken back" in client.post(url(household, offer, "undo"), headers=HTMX).content.decode()


def test_the_lines_of_one_bill_are_one_change(
    household: Household, bob: User, change: SetAPlace, client_of: ClientOf
) -> None:
    talk = ConversationFactory(household=household, started_by=bob, solo=True)
    offer = propose(talk, effect=[{"name": "Bill"}, {"name": "Alice"}, {"name": "Bob"}])
    at, client = f"/h/{household.code}/chat/{talk.pk}/", client_of(bob)
    assert "3 changes, if you agree" in client.get(at).content.decode()
    with as_owner():
        Proposal.objects.filter(pk=offer.pk).update(tool="split_bill")
    assert "One change, if you agree" in client.get(at).content.decode()


def test_declined_nothing_is_done_and_it_stays_so(
    offer: Proposal, household: Household, bob: User, client_of: ClientOf
) -> None:
    client = client_of(bob)
    assert [client.post(url(household, offer, "deny")).status_code for _ in range(2)] == [302, 302]
    answer = client.post(url(household, offer), headers=HTMX)
    assert answer.status_code == 422
    assert "decided already" in answer.content.decode()
    assert (now(offer).state, places(household)) == ("denied", 0)


def test_approved_twice_at_once_it_is_done_once(offer: Proposal, household: Household, bob: User) -> None:
    def work(ready: Callable[[], object]) -> None:
        found = Proposal.objects.select_related("message__conversation").get(pk=offer.pk)
        ready()
        approve_proposal(found, by=bob)

    assert at_once(*((bob, household, work) for _ in range(2))) == []
    assert places(household) == 1


def test_what_cannot_be_done_any_more_leaves_nothing_behind_and_says_why(
    offer: Proposal, household: Household, bob: User, client_of: ClientOf, change: SetAPlace
) -> None:
    change.refuses = "The table is full."
    client_of(bob).post(url(household, offer))
    assert (now(offer).state, now(offer).result, places(household)) == ("failed", "The table is full.", 0)


def test_too_late_is_too_late(household: Household, bob: User, client_of: ClientOf, change: SetAPlace) -> None:
    talk = ConversationFactory(household=household, started_by=bob, solo=True)
    old = propose(talk, expires_at=timezone.now() - timedelta(seconds=1))
    client = client_of(bob)
    assert "/approve/" not in client.get(f"/h/{household.code}/chat/{talk.pk}/").content.decode()
    answer = client.post(url(household, old))
    assert answer.status_code == 422
    assert "waited too long" in answer.content.decode()
    assert places(household) == 0


def test_in_a_group_whoever_lives_here_decides(
    group_offer: Proposal, household: Household, carol: User, client_of: ClientOf
) -> None:
    assert client_of(carol).post(url(household, group_offer)).status_code == 302
    assert (now(group_offer).decided_by_id, places(household)) == (carol.pk, 1)
    with as_owner():
        assert Activity.objects.get(verb="eater.added").actor_id == carol.pk


@pytest.mark.parametrize("verb", ["approve", "deny", "undo"])
def test_nobody_decides_what_is_not_theirs(
    verb: str,
    offer: Proposal,
    group_offer: Proposal,
    household: Household,
    alice: User,
    guest: User,
    stranger: User,
    client_of: ClientOf,
) -> None:
    assert client_of(alice).post(url(household, offer, verb)).status_code == 404
    for person in (guest, stranger):
        for one in (offer, group_offer):
            assert client_of(person).post(url(household, one, verb)).status_code == 404
    assert Client().post(url(household, offer, verb)).status_code == 302
    assert (now(offer).state, now(group_offer).state, places(household)) == ("open", "open", 0)


def test_what_a_guest_may_not_do_by_hand_they_may_not_approve(
    household: Household, guest: User, client_of: ClientOf, change: SetAPlace
) -> None:
    theirs = propose(ConversationFactory(household=household, started_by=guest, solo=True))
    client_of(guest).post(url(household, theirs))
    assert (now(theirs).state, places(household)) == ("failed", 0)
    assert "role" in now(theirs).result


def test_a_tool_that_is_gone_is_refused(household: Household, bob: User, client_of: ClientOf) -> None:
    talk = ConversationFactory(household=household, started_by=bob, solo=True)
    gone = propose(talk)
    client_of(bob).post(url(household, gone))
    assert now(gone).state == "failed"


def test_open_pages_hear_of_it(offer: Proposal, household: Household, bob: User, client_of: ClientOf) -> None:
    client_of(bob).post(url(household, offer))
    with as_owner():
        told = RunEvent.objects.get(run=offer.run_id, kind="proposal")
        assert told.payload == {"id": str(offer.pk), "state": "approved"}
