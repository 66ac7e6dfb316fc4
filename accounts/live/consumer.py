import asyncio

import structlog

from accounts.live.lean import LeanConsumer
from accounts.live.protocol import BREATH, BROKEN, GONE, NOT_UNDERSTOOD, asked_for
from accounts.live.sharing import messages, sights, take_seat
from accounts.services.notice import group_of


class HouseholdConsumer(LeanConsumer):
    """Keeps one page of a household true: sends what changed since the number that the page was drawn at."""

    async def connect(self) -> None:
        self.seat = await take_seat(self.scope["session"], self.scope["url_route"]["kwargs"]["code"])
        if self.seat is None:
            await self.close()  # before accepting: strangers cannot tell a household from none
            return
        self.sent: int | None = None
        self.asked = asked_for(self.scope["query_string"].decode("latin-1"))
        self.woken = asyncio.Event()
        await self.channel_layer.group_add(group_of(self.seat.household), self.channel_name)
        await self.accept()  # in the group before the first look: nothing falls between the two
        self.draining = asyncio.create_task(self.drain())

    async def notice(self, _event: dict[str, int]) -> None:
        self.woken.set()

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:  # noqa: ARG002
        self.asked = asked_for(text_data or "")
        if self.asked is None:
            await self.close(NOT_UNDERSTOOD)
        else:
            self.woken.set()

    async def drain(self) -> None:
        try:
            while await self.catch_up():
                await asyncio.gather(self.woken.wait(), asyncio.sleep(BREATH))
            await self.close(GONE)
        except Exception:  # noqa: BLE001  (whatever it was, the page must connect again)
            structlog.get_logger("kitchen.live").exception("socket broken")
            await self.close(BROKEN)

    async def catch_up(self) -> bool:
        self.woken.clear()
        asked, self.asked = self.asked, None
        sight = await sights.of(self.seat)
        if (reader := sight.readers.get(self.seat)) is None:
            return False
        since = self.sent if asked is None else asked
        if since is not None and (asked is not None or since < sight.last):
            await self.send(await messages.between(self.seat.household, since, sight.last, reader))
        self.sent = sight.last
        return True

    async def disconnect(self, _code: int) -> None:
        if self.seat:
            await self.channel_layer.group_discard(group_of(self.seat.household), self.channel_name)
            self.draining.cancel()
