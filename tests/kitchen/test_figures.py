"""From a request's figures to rows, off its path: which are kept, what fits, what a refusal costs."""

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import DatabaseError, connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from psycopg import errors

from accounts.models import Household, User
from kitchen import tasks, tenancy
from kitchen.figures import writing
from kitchen.figures.sampling import row_of
from kitchen.figures.writing import Writer
from kitchen.models import ApiRequest, PerformanceMetric
from kitchen.partitions.maintaining import maintain
from kitchen.partitions.months import first_id
from kitchen.seen.listeners import RequestFigures, listeners
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ApiRequestFactory
from tests.tenancy.door import door, owner_rows

pytestmark = pytest.mark.tenancy


def figures(**others: Any) -> RequestFigures:
    told = {"route": "home:today", "method": "GET", "status": 200, "seconds": 0.04, "queries": 9}
    told |= {"query_seconds": 0.01, "bytes": 900, "household_id": None, "at": timezone.now()}
    return RequestFigures(**{**told, **others})


@pytest.fixture(autouse=True)
def _every_request_is_kept(settings: LazySettings) -> None:
    settings.FIGURES_SAMPLE = 1


@pytest.fixture
def writer(monkeypatch: pytest.MonkeyPatch) -> Writer:
    """One that writes when it is told to."""
    monkeypatch.setattr(Writer, "_begin", lambda _self: None)
    made = Writer()
    monkeypatch.setitem(listeners._entries, "figures", made.hear)
    return made


@pytest.mark.parametrize(
    ("seconds", "status", "sample", "drawn", "stands_for"),
    [
        (0.1, 200, 20, 0.049, 20),
        (0.1, 200, 20, 0.051, None),
        (0.5, 200, 20, 0.9, 1),
        (0.1, 500, 20, 0.9, 1),
        (0.1, 404, 20, 0.9, None),
        (9.0, 500, 0, 0.0, None),
    ],
)
def test_which_are_kept(
    seconds: float,
    status: int,
    sample: int,
    drawn: float,
    stands_for: int | None,
    settings: LazySettings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings.FIGURES_SAMPLE = sample
    monkeypatch.setattr("kitchen.figures.sampling.random", lambda: drawn)
    row = row_of(figures(seconds=seconds, status=status))
    assert (row.stands_for if row else None) == stands_for


def test_a_page_is_written_by_its_name_alone(
    writer: Writer, client_of: ClientOf, alice: User, household: Household
) -> None:
    client_of(alice).get(reverse("home:today", args=[household.code]), {"secret": "word"})
    assert writer.write() == 1
    (row,) = owner_rows_here()
    assert (row["route"], row["status"], row["stands_for"]) == ("home:today", 200, 1)
    told = str(row)
    for word in (household.code, str(household.pk), str(alice.pk), "secret", "word"):
        assert word not in told


def owner_rows_here() -> list[dict[str, Any]]:
    with as_owner():
        return list(ApiRequest.objects.values())


@pytest.mark.django_db
def test_files_are_not_counted(writer: Writer) -> None:
    Client().get("/static/css/nothing.css")
    assert writer.write() == 0


def test_what_does_not_fit_is_counted_and_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Writer, "_begin", lambda _self: None)
    writer = Writer(room=2)
    for _ in range(5):
        writer.hear(figures())
    assert writer.dropped == 3


def test_a_database_that_refuses_costs_figures_and_nothing_else(
    writer: Writer, monkeypatch: pytest.MonkeyPatch, db: None
) -> None:
    def away(*_rows: object, **_options: object) -> None:
        raise DatabaseError("the database is away")

    writer.hear(figures())
    with monkeypatch.context() as patch:
        patch.setattr(ApiRequest.objects, "bulk_create", away)
        assert writer.write() == 0
    assert writer.dropped == 1
    writer.hear(figures())
    assert writer.write() == 1


@pytest.fixture
def thread(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """The thread writes without waiting until the test ends, and then waits for ever; says when it has written."""
    written, ended, parked = threading.Event(), threading.Event(), threading.Event()
    plain = Writer.write

    def sleep(_seconds: float) -> None:
        if ended.wait(0.01):
            parked.set()
            threading.Event().wait()

    def write(self: Writer, *metrics: Any) -> int:
        many = plain(self, *metrics)
        if many:
            written.set()
        return many

    monkeypatch.setattr(writing, "time", SimpleNamespace(sleep=sleep, monotonic=time.monotonic))
    monkeypatch.setattr(Writer, "write", write)
    yield written
    ended.set()
    assert parked.wait(20)


@pytest.mark.django_db(transaction=True)
def test_a_thread_writes_them_with_the_memory_of_its_process(thread: threading.Event) -> None:
    writer = Writer()
    writer.hear(figures())
    assert thread.wait(20)
    assert [row["route"] for row in owner_rows("kitchen_apirequest")] == ["home:today"]
    measured = {row["name"]: row["value"] for row in owner_rows("kitchen_performancemetric")}
    assert measured["web.memory"] > 10_000_000
    assert measured["web.dropped"] == 0


@pytest.mark.django_db(transaction=True)
def test_the_worker_measures_the_database_each_minute(settings: LazySettings) -> None:
    tasks.measure(timestamp=0)
    names = {row["name"] for row in owner_rows("kitchen_performancemetric")}
    assert {"worker.memory", "worker.sockets", "database.size", "database.connections"} <= names
    settings.FIGURES_SAMPLE = 0
    tasks.measure(timestamp=0)
    assert len(owner_rows("kitchen_performancemetric")) == len(names)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("table", ["kitchen_apirequest", "kitchen_performancemetric"])
def test_doors_add_and_do_not_read(table: str, writer: Writer, household: Household) -> None:
    writer.hear(figures())
    with tenancy.scope(household=household.pk):
        assert writer.write([PerformanceMetric(at=timezone.now(), name="web.memory", value=1)]) == 1
    assert len(owner_rows(table)) == 1
    with door(household=household.pk) as at:
        assert at.execute(f"SELECT * FROM {table}").fetchall() == []
    for statement in (f"UPDATE {table} SET at = now()", f"DELETE FROM {table}", f"SELECT * FROM {table}_other"):
        with door(household=household.pk) as at, pytest.raises(errors.InsufficientPrivilege):
            at.execute(statement)  # type: ignore[arg-type]
    with tenancy.scope(door="staff"), connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        assert cursor.fetchone() == (1,)


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_figures_go_after_three_months(household: Household) -> None:
    ApiRequestFactory(id=first_id(datetime(2024, 5, 5, tzinfo=UTC)))
    kept = ApiRequestFactory()
    maintain(timezone.now())
    assert [row["id"] for row in owner_rows("kitchen_apirequest")] == [str(kept.pk)]
    assert owner_rows("kitchen_stone") == []
