"""One ear in this process for each group of the channel layer, however many sockets it wakes.

Were each socket in its group itself, every message would be copied, handed over and answered by a task for each of
them, a hundred times before the answer to whoever made the change could leave.
"""

import asyncio

import structlog
from channels.layers import get_channel_layer

# Seconds until an ear says again that it listens (layers forget who has not for a day), and until it tries again.
RENEWAL, AGAIN = 3600.0, 1.0


class Ear:
    """Sets the events of its sockets whenever its group is spoken to."""

    def __init__(self, group: str) -> None:
        self.group = group
        self.sockets: set[asyncio.Event] = set()
        self.ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.listening = asyncio.create_task(self._listen())

    async def _listen(self) -> None:
        layer = get_channel_layer()
        channel = await layer.new_channel()
        try:
            while True:
                try:
                    await layer.group_add(self.group, channel)
                    self._open()
                    await self._hear(layer, channel)
                except TimeoutError:
                    continue
                except Exception as error:  # noqa: BLE001  (whatever ails the layer, it may be well again)
                    if not self.ready.done():
                        self.ready.set_exception(error)
                        return
                    structlog.get_logger("kitchen.live").exception("sockets are not woken", group=self.group)
                    await asyncio.sleep(AGAIN)
        finally:
            await layer.group_discard(self.group, channel)

    def _open(self) -> None:
        if not self.ready.done():
            self.ready.set_result(None)

    async def _hear(self, layer: object, channel: str) -> None:
        """Until it is time to say again that one listens. What was missed before is looked for now."""
        self._wake()
        async with asyncio.timeout(RENEWAL):
            while True:
                await layer.receive(channel)  # type: ignore[attr-defined]
                self._wake()

    def _wake(self) -> None:
        for woken in self.sockets:
            woken.set()


class Ears:
    """Each belongs to the loop that it was opened in."""

    def __init__(self) -> None:
        self._ears: dict[tuple[asyncio.AbstractEventLoop, str], Ear] = {}

    async def open(self, group: str, woken: asyncio.Event) -> None:
        """Returns when nothing that is said to the group from now on can be missed."""
        key = asyncio.get_running_loop(), group
        ear = self._ears.get(key)
        if ear is None or ear.listening.done():
            ear = self._ears[key] = Ear(group)
        ear.sockets.add(woken)
        await asyncio.shield(ear.ready)

    def close(self, group: str, woken: asyncio.Event) -> None:
        key = asyncio.get_running_loop(), group
        ear = self._ears.get(key)
        if ear is None:
            return
        ear.sockets.discard(woken)
        if not ear.sockets:
            del self._ears[key]
            ear.listening.cancel()


ears = Ears()
