import asyncio
import json
from typing import Any
from uuid import UUID

from chat.live.following import FollowingConsumer
from chat.live.screen import Opened
from chat.runs.reach import group_of

# Seconds between two words of somebody's writing that are passed on.
PAUSE = 0.05


class WritingConsumer(FollowingConsumer):
    """Passes on to the others at a conversation of the household that somebody is writing there: kept by nobody."""

    id: UUID
    here: Opened | None = None
    told_at = float("-inf")

    async def pass_on(self) -> None:
        now = asyncio.get_running_loop().time()
        if self.here and self.here.group and now - self.told_at >= PAUSE:
            self.told_at = now
            who = {"person": str(self.seat.person), "name": self.here.called}
            await self.channel_layer.group_send(group_of(self.id), {"type": "writing", **who})

    async def writing(self, event: dict[str, Any]) -> None:
        if event["person"] != str(self.seat.person):
            await self.send(json.dumps({"writing": event["name"]}))
