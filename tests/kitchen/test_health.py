"""`kitchen:health.live` and `kitchen:health.ready`: what load balancers ask."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from accounts.models import User, UserRole
from kitchen.doctor import disk
from kitchen.postgres.base import DatabaseWrapper
from kitchen.seen import checks, readiness
from kitchen.seen.parts import here
from tests.conftest import ClientOf
from tests.database import as_owner, direct_url

WELL = {"disk": "ok", "channels": "ok", "database": "ok", "migrations": "ok", "worker": "none"}
OLD = "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '%s seconds')"


@pytest.fixture(autouse=True)
def _no_answer_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness, "FRESH", 0.0)


def asked(client: Client) -> tuple[int, dict[str, Any]]:
    answer = client.get(reverse("kitchen:health.ready"), headers={"host": "10.0.0.7"})
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies
    return answer.status_code, answer.json()


def run(statement: str) -> None:
    """As the owner, committed: the look is taken on another connection."""
    with psycopg.connect(direct_url(), autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[call-overload]


def test_alive_without_asking_the_database(client: Client) -> None:
    answer = client.get(reverse("kitchen:health.live"))
    assert (answer.status_code, answer.content) == (200, b"alive\n")
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies


@pytest.mark.django_db(transaction=True)
def test_ready_by_any_name(client: Client) -> None:
    assert asked(client) == (200, {"state": "ready", "checks": WELL})


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("change", "back", "state"),
    [
        (
            "UPDATE django_migrations SET app = 'gone' WHERE app = 'accounts'",
            "UPDATE django_migrations SET app = 'accounts' WHERE app = 'gone'",
            "older",
        ),
        (
            "INSERT INTO django_migrations (app, name, applied) VALUES ('accounts', '9999', now())",
            "DELETE FROM django_migrations WHERE name = '9999'",
            "newer",
        ),
    ],
    ids=["older", "newer"],
)
def test_not_ready_for_another_version(client: Client, change: str, back: str, state: str) -> None:
    run(change)
    try:
        assert asked(client) == (503, {"state": "not ready", "checks": WELL | {"migrations": state}})
    finally:
        run(back)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("age", "state"), [(5, "ok"), (31, "late")])
@pytest.mark.parametrize("inside", [True, False])
def test_a_worker_that_is_late(
    client: Client, monkeypatch: pytest.MonkeyPatch, age: int, state: str, *, inside: bool
) -> None:
    monkeypatch.setattr(checks, "here", {"worker"} if inside else set())
    run(OLD % age)
    status, told = asked(client)
    assert told["checks"] == WELL | {"worker": state}
    assert status == (503 if inside and state == "late" else 200)


@pytest.mark.django_db(transaction=True)
def test_not_ready_while_its_own_worker_is_gone(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    asked(client)
    monkeypatch.setattr(checks, "here", {*here, "worker"})
    for _ in range(3):
        assert asked(client) == (503, {"state": "not ready", "checks": WELL | {"worker": "none"}})
    (told,) = caplog.records
    assert "'worker': 'none'" in str(told.msg)


def test_not_ready_without_a_database(client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: object) -> None:
        raise OperationalError

    monkeypatch.setattr(DatabaseWrapper, "cursor", refuse)
    client.cookies[settings.SESSION_COOKIE_NAME] = "somebody"
    down = WELL | {"database": "down", "migrations": "unknown", "worker": "unknown"}
    assert asked(client) == (503, {"state": "not ready", "checks": down})


@contextmanager
def locked(table: str) -> Iterator[None]:
    with psycopg.connect(direct_url()) as connection:
        connection.execute(f"LOCK TABLE {table}")  # type: ignore[call-overload]
        yield
        connection.rollback()


@pytest.mark.django_db(transaction=True)
def test_what_hangs_keeps_nobody_waiting(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness, "PATIENCE", 0.2)
    with locked("django_migrations"):
        assert asked(client)[1]["checks"] == WELL | {"migrations": "slow", "worker": "slow"}
        assert asked(client)[0] == 503
    taking = readiness.watch._taking
    assert taking
    taking.result(10)
    assert asked(client)[0] == 200


@pytest.mark.django_db(transaction=True)
def test_a_layer_that_is_silent_and_a_disk_that_is_full(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    async def swallow(_layer: object, _channel: str, _message: object) -> None: ...

    monkeypatch.setattr(type(checks.get_channel_layer()), "send", swallow)
    monkeypatch.setattr(checks, "ROUND_TRIP", 0.05)
    monkeypatch.setattr(disk, "GONE", 1 << 62)
    assert asked(client)[1]["checks"] == WELL | {"channels": "silent", "disk": "full"}


@pytest.mark.django_db(transaction=True)
def test_many_who_ask_cause_one_look(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[str] = []

    def count() -> checks.Part:
        looks.append("disk")
        return checks.Part("ok")

    monkeypatch.setattr(readiness, "FRESH", 60.0)
    monkeypatch.setattr(readiness, "watch", readiness.Watch())
    monkeypatch.setattr("kitchen.views.health.watch", readiness.watch)
    monkeypatch.setitem(readiness.CHECKS, "disk", count)
    assert {asked(client)[0] for _ in range(20)} == {200}
    assert len(looks) == 1


@pytest.mark.django_db(transaction=True)
def test_figures_are_for_staff(alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    assert "details" not in asked(client)[1]
    with as_owner():
        User.objects.filter(pk=alice.pk).update(role=UserRole.STAFF)
    run(OLD % 3)
    details = asked(client)[1]["details"]
    assert 3 <= details["worker"]["heartbeat_seconds"] < 30
    assert details["disk"]["free_bytes"] > 0
