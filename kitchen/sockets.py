"""Every socket of Kitchen, by path."""

from django.urls import path

from accounts.live.consumer import HouseholdConsumer

socket_urls = [
    path("h/<slug:code>/live/", HouseholdConsumer.as_asgi(), name="live"),
]
