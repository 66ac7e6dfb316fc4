from django.test import Client
from django.urls import reverse

from accounts.models import Household


def main_of(client: Client, room: str, household: Household) -> str:
    """The part of a room's page that is its own."""
    page = client.get(reverse(room, kwargs={"code": household.code})).content.decode()
    return page[page.index("<main") : page.index("</main>")]
