"""What a run is known by, and its short ways to the database and to the open pages."""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

import structlog
from asgiref.sync import async_to_sync
from channels.db import database_sync_to_async
from channels.layers import get_channel_layer

from chat.models import Run
from kitchen import tenancy

T = TypeVar("T")
log = structlog.get_logger("kitchen.chat")

# Loops in which sockets of this process listen: the layer in memory must be spoken to in theirs.
_listening: Counter[asyncio.AbstractEventLoop] = Counter()


@dataclass(frozen=True)
class Ref:
    """Ids only: what a background loop is given, and what it needs to enter a run's scope."""

    run: UUID
    conversation: UUID
    household: UUID
    person: UUID


def ref_of(run: Run) -> Ref:
    if run.asked_by_id is None:
        raise ValueError("a run answers somebody")
    return Ref(run.pk, run.conversation_id, run.household_id, run.asked_by_id)


async def in_scope(ref: Ref, work: Callable[..., T], *args: Any) -> T:
    """What `work(ref, *args)` returns, in one short transaction; no connection is held between two of these."""

    def scoped() -> T:
        with tenancy.scope(household=ref.household, person=ref.person):
            return work(ref, *args)

    answer: T = await database_sync_to_async(scoped, thread_sensitive=True)()
    return answer


def group_of(conversation: UUID) -> str:
    return f"chat.{conversation.hex}"


def listen_too() -> None:
    """For a socket: until it listens no more, wakes are sent in its loop."""
    _listening[asyncio.get_running_loop()] += 1


def listen_no_more() -> None:
    loop = asyncio.get_running_loop()
    _listening[loop] -= 1
    if not _listening[loop]:
        del _listening[loop]


async def wake(conversation: UUID) -> None:
    """Tell the sockets at a conversation to look: an id and nothing else. A wake that is lost is made up for later."""
    here = asyncio.get_running_loop()
    theirs = next((loop for loop in list(_listening) if loop.is_running()), here)
    sending = _send(conversation)
    if theirs is here:
        await sending
    else:
        asyncio.run_coroutine_threadsafe(sending, theirs)


async def _send(conversation: UUID) -> None:
    try:
        await get_channel_layer().group_send(group_of(conversation), {"type": "wake"})
    except Exception:
        log.exception("sockets were not woken", conversation=str(conversation))


def wake_after_commit(conversation: UUID) -> None:
    tenancy.on_commit(partial(async_to_sync(wake), conversation))
