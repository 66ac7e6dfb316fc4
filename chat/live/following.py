import asyncio
from time import monotonic

import structlog

from accounts.live.lean import LeanConsumer
from accounts.live.protocol import BROKEN, GONE
from chat.runs.reach import listen_no_more, listen_too

# Seconds between two messages of a text that is being written, at the least and at the most; between them it rests for
# so many times as long as the last look took, so that many who read at once slow down instead of each other's clicks.
BREATH, LONGEST_BREATH, REST = 0.05, 1.5, 3


class FollowingConsumer(LeanConsumer):
    """A socket that looks when one of its groups wakes it, and closes when `catch_up` says that it may no more."""

    following: tuple[str, ...] = ()

    async def follow(self, *groups: str) -> None:
        self.following, self.woken = groups, asyncio.Event()
        listen_too()
        for group in groups:
            await self.channel_layer.group_add(group, self.channel_name)
        await self.accept()  # in its groups before the first look: nothing falls between the two
        self.draining = asyncio.create_task(self.drain())

    async def wake(self, _event: dict[str, str]) -> None:
        self.woken.set()

    notice = wake  # of the household: somebody may have been removed

    async def drain(self) -> None:
        try:
            begun = monotonic()
            while await self.catch_up():
                breath = min(max(BREATH, REST * (monotonic() - begun)), LONGEST_BREATH)
                await asyncio.gather(self.woken.wait(), asyncio.sleep(breath))
                begun = monotonic()
            await self.close(GONE)
        except Exception:  # noqa: BLE001  (whatever it was, the page must connect again)
            structlog.get_logger("kitchen.chat").exception("socket broken")
            await self.close(BROKEN)

    async def catch_up(self) -> bool:
        raise NotImplementedError

    async def disconnect(self, _code: int) -> None:
        if self.following:
            listen_no_more()
            self.draining.cancel()
        for group in self.following:
            await self.channel_layer.group_discard(group, self.channel_name)
