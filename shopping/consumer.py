from channels.db import database_sync_to_async

from accounts.live.following import FollowingConsumer
from accounts.live.sharing import Messages, Sights
from shopping import visitors

take_visit = database_sync_to_async(visitors.take_visit, thread_sensitive=False)
sights = Sights(database_sync_to_async(visitors.look, thread_sensitive=False))
messages = Messages(database_sync_to_async(visitors.draw, thread_sensitive=False))


class ListLinkConsumer(FollowingConsumer):
    """The page of a shared list, for whoever has its open link; revoking the link closes it."""

    sights, messages = sights, messages

    async def take_seat(self) -> visitors.Visit | None:
        visit: visitors.Visit | None = await take_visit(self.scope["url_route"]["kwargs"]["token"])
        return visit
