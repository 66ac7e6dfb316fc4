"""The one application that Daphne serves: HTTP by Django, sockets by Channels."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kitchen.settings")

from django.core.asgi import get_asgi_application

http = get_asgi_application()

from channels.routing import ProtocolTypeRouter, URLRouter
from channels.security.websocket import AllowedHostsOriginValidator
from channels.sessions import SessionMiddlewareStack

from kitchen.seen.sockets import SeenSockets
from kitchen.server.request import with_refusal
from kitchen.sockets import socket_urls

application = ProtocolTypeRouter(
    {
        "http": with_refusal(http),
        "websocket": SeenSockets(AllowedHostsOriginValidator(SessionMiddlewareStack(URLRouter(socket_urls)))),
    }
)
