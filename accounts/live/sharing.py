"""What the sockets of one process ask for together, so that a hundred of them cost little more than one."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection
from typing import Any
from uuid import UUID

from channels.db import database_sync_to_async

from accounts.live import seat as seats
from accounts.live.drawing import draw
from accounts.live.seat import Sight

KEPT = 64
# Seconds in which all who were woken by one change come to ask: three questions would be asked of the database else.
GATHERING = 0.01
# Each call enters a scope and leaves it: any thread will do, and no socket waits for another's request.
take_seat = database_sync_to_async(seats.take_seat, thread_sensitive=False)
look_from_thread = database_sync_to_async(seats.look, thread_sensitive=False)
draw_from_thread = database_sync_to_async(draw, thread_sensitive=False)


class Sights:
    """One question (`look`) to the database at a time for each place, which is a household, or what one may see of it;
    whoever asks meanwhile shares the next answer.

    An answer is never older than the question: it is asked after the last who shares it has joined.
    """

    def __init__(self, look: Callable[[UUID, list[Any]], Awaitable[Sight]]) -> None:
        self._look = look
        self._waiting: dict[UUID, dict[Any, asyncio.Future[Sight]]] = {}
        self._asking: dict[UUID, asyncio.Task[None]] = {}

    async def of(self, seat: Any) -> Sight:
        loop = asyncio.get_running_loop()
        future = self._waiting.setdefault(seat.place, {}).setdefault(seat, loop.create_future())
        asking = self._asking.get(seat.place)
        if asking is None or asking.done():
            self._asking[seat.place] = loop.create_task(self._ask(seat.place))
        return await asyncio.shield(future)

    async def _ask(self, place: UUID) -> None:
        while place in self._waiting:
            await asyncio.sleep(GATHERING)
            waiting = self._waiting.pop(place)
            try:
                sight = await self._look(place, list(waiting))
            except Exception as error:  # noqa: BLE001  (each socket that waits must hear of it)
                for future in waiting.values():
                    future.set_exception(error)
            else:
                for future in waiting.values():
                    future.set_result(sight)
        self._asking.pop(place, None)


class Messages:
    """The last few drawn messages: the first socket that needs one has it drawn, for all kinds of readers that look on
    together, and the others get the same text.
    """

    def __init__(self, draw: Callable[[UUID, int, int, Collection[Any]], Awaitable[dict[Any, str]]]) -> None:
        self._draw = draw
        self._drawn: OrderedDict[tuple[UUID, int, int], dict[Any, asyncio.Future[dict[Any, str]]]] = OrderedDict()

    async def between(self, place: UUID, since: int, to: int, reader: Any, together: frozenset[Any]) -> str:
        key = (place, since, to)
        drawn = self._drawn.setdefault(key, {})
        task = drawn.get(reader)
        if task is None or (task.done() and task.exception()):
            wanted = {reader, *(one for one in together if one not in drawn)}
            task = asyncio.ensure_future(self._draw(*key, wanted))
            drawn.update(dict.fromkeys(wanted, task))
            if len(self._drawn) > KEPT:
                self._drawn.popitem(last=False)
        return (await asyncio.shield(task))[reader]


sights, messages = Sights(look_from_thread), Messages(draw_from_thread)
