"""A run in the database: what it has written so far, its lease, its end; one short transaction each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from chat.agent.events import Proposed
from chat.agent.size import is_large
from chat.assistants.meter import Meter
from chat.models import Conversation, Message, MessageState, Proposal, Run, RunEvent, RunState
from chat.models.run import UNFINISHED
from chat.runs.draft import Entry, Portion
from chat.runs.metering import settle, settle_interrupted
from chat.runs.reach import Ref, ref_of, wake_after_commit
from chat.runs.turns import start_after_commit
from kitchen.seen import metrics

# A process that has not renewed a lease for this long is taken for dead.
LEASE = timedelta(seconds=15)
# A run whose turn it is renews nothing before it has begun: as many as a process performs may be before it.
PATIENCE = LEASE * 8
# A change that nobody has agreed to for so long was thought out for another kitchen.
PROPOSALS_WAIT = timedelta(hours=24)


@dataclass(frozen=True)
class Pulse:
    """Whether the run is still this process's, and whether somebody pressed Stop."""

    alive: bool
    stop: bool = False


@dataclass(frozen=True)
class End:
    """How a run ended: its state, the sentence for people where it went wrong, and what it leaves for the next one."""

    state: RunState
    error: str = ""
    log: Sequence[Any] = ()
    about: dict[str, Any] | None = None
    meter: Meter | None = None


def write(ref: Ref, portion: Portion) -> Pulse:
    """Put down what is new and renew the lease."""
    run = _held(ref)
    if run is None:
        return Pulse(alive=False)
    add_entries(run, portion.entries)
    run.lease_until = timezone.now() + LEASE
    run.save(update_fields=["last_number", "lease_until"])
    if portion.entries:
        _write_answer(run, portion)
    return Pulse(alive=True, stop=run.stop_at is not None)


def finish(ref: Ref, portion: Portion, end: End, milliseconds: int) -> bool:
    """The last portion and the end; False if the run had been given up meanwhile."""
    lock_turns(ref.conversation)
    run = _held(ref)
    if run is None:
        return False
    add_entries(run, portion.entries)
    _write_answer(run, portion)
    run.milliseconds = milliseconds
    settle(run, end.meter, str(end.state))
    close(run, end)
    return True


def close(run: Run, end: End) -> None:
    """End a run, and its answer with it; its turns and the run are locked. Nothing of a text is lost."""
    run.state, run.error, run.log = end.state, end.error[:300], list(end.log)
    run.finished_at, run.lease_until = timezone.now(), None
    about = dict(end.about or {})
    for name in ("model", "input_tokens", "output_tokens"):
        setattr(run, name, about.pop(name, getattr(run, name)))
    add_entries(run, [Entry("end", {"state": str(end.state)})])
    run.save()
    Message.objects.filter(pk=run.answer_id).update(state=MessageState(end.state.value), **about)
    metrics.runs.labels(str(end.state)).inc()
    _pass_on(run)


def lock_turns(conversation: UUID) -> None:
    """Held to the end of the transaction: who runs and who waits in a conversation is decided by one at a time."""
    Conversation.objects.select_for_update(of=("self",)).filter(pk=conversation).order_by().first()


def next_waiting(conversation: UUID) -> Run | None:
    """Whose turn it is once nobody runs: who asked first, if they still are somebody."""
    waiting = Run.objects.filter(conversation=conversation, state=RunState.QUEUED).exclude(asked_by=None)
    return waiting.order_by("created_at", "id").first()


def _pass_on(ended: Run) -> None:
    """Those who wait move up, which pages show; the first of them begins if nobody runs."""
    of_talk = Run.objects.filter(conversation=ended.conversation_id)
    for run in of_talk.select_for_update(of=("self",)).filter(state=RunState.QUEUED).order_by("created_at", "id"):
        run.lease_until = timezone.now() + PATIENCE
        add_entries(run, [Entry("turn", {})])
        run.save(update_fields=["lease_until", "last_number"])
    first = next_waiting(ended.conversation_id)
    if first and not of_talk.filter(state=RunState.RUNNING).exists():
        start_after_commit(ref_of(first))


def add_entries(run: Run, entries: Sequence[Entry]) -> None:
    """Number `entries` on; the run is locked and saved by the caller."""
    walls = {"household_id": run.household_id, "private_to_id": run.private_to_id, "run": run}
    rows = [
        RunEvent(**walls, number=number, kind=entry.kind, payload=entry.payload)
        for number, entry in enumerate(entries, start=run.last_number + 1)
    ]
    RunEvent.objects.bulk_create(rows)
    run.last_number += len(rows)
    for entry in entries:
        if entry.proposal:
            _propose(run, entry.proposal)


def tell(run_id: Any, kind: str, payload: dict[str, Any]) -> None:
    """One more line of a run that may have ended, such as what became of a proposal; open pages follow."""
    run = Run.objects.select_for_update(of=("self",)).get(pk=run_id)
    add_entries(run, [Entry(kind, payload)])
    run.save(update_fields=["last_number"])
    wake_after_commit(run.conversation_id)


def interrupt_overdue(**of: Any) -> int:
    """Settle runs whose lease is over: their process is gone. `of` narrows them down; how many there were.

    What waits behind a run is not overdue: its turn has not come.
    """
    runs = Run.objects.filter(**of, state__in=UNFINISHED, lease_until__lt=timezone.now())
    talks = set(runs.values_list("conversation_id", flat=True))
    if not talks:
        return 0
    locked = Conversation.objects.select_for_update(of=("self",), skip_locked=True).filter(pk__in=talks)
    return sum(_interrupt_in(talk, of) for talk in locked.order_by("pk"))


def _interrupt_in(conversation: Conversation, of: dict[str, Any]) -> int:
    runs = Run.objects.select_for_update(of=("self",)).filter(conversation=conversation)
    overdue = runs.filter(**of, lease_until__lt=timezone.now())
    running = runs.filter(state=RunState.RUNNING)
    left = list(overdue.filter(state=RunState.RUNNING) if running.exists() else overdue.filter(state=RunState.QUEUED))
    for run in left:
        settle_interrupted(run)
        close(run, End(RunState.INTERRUPTED, _("The kitchen was started anew in the middle of this answer.")))
    if left:
        wake_after_commit(conversation.pk)
    return len(left)


def stop_waiting(run: Run) -> None:
    """Stop a locked run that no process has taken yet; its turns are locked."""
    close(run, End(RunState.STOPPED))


def stop_soon(run: Run) -> None:
    """Stop a locked run wherever it is; one that goes on ends with its next heartbeat."""
    if run.state == RunState.QUEUED:
        stop_waiting(run)
    elif run.state == RunState.RUNNING and run.stop_at is None:
        run.stop_at = timezone.now()
        run.save(update_fields=["stop_at"])


def _held(ref: Ref) -> Run | None:
    return Run.objects.select_for_update(of=("self",)).filter(pk=ref.run, state=RunState.RUNNING).first()


def _write_answer(run: Run, portion: Portion) -> None:
    Message.objects.filter(pk=run.answer_id).update(
        text=portion.text,
        thinking=portion.thinking,
        sources=portion.sources,
        card=portion.card,
        payload=portion.payload,
    )


def _propose(run: Run, proposed: Proposed) -> None:
    Proposal.objects.create(
        household_id=run.household_id,
        private_to_id=run.private_to_id,
        run=run,
        message_id=run.answer_id,
        call_id=proposed.call_id,
        tool=proposed.tool,
        arguments=proposed.arguments,
        effect=proposed.effect,
        large=is_large(proposed.tool, proposed.arguments),
        expires_at=timezone.now() + PROPOSALS_WAIT,
    )
