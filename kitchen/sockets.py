"""Every socket of Kitchen, by path."""

from channels.generic.websocket import AsyncWebsocketConsumer
from django.urls import path, re_path

from accounts.live.consumer import HouseholdConsumer
from chat.live.consumer import ChatConsumer
from shopping.consumer import ListLinkConsumer


class Nowhere(AsyncWebsocketConsumer):  # type: ignore[misc]
    """Any other path: refused in silence, where Channels would raise and log a traceback for each try."""

    async def connect(self) -> None:
        await self.close()


socket_urls = [
    path("h/<slug:code>/live/", HouseholdConsumer.as_asgi(), name="live"),
    path("h/<slug:code>/chat/<uuid:id>/live/", ChatConsumer.as_asgi(), name="chat.live"),
    path("l/<str:token>/live/", ListLinkConsumer.as_asgi()),
    re_path(r"", Nowhere.as_asgi()),
]
