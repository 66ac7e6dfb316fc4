"""What holds for every room without models: it says what it is for, and nothing in it pretends."""

from django.test import Client
from django.urls import reverse

from accounts.models import Household


def main_of(client: Client, room: str, household: Household) -> str:
    """The part of a room's page that is its own."""
    page = client.get(reverse(room, kwargs={"code": household.code})).content.decode()
    return page[page.index("<main") : page.index("</main>")]


def is_honest(main: str) -> bool:
    return "What this room is for" in main and "<form" not in main and "<button" not in main


def offers(main: str, path: str) -> bool:
    return f"/{path}/" in main
