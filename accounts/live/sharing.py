"""What the sockets of one process ask for together, so that a hundred of them cost little more than one."""

import asyncio
from collections import OrderedDict
from uuid import UUID

from channels.db import database_sync_to_async

from accounts.live import seat as seats
from accounts.live.drawing import draw
from accounts.live.seat import Reader, Seat, Sight

KEPT = 64
# Each call enters a scope and leaves it: any thread will do, and no socket waits for another's request.
take_seat = database_sync_to_async(seats.take_seat, thread_sensitive=False)
look_from_thread = database_sync_to_async(seats.look, thread_sensitive=False)
draw_from_thread = database_sync_to_async(draw, thread_sensitive=False)


class Sights:
    """One question to the database at a time for each household; whoever asks meanwhile shares the next answer.

    An answer is never older than the question: it is asked after the last who shares it has joined.
    """

    def __init__(self) -> None:
        self._waiting: dict[UUID, dict[Seat, asyncio.Future[Sight]]] = {}
        self._asking: dict[UUID, asyncio.Task[None]] = {}

    async def of(self, seat: Seat) -> Sight:
        loop = asyncio.get_running_loop()
        future = self._waiting.setdefault(seat.household, {}).setdefault(seat, loop.create_future())
        asking = self._asking.get(seat.household)
        if asking is None or asking.done():
            self._asking[seat.household] = loop.create_task(self._ask(seat.household))
        return await asyncio.shield(future)

    async def _ask(self, household: UUID) -> None:
        while waiting := self._waiting.pop(household, None):
            try:
                sight = await look_from_thread(household, list(waiting))
            except Exception as error:  # noqa: BLE001  (each socket that waits must hear of it)
                for future in waiting.values():
                    future.set_exception(error)
            else:
                for future in waiting.values():
                    future.set_result(sight)
        self._asking.pop(household, None)


class Messages:
    """The last few drawn messages: the first socket that needs one has it drawn, the others get the same text."""

    def __init__(self) -> None:
        self._drawn: OrderedDict[tuple[UUID, int, int, Reader], asyncio.Task[str]] = OrderedDict()

    async def between(self, household: UUID, since: int, to: int, reader: Reader) -> str:
        key = (household, since, to, reader)
        task = self._drawn.get(key)
        if task is None or (task.done() and task.exception()):
            task = self._drawn[key] = asyncio.ensure_future(draw_from_thread(*key))
            if len(self._drawn) > KEPT:
                self._drawn.popitem(last=False)
        return await asyncio.shield(task)


sights, messages = Sights(), Messages()
