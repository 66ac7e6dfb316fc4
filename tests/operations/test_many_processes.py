"""Two web processes and a worker over Redis, as Compose runs them: what one serves, the sockets of the other see."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client

from accounts.models import Household, User
from kitchen.ids import new_id
from shopping.models import ShoppingListItem
from tests.conftest import ClientOf
from tests.factories import ConversationFactory
from tests.factories.shopping import ShoppingListFactory, ShoppingListItemFactory
from tests.operations.processes import Running, free_port
from tests.operations.websocket import WebSocket
from tests.shopping.devices import rows_in

pytestmark = [pytest.mark.redis, pytest.mark.django_db(transaction=True)]
REDIS = shutil.which("redis-server")
ANSWERED = re.compile(r'data-from="assistant"\s+data-state="done"')


@dataclass
class Site:
    """The processes of one site."""

    webs: list[Running]
    worker: Running


@pytest.fixture(scope="module")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if REDIS is None:
        if os.environ.get("KITCHEN_REQUIRE_SERVICES"):
            pytest.fail("redis-server is missing: install the package `redis-server`")
        pytest.skip("no Redis on this machine: install the package `redis-server`")
    port = free_port()
    command = [
        REDIS,
        "--port",
        str(port),
        "--bind",
        "127.0.0.1",
        "--save",
        "",
        "--dir",
        str(tmp_path_factory.mktemp("r")),
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    until = time.monotonic() + 10
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            break
        except OSError:
            assert time.monotonic() < until
            time.sleep(0.05)
    yield f"redis://127.0.0.1:{port}/0"
    process.terminate()
    process.wait(10)


@pytest.fixture(scope="module")
def site(redis_url: str, tmp_path_factory: pytest.TempPathFactory, django_db_setup: None) -> Iterator[Site]:
    shared = {
        name: os.environ[name] for name in ("DATABASE_URL", "DATABASE_DIRECT_URL", "SECRET_KEY") if name in os.environ
    }
    more = {**shared, "REDIS_URL": redis_url}
    var = Path(settings.VAR_DIR) / "many"
    with ExitStack() as stack:
        webs = []
        for _ in range(2):  # the first collects the static files for both
            webs.append(stack.enter_context(Running(var, [sys.executable, "manage.py", "run", "--web-only"], more)))
            webs[-1].first_page()
        worker = stack.enter_context(Running(var, [sys.executable, "manage.py", "worker"], more))
        yield Site(webs, worker)


def cookies_of(client: Client) -> str:
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


def post(web: Running, path: str, cookies: str, **form: str) -> str:
    """Send a form to one web process; where it led to."""
    token = "a" * 32
    request = urllib.request.Request(
        f"{web.url}{path}",
        data=urllib.parse.urlencode({"csrfmiddlewaretoken": token, "id": str(new_id()), **form}).encode(),
        headers={"Cookie": f"{cookies}; {settings.CSRF_COOKIE_NAME}={token}", "Origin": web.url},
    )
    with urllib.request.urlopen(request, timeout=20) as answer:
        return str(answer.url)


def add_eater(web: Running, code: str, cookies: str, name: str) -> None:
    """Somebody new at the table."""
    assert post(web, f"/h/{code}/eaters/new/", cookies, name=name).endswith("/eaters/")


def send(web: Running, item: ShoppingListItem, by: User, cookies: str, kind: str) -> int:
    """One operation of a device to one web process; its number in the list's order."""
    asked = {"id": str(uuid4()), "list": str(item.shopping_list_id), "item": str(item.pk), "kind": kind}
    request = urllib.request.Request(
        f"{web.url}/h/{item.household.code}/shopping/operations/",
        data=json.dumps({"protocol": 1, "person": str(by.pk), "operations": [asked]}).encode(),
        headers={"Cookie": cookies, "Content-Type": "application/json", "Sec-Fetch-Site": "same-origin"},
    )
    with urllib.request.urlopen(request, timeout=20) as answer:
        (result,) = json.load(answer)["results"]
    assert result["outcome"] == "applied"
    return int(result["number"])


def row_on(line: WebSocket, item: ShoppingListItem, number: int) -> str:
    """The state of a row once the socket has told of its operation `number`."""
    while True:
        html = json.loads(line.text())["html"]
        for row in rows_in(html) if html else []:
            if row.item == str(item.pk) and row.number >= number:
                return row.state


def live(web: Running, code: str, cookies: str) -> WebSocket:
    return WebSocket(web.port, f"/h/{code}/live/?since=0", cookies)


def test_what_one_process_changes_the_sockets_of_the_other_see(
    site: Site, household: Household, alice: User, client_of: ClientOf
) -> None:
    cookies = cookies_of(client_of(alice))
    here, there = site.webs
    with live(here, household.code, cookies) as mine, live(there, household.code, cookies) as other:
        first = [json.loads(one.text())["number"] for one in (mine, other)]
        for web in (here, there):
            add_eater(web, household.code, cookies, f"Mia {uuid4().hex[:4]}")
            for number, one in enumerate((mine, other)):
                found = json.loads(one.text())["number"]
                assert found > first[number]
                first[number] = found


def test_two_processes_see_each_others_ticks(
    site: Site, household: Household, alice: User, bob: User, client_of: ClientOf
) -> None:
    """One list, a phone at each process: in turn one ticks and the other takes it out of the basket again."""
    item = ShoppingListItemFactory(shopping_list=ShoppingListFactory(household=household), name="Milk")
    people = [(web, user, cookies_of(client_of(user))) for web, user in zip(site.webs, (alice, bob), strict=True)]
    with (
        live(site.webs[0], household.code, people[0][2]) as hers,
        live(site.webs[1], household.code, people[1][2]) as his,
    ):
        for turn in range(4):
            web, user, cookies = people[turn % 2]
            kind, state = (("tick", "ticked"), ("untick", "open"))[turn % 2]
            number = send(web, item, user, cookies, kind)
            assert number == turn + 1
            assert [row_on(one, item, number) for one in (hers, his)] == [state, state]


def test_what_one_process_answers_is_read_at_the_other(
    site: Site, household: Household, alice: User, client_of: ClientOf
) -> None:
    """The run is where the question came in; who reads at the other process hears it as it is written."""
    talk, cookies = ConversationFactory(household=household, started_by=alice, solo=True), cookies_of(client_of(alice))
    here, there = site.webs
    with WebSocket(there.port, f"/h/{household.code}/chat/{talk.pk}/live/", cookies) as reader:
        reader.say('{"first":0,"last":0,"runs":{}}')
        reader.text()
        post(here, f"/h/{household.code}/chat/{talk.pk}/messages/", cookies, text="do we have flour?")
        heard = ""
        while not ANSWERED.search(heard):
            heard += " ".join(json.loads(reader.text())["messages"])
    assert "do we have flour?" in heard
    assert "no flour here" in heard


def test_a_page_that_hears_nothing_for_a_while_stays(
    site: Site, household: Household, alice: User, client_of: ClientOf
) -> None:
    """Longer than the layer waits at a time (5 s)."""
    cookies = cookies_of(client_of(alice))
    with live(site.webs[0], household.code, cookies) as mine:
        mine.text()
        assert mine.is_silent_for(7)
        add_eater(site.webs[1], household.code, cookies, "Zoe")
        assert json.loads(mine.text())["number"] > 0


def test_a_stranger_has_no_socket(
    site: Site, household: Household, alice: User, stranger: User, client_of: ClientOf
) -> None:
    with pytest.raises(ConnectionError, match="403"):
        live(site.webs[0], household.code, cookies_of(client_of(stranger)))


def test_every_process_is_ready(site: Site) -> None:
    assert [web.status("/health/ready") for web in site.webs] == [200, 200]
    assert site.worker.process.poll() is None


def test_a_process_that_stops_lets_its_sockets_go(
    site: Site, household: Household, alice: User, client_of: ClientOf
) -> None:
    """So that pages connect to another at once, and nothing that happened meanwhile is missed."""
    cookies = cookies_of(client_of(alice))
    here, there = site.webs
    with live(here, household.code, cookies) as mine:
        mine.text()
        here.stop()
        with pytest.raises(EOFError, match="4503"):
            mine.text()
    add_eater(there, household.code, cookies, "Tom")
    with live(there, household.code, cookies) as again:
        assert json.loads(again.text())["number"] > 0
    site.worker.stop()
