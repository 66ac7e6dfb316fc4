"""What listeners hear of a request."""

import logging

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Household, User
from kitchen.seen.listeners import RequestFigures, listeners
from tests.conftest import ClientOf


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[RequestFigures]:
    figures: list[RequestFigures] = []
    monkeypatch.setitem(listeners._entries, "test", figures.append)
    return figures


def test_a_page_of_a_household(
    heard: list[RequestFigures], client_of: ClientOf, alice: User, household: Household
) -> None:
    answer = client_of(alice).get(reverse("home:today", args=[household.code]))
    (told,) = heard
    assert (told.route, told.method, told.status) == ("home:today", "GET", 200)
    assert told.household_id == household.pk
    assert 0 < told.query_seconds < told.seconds
    assert told.queries > 3
    assert told.bytes == len(answer.content)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "route", "status"),
    [
        ("/nowhere/", "none", 404),
        ("/static/css/nothing.css", "static", 404),
        ("/health/live", "kitchen:health.live", 405),
    ],
)
def test_routes_are_names(heard: list[RequestFigures], client: Client, path: str, route: str, status: int) -> None:
    client.generic("BREW", path)
    assert [(one.route, one.method, one.status) for one in heard] == [(route, "OTHER", status)]


def test_a_listener_that_fails_spoils_nothing(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_figures: RequestFigures) -> None:
        raise KeyError

    monkeypatch.setitem(listeners._entries, "test", fail)
    with caplog.at_level(logging.ERROR, "kitchen.seen"):
        assert client.get(reverse("kitchen:health.live")).status_code == 200
    assert len(caplog.records) == 1
