"""/admin/performance/: what staff see of requests, of processes and of the database server."""

from datetime import timedelta
from typing import Any

import psycopg
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from kitchen import tenancy
from kitchen.figures import reading
from kitchen.figures.reading import Period, performance
from tests.conftest import ClientOf
from tests.database import direct_url
from tests.factories import ApiRequestFactory, PerformanceMetricFactory

PAGES = ("admin:performance", "admin:database")


@pytest.fixture
def requests(db: None) -> None:
    """Twenty of Today that took 1 to 20 ms, one slow error that stands for itself, and a recipe."""
    for milliseconds in range(1, 21):
        ApiRequestFactory(seconds=milliseconds / 1000)
    ApiRequestFactory(route="recipes:recipe.show", seconds=0.9, status=500, queries=40)
    ApiRequestFactory(route="recipes:recipe.show", seconds=0.1, status=404, stands_for=99, queries=10)


def shown(client: Client, page: str, **asked: str) -> str:
    answer = client.get(reverse(page), asked)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_nobody_but_staff_gets_in(page: str, alice: User, client_of: ClientOf) -> None:
    assert Client().get(reverse(page)).status_code == 302
    assert client_of(alice).get(reverse(page)).status_code == 404


def test_pages_are_told_by_what_they_take(requests: None, staff: User, client_of: ClientOf) -> None:
    page = shown(client_of(staff), "admin:performance")
    assert page.index("recipes:recipe.show") < page.index("home:today")
    assert "<rect" in page
    with tenancy.scope(door="staff"):
        recipe, today = performance(Period.DAY).routes
    assert (recipe.count, recipe.p50, recipe.p95, recipe.longest) == (100, 100, 100, 900)
    assert (recipe.queries, recipe.refused, recipe.failed) == (10.3, 99, 1)
    assert (today.count, today.p50, today.p95, today.longest) == (20, 10, 19, 20)


@pytest.mark.django_db
def test_requests_stand_in_the_bar_of_their_time() -> None:
    ApiRequestFactory(at=timezone.now() - timedelta(minutes=30), status=503, stands_for=3)
    with tenancy.scope(door="staff"):
        found = performance(Period.HOUR)
    assert len(found.bins) == 30
    assert [(one.count, one.failed) for one in found.bins if one.count] == [(3, 3)]


def test_more_than_are_looked_at_is_said(
    requests: None, staff: User, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = client_of(staff)
    said = "what is oldest in this period is left out"
    assert said not in shown(client, "admin:performance")
    monkeypatch.setattr(reading, "NEWEST", 5)
    assert said in shown(client, "admin:performance")


@pytest.mark.parametrize("period", [*Period.values, "x", "' OR 1", "a\x00b"])
def test_any_period_answers(period: str, requests: None, staff: User, client_of: ClientOf) -> None:
    assert "home:today" in shown(client_of(staff), "admin:performance", period=period)


def test_measures_are_drawn(staff: User, client_of: ClientOf) -> None:
    client = client_of(staff)
    assert "Nothing was measured in this period." in shown(client, "admin:performance")
    for value in (50, 150):
        PerformanceMetricFactory(value=value * 1024 * 1024)
    page = shown(client, "admin:performance")
    assert "web.memory" in page
    assert "150.0\xa0MB" in page


def test_the_server_is_shown(staff: User, client_of: ClientOf) -> None:
    page = shown(client_of(staff), "admin:database")
    for word in ("accounts_user", "accounts_activity", "pg_stat_statements"):
        assert word in page
    assert "accounts_activity_other" not in page, "what is cut by month is one table"


@pytest.mark.django_db(transaction=True)
def test_statements_are_for_administrators_and_without_words(
    staff: User, administrator: User, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kitchen.figures.server.LONG", 0.0)
    with psycopg.connect(direct_url()) as busy:
        busy.execute("SELECT 'my weight is' AS said, 81.5 AS kilos, 'it''s mine' AS whose")
        ours, theirs = (shown(client_of(who), "admin:database") for who in (administrator, staff))
    assert "AS kilos" in ours
    assert "AS kilos" not in theirs
    assert "For administrators" in theirs
    for word in ("weight", "81", "mine"):
        assert f"{word}" not in ours.partition('id="sessions"')[2].partition("</table>")[0]


@pytest.mark.django_db
def test_only_the_staffs_door_asks() -> None:
    for call in ("kitchen_sessions()", "kitchen_statements()"):
        with (
            pytest.raises(Exception, match="not the door of the staff"),
            tenancy.scope(),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"SELECT * FROM {call}")


def queries_of(client: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        shown(client, page)
    return len(queries)


@pytest.mark.parametrize("page", PAGES)
def test_few_queries_and_no_more_with_rows(page: str, staff: User, client_of: ClientOf, request: Any) -> None:
    client = client_of(staff)
    shown(client, page)
    few = queries_of(client, page)
    assert few <= 10
    request.getfixturevalue("requests")
    PerformanceMetricFactory(name="web.sockets")
    assert queries_of(client, page) == few
