from typing import Any

from channels.consumer import get_handler_name
from channels.generic.websocket import AsyncWebsocketConsumer


class LeanConsumer(AsyncWebsocketConsumer):  # type: ignore[misc]
    """A consumer that holds no database connection between messages.

    Channels goes into a thread before each message to clean up connections that a consumer may hold, which is half of
    what telling a hundred sockets costs; here each question to the database cleans up after itself.
    """

    async def dispatch(self, message: dict[str, Any]) -> None:
        await getattr(self, get_handler_name(message))(message)
