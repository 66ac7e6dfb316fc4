"""Runs of a conversation take turns: what is asked meanwhile waits, and begins when the one before it has ended."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Household, User
from chat.agent.events import Ended, Text
from chat.models import Conversation, Message, Run
from chat.runs.ledger import interrupt_overdue
from chat.runs.reach import in_scope
from chat.services.run import stop_run
from kitchen import tenancy
from tests.chat.held import Held, begin, said, say
from tests.conftest import ClientOf
from tests.database import as_owner

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


@pytest.fixture
def talk(household: Household, alice: User) -> Conversation:
    return begin(household, alice, "First?")


def runs_of(talk: Conversation) -> list[Run]:
    with as_owner():
        return list(Run.objects.filter(conversation=talk).order_by("created_at", "id"))


def answers(talk: Conversation) -> list[tuple[str, str]]:
    with as_owner():
        found = Message.objects.filter(conversation=talk, role="assistant").order_by("number")
        return list(found.values_list("state", "text"))


def test_what_is_asked_meanwhile_begins_when_the_one_before_has_ended(
    talk: Conversation, alice: User, runs: Held
) -> None:
    async def ask_more() -> None:
        await in_scope(first, lambda _ref: say(talk, alice, "Second?"))

    first = runs.waiting[0]
    runs.perform(Text("One."), ask_more, Ended(messages=[]))
    begun = [ref.run for ref in runs.waiting]
    second = runs_of(talk)[1]
    assert set(begun) == {second.pk}
    runs.perform(*said("Two."))
    assert answers(talk) == [("done", "One."), ("done", "Two.")]
    assert [heard[1] for heard in runs.heard] == ["First?", "Second?"]


def test_nobody_overtakes(talk: Conversation, alice: User, runs: Held) -> None:
    say(talk, alice, "Second?")
    first = runs.waiting.pop(0)
    runs.perform(*said("Too early."))
    assert answers(talk) == [("running", ""), ("running", "")]
    runs.waiting.insert(0, first)
    runs.perform(*said("One."))
    runs.perform(*said("Two."))
    assert answers(talk) == [("done", "One."), ("done", "Two.")]


def test_the_page_says_how_many_are_before(talk: Conversation, alice: User, client_of: ClientOf) -> None:
    for text in ("Second?", "Third?"):
        say(talk, alice, text)
    page = client_of(alice).get(f"/h/{talk.household.code}/chat/{talk.pk}/").content.decode()
    assert "Waits: one answer is before it" in page
    assert "Waits: 2 answers are before it" in page
    assert page.count("Do not ask") == 2


def test_what_waits_can_be_stopped_and_those_behind_move_up(talk: Conversation, alice: User, runs: Held) -> None:
    for text in ("Second?", "Third?"):
        say(talk, alice, text)
    _first, second, third = runs_of(talk)
    with tenancy.scope(household=talk.household_id, person=alice.pk):
        stop_run(second, by=alice)
        stop_run(second, by=alice)
    runs.perform(*said("One."))
    assert third.pk in {ref.run for ref in runs.waiting}
    while runs.waiting:
        runs.perform(*said("Three."))
    assert answers(talk) == [("done", "One."), ("stopped", ""), ("done", "Three.")]
    assert [heard[1] for heard in runs.heard] == ["First?", "Third?"]


def test_after_a_crash_the_next_begins_and_its_patience_begins_anew(
    talk: Conversation, alice: User, runs: Held
) -> None:
    say(talk, alice, "Second?")
    runs.waiting.clear()
    past = timezone.now() - timedelta(seconds=1)
    first, second = runs_of(talk)
    with as_owner():
        Run.objects.filter(conversation=talk).update(lease_until=past)
        Run.objects.filter(pk=first.pk).update(state="running")
    with tenancy.scope(household=talk.household_id, person=alice.pk):
        assert interrupt_overdue(conversation=talk) == 1
        assert interrupt_overdue(conversation=talk) == 0
    assert [ref.run for ref in runs.waiting] == [second.pk]
    runs.perform(*said("Two."))
    assert answers(talk) == [("interrupted", ""), ("done", "Two.")]


def test_a_failure_passes_the_turn_on(talk: Conversation, alice: User, runs: Held) -> None:
    say(talk, alice, "Second?")
    first, _second = runs.waiting[0], runs.waiting.pop(1)
    runs.perform(RuntimeError("gone"))
    assert first not in runs.waiting
    runs.perform(*said("Two."))
    assert answers(talk) == [("failed", ""), ("done", "Two.")]
