"""`kitchen:health.live` and `kitchen:health.ready`: what load balancers ask."""

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.database import as_owner


def test_alive_without_asking_the_database(client: Client) -> None:
    answer = client.get(reverse("kitchen:health.live"))
    assert (answer.status_code, answer.content) == (200, b"alive\n")
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies


@pytest.mark.django_db
def test_ready(client: Client) -> None:
    answer = client.get(reverse("kitchen:health.ready"))
    assert (answer.status_code, answer.content) == (200, b"ready\n")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("DELETE FROM django_migrations WHERE app = 'accounts'", b"not ready: migrations\n"),
        (
            "INSERT INTO django_migrations (app, name, applied) VALUES ('accounts', '9999', now())",
            b"not ready: the database\n",
        ),
    ],
    ids=["older", "newer"],
)
def test_not_ready_for_another_version(client: Client, change: str, said: bytes) -> None:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(change)
    answer = client.get(reverse("kitchen:health.ready"))
    assert (answer.status_code, answer.content) == (503, said)


def test_not_ready_without_a_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import OperationalError

    from kitchen.views import health

    def refuse(_alias: str) -> set[tuple[str, str]]:
        raise OperationalError

    monkeypatch.setattr(health, "pending", refuse)
    assert client.get(reverse("kitchen:health.ready")).status_code == 503
