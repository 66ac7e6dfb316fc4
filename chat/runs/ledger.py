"""A run in the database: what it has written so far, its lease, its end; one short transaction each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from chat.agent.events import Proposed
from chat.models import Message, MessageState, Proposal, Run, RunEvent, RunState
from chat.models.run import UNFINISHED
from chat.runs.draft import Entry, Portion
from chat.runs.reach import Ref, wake_after_commit

# A process that has not renewed a lease for this long is taken for dead.
LEASE = timedelta(seconds=15)
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
    run = _held(ref)
    if run is None:
        return False
    add_entries(run, portion.entries)
    _write_answer(run, portion)
    run.milliseconds = milliseconds
    close(run, end)
    return True


def close(run: Run, end: End) -> None:
    """End a locked run, and its answer with it. Nothing of a text is lost."""
    run.state, run.error, run.log = end.state, end.error[:300], list(end.log)
    run.finished_at, run.lease_until = timezone.now(), None
    about = dict(end.about or {})
    for name in ("model", "input_tokens", "output_tokens"):
        setattr(run, name, about.pop(name, getattr(run, name)))
    add_entries(run, [Entry("end", {"state": str(end.state)})])
    run.save()
    Message.objects.filter(pk=run.answer_id).update(state=MessageState(end.state.value), **about)


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
    """Settle runs whose lease is over: their process is gone. `of` narrows them down; how many there were."""
    overdue = Run.objects.select_for_update(of=("self",), skip_locked=True).filter(
        state__in=UNFINISHED, lease_until__lt=timezone.now(), **of
    )
    found = list(overdue)
    for run in found:
        close(run, End(RunState.INTERRUPTED, _("The kitchen was started anew in the middle of this answer.")))
        wake_after_commit(run.conversation_id)
    return len(found)


def stop_waiting(run: Run) -> None:
    """Stop a locked run that no process has taken yet."""
    close(run, End(RunState.STOPPED))


def _held(ref: Ref) -> Run | None:
    return Run.objects.select_for_update(of=("self",)).filter(pk=ref.run, state=RunState.RUNNING).first()


def _write_answer(run: Run, portion: Portion) -> None:
    Message.objects.filter(pk=run.answer_id).update(
        text=portion.text, sources=portion.sources, card=portion.card, payload=portion.payload
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
        expires_at=timezone.now() + PROPOSALS_WAIT,
    )
