"""The database goes and comes back while people work: they read that it is so, and nothing they did is lost."""

import os
import signal
from collections.abc import Callable, Iterator

import psutil
import psycopg
import pytest
from django.db import connection

from accounts.models import Household, User
from shopping import syncing
from shopping.models import ListOperation, ShoppingListItem
from tests.conftest import ClientOf
from tests.database import as_owner, direct_url
from tests.factories import ShoppingListFactory
from tests.faults.crowd import Crowd
from tests.faults.home import Home, kill, until
from tests.faults.page import Page
from tests.operations.processes import Running, kill_server


@pytest.fixture(scope="module")
def kitchen(home: Home) -> Iterator[Running]:
    """All in one process, as `make run`: through all that is done to its database."""
    with home.run() as running:
        running.first_page()
        yield running
        running.stop()


def lose_power(home: Home) -> None:
    kill_server(home.var)


def kill_the_first(home: Home) -> None:
    """The others end when they notice."""
    kill(home.server())


def kill_one_connection(home: Home) -> None:
    """PostgreSQL then ends all of them: what they share may be damaged."""
    sql = "SELECT pid FROM pg_stat_activity WHERE usename = 'kitchen_owner' AND application_name = '' LIMIT 1"
    kill(psutil.Process(home.ask(sql)[0][0]))


def stop(home: Home) -> None:
    """As an administrator does; nobody starts it again by hand."""
    server = home.server()
    os.kill(server.pid, signal.SIGINT)
    until(lambda: not server.is_running())


@pytest.mark.parametrize("strike", [lose_power, kill_the_first, kill_one_connection, stop])
def test_the_server_is_struck_and_comes_back_by_itself(
    home: Home, kitchen: Running, strike: Callable[[Home], None]
) -> None:
    alice = home.alice(kitchen)
    with Page(home, alice) as page:
        with Crowd(home, alice) as crowd:
            strike(home)
            crowd.meets(503)
            crowd.goes_on()
        crowd.judge()
        page.is_true()
    assert set(page.ends) <= {4500, 0}
    until(lambda: kitchen.status("/health/ready") == 200)  # the worker's heart beats again


def test_all_connections_are_taken(home: Home) -> None:
    """Who waits for one reads so when the time is over, and the next try after that is answered."""
    pool = {"DATABASE_POOL_SIZE": "1", "DATABASE_POOL_OVERFLOW": "1", "DATABASE_POOL_TIMEOUT": "1"}
    with home.web(**pool) as kitchen, Crowd(home, home.alice(kitchen)) as crowd:
        with home.connect() as holding, holding.transaction():
            holding.execute("LOCK TABLE shopping_shoppinglist, pantry_stockitem IN ACCESS EXCLUSIVE MODE")
            crowd.meets(503)
        crowd.goes_on()
    crowd.judge()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("which", [1, 2])
def test_a_connection_lost_in_one_of_two_changes_acknowledges_neither(
    which: int, household: Household, alice: User, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is caught as "later", so that the other could be told as done, and the request as a success."""
    kept, client, do, asked = ShoppingListFactory(household=household), client_of(alice), syncing._do, []

    def lost(*arguments: object) -> object:
        asked.append(arguments)
        if len(asked) == which:
            with psycopg.connect(direct_url()) as owner:
                owner.execute("SELECT pg_terminate_backend(%s)", [connection.connection.info.backend_pid])
        return do(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(syncing, "_do", lost)
    ids = ["0198c0de-0000-7000-8000-00000000000" + digit for digit in "12"]
    said = {
        "protocol": 1,
        "person": str(alice.pk),
        "operations": [
            {"id": id, "list": str(kept.pk), "item": id, "kind": "add", "text": name}
            for id, name in zip(ids, ["milk", "bread"], strict=True)
        ],
    }
    url = f"/h/{household.code}/shopping/operations/"
    answer = client.post(url, said, content_type="application/json")
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    again = client.post(url, said, content_type="application/json")
    assert [one["outcome"] for one in again.json()["results"]] == ["applied", "applied"]
    with as_owner():
        assert ListOperation.objects.count() == ShoppingListItem.objects.count() == 2
