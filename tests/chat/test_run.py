"""What a run leaves, however it ends."""

import asyncio
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError
from django.utils import timezone

from accounts.models import Household, User
from chat.agent.events import Card, Ended, Proposed, Source, Text, ToolEnded, ToolStarted
from chat.models import Conversation, Message, Proposal, Run, RunEvent
from chat.runs import perform as performing
from chat.runs.ledger import interrupt_overdue
from chat.runs.reach import in_scope
from chat.services.retention import settle_left
from chat.services.run import retry_run, stop_run
from kitchen import tenancy
from kitchen.errors import DomainError
from kitchen.ids import new_id
from tests.chat.held import Held, answer_in, begin, run_in, said, say
from tests.conftest import membership_of
from tests.database import as_owner

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


@pytest.fixture
def talk(household: Household, alice: User) -> Conversation:
    return begin(household, alice)


def events(conversation: Conversation) -> list[tuple[int, str]]:
    with as_owner():
        return list(RunEvent.objects.filter(run__conversation=conversation).values_list("number", "kind"))


def test_everything_that_is_told_is_written_down_in_its_order(talk: Conversation, runs: Held) -> None:
    before = answer_in(talk)
    assert (before.state, before.text) == ("running", "")
    runs.perform(
        ToolStarted("lots", "Looking through the pantry"),
        ToolEnded("lots", "3 things"),
        Text("There is "),
        Text("**spinach**."),
        Source("lot", str(new_id()), "Spinach, 200 g"),
        Card("lots", {"ids": []}),
        Ended(messages=[{"kind": "response"}], agent="pantry", model="built-in", confidence=Decimal("0.9")),
    )
    answer, run = answer_in(talk), run_in(talk)
    assert (answer.state, answer.text) == ("done", "There is **spinach**.")
    assert (answer.agent, answer.confidence, answer.card) == ("pantry", Decimal("0.900"), "lots")
    assert [source["title"] for source in answer.sources] == ["Spinach, 200 g"]
    assert (run.state, run.model, run.log) == ("done", "built-in", [{"kind": "response"}])
    assert (run.lease_until, run.milliseconds is not None) == (None, True)
    assert events(talk) == list(enumerate(["tool", "tool", "text", "card", "card", "end"], start=1))


def test_the_person_and_the_words_before_reach_the_agent(talk: Conversation, alice: User, runs: Held) -> None:
    runs.perform(Text("Spinach."), Ended(messages=[{"parts": [{"part_kind": "text"}]}]))
    say(talk, alice, "And in the freezer?")
    runs.perform(*said("Peas."))
    (kitchen, text, history, pending), second = runs.heard
    assert (kitchen.person, kitchen.household.pk, text, history, list(pending)) == (
        alice,
        talk.household_id,
        "What is left?",
        [],
        [],
    )
    assert second[1:3] == ("And in the freezer?", [{"parts": [{"part_kind": "text"}]}])


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ([DomainError("The model is not there.")], "The model is not there."),
        ([RuntimeError("a secret of the machine")], "could not answer just now"),
        ([Ended(messages=[])], "had nothing to say"),
        ([], "had nothing to say"),
    ],
)
def test_what_goes_wrong_is_a_sentence(lines: list[Any], sentence: str, talk: Conversation, runs: Held) -> None:
    runs.perform(*lines)
    assert answer_in(talk).state == "failed"
    assert sentence in run_in(talk).error
    assert "secret" not in run_in(talk).error


def test_what_was_written_before_it_broke_stays(talk: Conversation, alice: User, runs: Held) -> None:
    runs.perform(Text("There is spin"), RuntimeError("gone"))
    assert (answer_in(talk).text, answer_in(talk).state) == ("There is spin", "failed")
    say(talk, alice, "Go on")
    runs.perform(*said("ach."))
    assert "There is spin" in str(runs.heard[-1][2])


def test_a_model_that_hangs_is_stopped_at_the_next_heartbeat(
    talk: Conversation, alice: User, runs: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(performing, "HEARTBEAT", 0.01)
    let_go: list[bool] = []

    async def press_stop_and_hang() -> None:
        await in_scope(ref, lambda _ref: stop_run(run_in(talk), by=alice))
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            let_go.append(True)
            raise

    ref = runs.waiting[0]
    runs.perform(Text("So far"), press_stop_and_hang, Text("never"))
    assert (answer_in(talk).state, answer_in(talk).text) == ("stopped", "So far")
    assert let_go == [True]


def test_a_model_that_will_not_let_go_is_left_to_itself(
    talk: Conversation, alice: User, runs: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(performing, "HEARTBEAT", 0.01)
    monkeypatch.setattr(performing, "GRACE", 0.01)
    monkeypatch.setattr(performing, "TIME_LIMIT", 0.0)

    async def hold_on() -> None:
        for _ in range(3):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                continue

    runs.perform(hold_on)
    assert answer_in(talk).state == "failed"
    assert "too long" in run_in(talk).error


def test_stopped_before_it_began_it_never_begins(talk: Conversation, alice: User, runs: Held) -> None:
    with tenancy.scope(household=talk.household_id, person=alice.pk):
        stop_run(run_in(talk), by=alice)
        stop_run(run_in(talk), by=alice)
    runs.perform(*said("Too late."))
    assert (answer_in(talk).state, answer_in(talk).text, runs.heard) == ("stopped", "", [])


def test_who_is_removed_meanwhile_is_not_answered(household: Household, bob: User, runs: Held) -> None:
    talk = begin(household, bob)
    membership = membership_of(bob, household)
    with as_owner():
        membership.delete()
    runs.perform(*said("Spinach."))
    assert (answer_in(talk).state, runs.heard) == ("failed", [])


def test_a_run_is_taken_once(talk: Conversation, runs: Held) -> None:
    runs.waiting.append(runs.waiting[0])
    runs.perform(*said("Once."))
    runs.perform(*said("Twice."))
    assert (answer_in(talk).text, len(runs.heard)) == ("Once.", 1)


def die(conversation: Conversation) -> None:
    """The process is gone: nobody renews the lease."""
    with as_owner():
        past = timezone.now() - timedelta(seconds=1)
        Run.objects.filter(conversation=conversation).update(state="running", lease_until=past)


def test_what_a_dead_process_left_is_interrupted_and_asked_again(talk: Conversation, alice: User, runs: Held) -> None:
    runs.waiting.clear()
    die(talk)
    with tenancy.scope(household=talk.household_id, person=alice.pk):
        assert interrupt_overdue(conversation=talk) == 1
        assert interrupt_overdue(conversation=talk) == 0
        assert answer_in(talk).state == "interrupted"
        first = run_in(talk)
        again = retry_run(first, by=alice)
        assert retry_run(first, by=alice) == again
    assert answer_in(talk).state == "running"
    runs.perform(*said("Spinach."))
    assert (answer_in(talk).text, answer_in(talk).state, answer_in(talk).number) == ("Spinach.", "done", 2)
    with as_owner():
        assert Message.objects.filter(conversation=talk).count() == 2


def test_the_sweep_settles_it_where_nobody_looks(talk: Conversation) -> None:
    die(talk)
    assert settle_left(timezone.now()) == 1
    assert settle_left(timezone.now()) == 0
    assert answer_in(talk).state == "interrupted"


def test_a_process_that_comes_back_too_late_writes_nothing(talk: Conversation, runs: Held) -> None:
    def gone() -> None:
        die(talk)
        while not settle_left(timezone.now()):  # what it wrote in between renewed its lease
            die(talk)

    async def given_up() -> None:
        await asyncio.to_thread(gone)

    runs.perform(Text("So far"), given_up, Text(" and more"), Ended(messages=[]))
    assert answer_in(talk).state == "interrupted"
    assert answer_in(talk).text in {"", "So far"}


def test_a_living_run_is_not_interrupted(talk: Conversation, alice: User) -> None:
    with tenancy.scope(household=talk.household_id, person=alice.pk):
        assert interrupt_overdue(conversation=talk) == 0


def test_an_answer_that_was_finished_is_not_asked_again(talk: Conversation, alice: User, runs: Held) -> None:
    runs.perform(*said("Spinach."))
    with (
        tenancy.scope(household=talk.household_id, person=alice.pk),
        pytest.raises(DomainError, match="has been answered"),
    ):
        retry_run(run_in(talk), by=alice)


def test_the_database_allows_one_run_at_a_time(talk: Conversation, alice: User) -> None:
    run = run_in(talk)
    with as_owner():
        Run.objects.filter(pk=run.pk).update(state="running")
    with pytest.raises(IntegrityError, match="chat_run_one_at_a_time"), as_owner():
        Run.objects.create(
            household_id=talk.household_id,
            private_to=alice,
            conversation=talk,
            question_id=run.question_id,
            answer_id=run.answer_id,
            state="running",
        )


def test_a_proposal_is_written_down_with_its_exact_effect(talk: Conversation, runs: Held) -> None:
    effect = [{"name": "Add feta, 200 g", "where": "to Week"}]
    runs.perform(Proposed("c1", "add_items", {"names": ["feta"]}, effect), Ended(messages=[]))
    with as_owner():
        proposal = Proposal.objects.get()
    assert (proposal.state, proposal.effect, proposal.arguments) == ("open", effect, {"names": ["feta"]})
    assert (proposal.message_id, proposal.private_to_id) == (answer_in(talk).pk, talk.private_to_id)
    assert answer_in(talk).state == "done"
