"""A hundred pages, three hundred quick changes: the layer drops most messages, every page ends with the truth."""

import asyncio
import json
import random
import time

import pytest
from channels.testing import WebsocketCommunicator
from django.test import Client

from accounts.live.drawing import drawings
from accounts.live.seat import Reader
from accounts.models import Eater, Household, User
from accounts.queries.notice import last_number
from accounts.services.notice import announce
from kitchen import tenancy
from tests.accounts.live import in_thread, socket_of
from tests.conftest import ClientOf

PAGES, CHANGES = 100, 300
pytestmark = pytest.mark.django_db(transaction=True)


class Page:
    """What live-socket.js does with messages: it notes what it shows, asks for what it missed, joins again."""

    def __init__(self, client: Client, code: str) -> None:
        self.client, self.code = client, code
        self.number, self.shown, self.heard = 0, "", 0

    async def live(self) -> None:
        while True:
            self.socket = socket_of(self.client, self.code, self.number)
            assert (await self.socket.connect(timeout=30))[0]
            await self.listen(self.socket)

    async def listen(self, socket: WebsocketCommunicator) -> None:
        while (event := await socket.output_queue.get())["type"] == "websocket.send":
            message = json.loads(event["text"])
            self.heard += 1
            assert "reload" not in message
            if message["from"] > self.number:
                await socket.send_to(text_data=json.dumps({"since": self.number}))
            elif message["number"] > self.number:
                self.number = message["number"]
                self.shown = message["html"] or self.shown


def draw_count(household: Household, subject: object, reader: Reader) -> str:
    return f"{Eater.objects.filter(household=household).count()} eaters"


@pytest.fixture
def _counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(drawings._entries, "count", draw_count)


def change(household: Household, number: int) -> None:
    with tenancy.scope(household=household.pk):
        Eater.objects.create(household=household, name=f"Eater {number}")
        announce(household, "count")


async def until(true: object, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not true():  # type: ignore[operator]
        assert time.monotonic() < deadline, "the pages did not come to the truth"
        await asyncio.sleep(0.02)


def numbers(household: Household) -> int:
    with tenancy.scope(household=household.pk):
        return last_number(household.pk)


@pytest.mark.usefixtures("_counted")
async def test_every_page_ends_with_the_truth(
    household: Household, alice: User, bob: User, guest: User, client_of: ClientOf
) -> None:
    clients = [await in_thread(client_of, user) for user in (alice, bob, guest)]
    pages = [Page(clients[at % 3], household.code) for at in range(PAGES)]
    living = [asyncio.create_task(page.live()) for page in pages]
    for number in range(CHANGES):
        await in_thread(change, household, number)
        if number % 10 == 0:  # a page that falls asleep and comes back
            await random.Random(number).choice(pages).socket.send_to(text_data='{"since": 0}')
    await until(lambda: all(page.number == CHANGES for page in pages))
    assert await in_thread(numbers, household) == CHANGES
    assert {page.shown for page in pages} == {f"{CHANGES} eaters"}
    for task in living:
        task.cancel()
