import asyncio
import time
from typing import Any

import structlog

from accounts.live.lean import LeanConsumer
from accounts.live.protocol import BREATH, BROKEN, GONE, NOT_UNDERSTOOD, asked_for
from accounts.live.sharing import Messages, Sights
from accounts.live.waking import ears
from accounts.services.notice import group_of


class FollowingConsumer(LeanConsumer):
    """Keeps one page true: sends what changed since the number that the page was drawn at.

    A kind of page says who may sit down at it, what those see together (`sights`) and what they are sent (`messages`).
    """

    sights: Sights
    messages: Messages

    async def take_seat(self) -> Any:
        """The seat, which knows its `household`; None for anybody without one."""
        raise NotImplementedError

    async def connect(self) -> None:
        self.seat = await self.take_seat()
        if self.seat is None:
            await self.close()  # before accepting: strangers cannot tell a household from none
            return
        self.sent: int | None = None
        self.asked = asked_for(self.scope["query_string"].decode("latin-1"))
        self.woken = asyncio.Event()
        await ears.open(group_of(self.seat.household), self.woken)
        await self.accept()  # the ear is open before the first look: nothing falls between the two
        self.draining = asyncio.create_task(self.drain())

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:  # noqa: ARG002
        self.asked = asked_for(text_data or "")
        if self.asked is None:
            await self.close(NOT_UNDERSTOOD)
        else:
            self.woken.set()

    async def drain(self) -> None:
        try:
            while await self.catch_up():
                # To the next stroke of one clock, so that all who rest look up together, and share what they see.
                await asyncio.gather(self.woken.wait(), asyncio.sleep(BREATH - time.monotonic() % BREATH))
            await self.close(GONE)
        except Exception:  # noqa: BLE001  (whatever it was, the page must connect again)
            structlog.get_logger("kitchen.live").exception("socket broken")
            await self.close(BROKEN)

    async def catch_up(self) -> bool:
        self.woken.clear()
        asked, self.asked = self.asked, None
        sight = await self.sights.of(self.seat)
        if (reader := sight.readers.get(self.seat)) is None:
            return False
        since = self.sent if asked is None else asked
        if since is not None and (asked is not None or since < sight.last):
            await self.send(await self.messages.between(self.seat.place, since, sight.last, reader, sight.together))
        self.sent = sight.last
        return True

    async def disconnect(self, _code: int) -> None:
        if self.seat:
            ears.close(group_of(self.seat.household), self.woken)
            self.draining.cancel()
