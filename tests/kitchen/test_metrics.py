"""`kitchen:metrics`: what Prometheus is told, and who is."""

from datetime import timedelta
from typing import Any

import psycopg
import pytest
from asgiref.sync import async_to_sync
from django.test import Client
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from accounts.models import Household, User
from chat.runs.loop import runner
from kitchen import tenancy
from kitchen.models import BackupRun
from kitchen.seen.gauges import figures
from kitchen.seen.metrics import sockets
from kitchen.seen.request_id import current_id
from kitchen.seen.sockets import SeenSockets
from tests.chat.held import Held, begin, said
from tests.conftest import ClientOf
from tests.database import as_owner, direct_url

TOKEN = "the-token-of-the-watch"
FAR = {"REMOTE_ADDR": "192.0.2.7"}
Series = dict[tuple[str, frozenset[tuple[str, str]]], float]


def told(**asked: Any) -> Series:
    answer = Client().get("/metrics", **asked)
    assert answer.status_code == 200
    families = text_string_to_metric_families(answer.content.decode())
    return {(one.name, frozenset(one.labels.items())): one.value for family in families for one in family.samples}


def value(series: Series, name: str, **labels: str) -> float:
    return series.get((name, frozenset(labels.items())), 0.0)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({}, 200),
        ({"REMOTE_ADDR": "::ffff:127.0.0.1"}, 200),
        (FAR, 404),
        ({"REMOTE_ADDR": ""}, 404),
        ({"headers": {"x-forwarded-for": "127.0.0.1"}}, 404),
        ({"headers": {"x-forwarded-proto": "https"}}, 404),
        ({**FAR, "headers": {"x-forwarded-for": "127.0.0.1"}}, 404),
        ({**FAR, "headers": {"authorization": f"Bearer {TOKEN}"}}, 200),
        ({**FAR, "headers": {"authorization": f"Bearer {TOKEN}x"}}, 404),
        ({**FAR, "headers": {"authorization": f"Basic {TOKEN}"}}, 404),
        ({**FAR, "headers": {"authorization": "Bearer \u00fc"}}, 404),
        ({"headers": {"host": "10.0.0.7:8000"}}, 200),
    ],
)
def test_who_is_told(client: Client, settings: Any, asked: dict[str, Any], status: int) -> None:
    settings.METRICS_TOKEN = TOKEN
    answer = client.get("/metrics", **asked)
    assert answer.status_code == status
    assert (b"kitchen_requests_total" in answer.content) == (status == 200)
    assert not answer.cookies


@pytest.mark.django_db
def test_no_token_is_no_way_in(client: Client, settings: Any) -> None:
    settings.METRICS_TOKEN, settings.METRICS_ADDRESSES = "", []
    assert client.get("/metrics", headers={"authorization": "Bearer "}).status_code == 404


def test_requests_and_their_queries(household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    before = told()
    client.get(f"/h/{household.code}/")
    for path in ("/nowhere/", "/nowhere/else/", f"/h/{household.code}/nowhere/"):
        client.get(path)
    after = told()

    def more(name: str, **labels: str) -> float:
        return value(after, name, **labels) - value(before, name, **labels)

    today = "home:today"
    assert more("kitchen_requests_total", method="GET", route=today, status="200") == 1
    assert more("kitchen_request_seconds_count", route=today) == 1
    assert more("kitchen_requests_total", method="GET", route="none", status="404") == 3
    assert more("kitchen_queries_total") >= more("kitchen_request_queries_total", route=today) > 3
    assert more("kitchen_query_seconds_total") > 0
    assert household.code not in str(after)


@pytest.mark.django_db(transaction=True)
def test_the_queue_and_what_apps_add(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(figures._entries, "never", ("What there is not yet", lambda: None))
    with psycopg.connect(direct_url(), autocommit=True) as connection:
        connection.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '9 seconds')")
        connection.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, status)"
            " VALUES ('q', 'a', 'failed'), ('q', 'b', 'failed'), ('q', 'c', 'todo')"
        )
    assert ("kitchen_backup_age_seconds", frozenset()) not in told()
    with as_owner():
        now = timezone.now()
        times = {"started_at": now - timedelta(minutes=1), "ended_at": now}
        BackupRun.objects.create(**times, outcome=BackupRun.GOOD, bytes=1, place="here")
    series = told()
    assert [value(series, "kitchen_tasks", status=status) for status in ("todo", "doing", "failed")] == [1, 0, 2]
    assert 9 <= value(series, "kitchen_worker_heartbeat_seconds") < 60
    assert 60 <= value(series, "kitchen_backup_age_seconds") < 120
    assert not any("never" in name for name, _labels in series)
    assert value(series, "process_resident_memory_bytes") > 1e6


def test_without_a_database_the_rest_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import OperationalError

    def refuse(**_options: object) -> None:
        raise OperationalError

    monkeypatch.setattr(tenancy, "scope", refuse)
    series = told()
    assert value(series, "process_resident_memory_bytes") > 1e6
    assert ("kitchen_tasks", frozenset({("status", "todo")})) not in series


def test_sockets_that_are_open() -> None:
    during: list[tuple[float, str]] = []

    async def stay(*_given: object) -> None:
        during.append((sockets._value.get(), current_id()))

    for _ in range(2):
        async_to_sync(SeenSockets(stay))({"type": "websocket"}, None, None)
    assert [many for many, _id in during] == [1, 1]
    assert len({id for _many, id in during if id.startswith("socket-")}) == 2
    assert sockets._value.get() == 0


@pytest.mark.django_db(transaction=True)
def test_answers_of_the_assistant(household: Household, alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    held, before = Held(), told()
    monkeypatch.setattr(runner, "start", held.waiting.append)
    begin(household, alice)
    held.perform(*said("Spinach."))
    assert value(told(), "kitchen_runs_total", state="done") - value(before, "kitchen_runs_total", state="done") == 1
