import json

from channels.db import database_sync_to_async

from accounts.live.protocol import NOT_UNDERSTOOD
from accounts.live.sharing import sights, take_seat
from accounts.services.notice import group_of as household_group
from chat.live import screen as screens
from chat.live.protocol import WRITING, shown_by
from chat.live.shown import Screen
from chat.live.writing import WritingConsumer
from chat.runs.reach import group_of

opened = database_sync_to_async(screens.opened, thread_sensitive=False)
look = database_sync_to_async(screens.look, thread_sensitive=False)


class ChatConsumer(WritingConsumer):
    """Keeps one page at a conversation true. It reads only: a run goes on whether or not anybody watches."""

    screen: Screen | None = None
    asked = False

    async def connect(self) -> None:
        where = self.scope["url_route"]["kwargs"]
        self.seat, self.id = await take_seat(self.scope["session"], where["code"]), where["id"]
        self.here = self.seat and await opened(self.seat, self.id)
        if not self.here:
            await self.close()  # before accepting: a stranger cannot tell a conversation from none
            return
        await self.follow(group_of(self.id), household_group(self.seat.household))

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:  # noqa: ARG002
        if text_data == WRITING:
            await self.pass_on()
            return
        self.screen, self.asked = shown_by(text_data or "", self.id), True
        if self.screen is None:
            await self.close(NOT_UNDERSTOOD)
        self.woken.set()

    async def catch_up(self) -> bool:
        self.woken.clear()
        reader = (await sights.of(self.seat)).readers.get(self.seat)
        if reader is None:
            return False
        if self.screen is None:  # the page has not said yet what it shows
            return True
        asked, self.asked = self.asked, False
        news = await look(self.seat, reader, self.screen)
        if news and (news.pop("new") or asked):
            await self.send(json.dumps(news))
        return news is not None
