"""A run from beginning to end: hears the agent, writes down what it says, and ends whatever happens."""

import asyncio
from dataclasses import replace
from time import monotonic
from typing import Any

import structlog
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from chat.agent.events import Answer
from chat.models import RunState
from chat.runs.answering import the_answer
from chat.runs.draft import Draft
from chat.runs.ending import end_run
from chat.runs.ledger import End, Pulse, write
from chat.runs.reach import Ref, in_scope, wake
from chat.runs.spoken import spoken
from chat.runs.taking import Taken, take
from chat.runs.titling import give_title
from kitchen.errors import DomainError
from kitchen.zones import zone

log = structlog.get_logger("kitchen.chat")

# Seconds. What comes within a breath is written together, where writing is slow within so many times as long as it took
# last; a silent run shows that it lives at each heartbeat.
BREATH, LONGEST_BREATH, REST = 0.05, 1.5, 3
HEARTBEAT = 1.0
TIME_LIMIT = 180.0
# How long something that was cancelled may take to let go; then it is left to itself.
GRACE = 3.0


async def perform(ref: Ref, answer: Answer | None = None) -> None:
    """Take the run and answer. What `answer` raises becomes a sentence; a lost database leaves the lease to end."""
    taken = await in_scope(ref, take)
    if taken is None:
        await wake(ref.conversation)
        return
    began = monotonic()
    person, household = taken.kitchen.person, taken.kitchen.household
    with translation.override(person.language), timezone.override(zone(household.time_zone)):
        draft = Draft()
        hearing = asyncio.ensure_future(_hear(answer, taken, draft))
        try:
            end = await _keep(ref, hearing, draft, began)
        finally:
            await _let_go(hearing)
        if end is None:
            return
        end = replace(_with_what_is_left(end, taken, draft), meter=taken.meter)
        await in_scope(ref, end_run, draft.close(), end, round((monotonic() - began) * 1000), taken.history)
    await wake(ref.conversation)
    if end.state == RunState.DONE and taken.meter:
        await give_title(ref, taken.meter.assistant)


async def _hear(answer: Answer | None, taken: Taken, draft: Draft) -> None:
    # Found here, so that an assistant that cannot even be loaded fails like one that cannot answer.
    heard = answer or the_answer()
    async for event in heard(taken.kitchen, taken.text, taken.history, pending=taken.pending, meter=taken.meter):
        draft.add(event)


async def _keep(ref: Ref, hearing: asyncio.Future[None], draft: Draft, began: float) -> End | None:
    """Write down what is heard until it ends, is stopped, or its time is over; None when it is not ours any more."""
    breath = BREATH
    while not hearing.done():
        await _next(hearing, draft, breath)
        if hearing.done():
            break
        portion, begun = draft.take(), monotonic()
        pulse: Pulse = await in_scope(ref, write, portion)
        breath = min(max(BREATH, REST * (monotonic() - begun)), LONGEST_BREATH)
        if portion.entries:
            await wake(ref.conversation)
        if not pulse.alive:
            return None
        if pulse.stop:
            return End(RunState.STOPPED)
        if monotonic() - began > TIME_LIMIT:
            return End(RunState.FAILED, _("This took too long, so it was ended. Ask again, or ask for less at once."))
    return _ended(hearing, draft)


async def _next(hearing: asyncio.Future[None], draft: Draft, breath: float) -> None:
    """Until there is something to write, and a breath more; at the longest until the next heartbeat."""
    filled: asyncio.Future[Any] = asyncio.ensure_future(draft.filled.wait())
    both: set[asyncio.Future[Any]] = {hearing, filled}
    await asyncio.wait(both, timeout=HEARTBEAT, return_when=asyncio.FIRST_COMPLETED)
    filled.cancel()
    if draft.filled.is_set():
        await asyncio.wait({hearing}, timeout=breath)


def _ended(hearing: asyncio.Future[None], draft: Draft) -> End:
    error = asyncio.CancelledError() if hearing.cancelled() else hearing.exception()
    if isinstance(error, DomainError):
        return End(RunState.FAILED, str(error))
    if error is not None:
        log.error("the assistant failed", exc_info=error)
        return End(RunState.FAILED, _("The assistant could not answer just now. What you asked is kept."))
    if not draft.says_something:
        return End(RunState.FAILED, _("The assistant had nothing to say. Try again, or ask in other words."))
    return End(RunState.DONE)


async def _let_go(hearing: asyncio.Future[None]) -> None:
    if not hearing.done():
        hearing.cancel()
        await asyncio.wait({hearing}, timeout=GRACE)
    # Looked at, so that a failure which nobody waits for any more is not told as forgotten.
    if hearing.done() and not hearing.cancelled():
        hearing.exception()


def _with_what_is_left(end: End, taken: Taken, draft: Draft) -> End:
    """With the history for the next run, and who answered."""
    done = draft.ended
    if done is None:
        return End(end.state, end.error, spoken(taken.text, draft.text) if draft.text.strip() else ())
    about: dict[str, Any] = {"agent": done.agent[:20], "confidence": done.confidence, "model": done.model[:80]}
    about |= {"input_tokens": done.input_tokens, "output_tokens": done.output_tokens}
    return End(end.state, end.error, done.messages, about)
