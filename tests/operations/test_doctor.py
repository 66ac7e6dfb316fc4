"""What the doctor says of a place in order, and of each thing that is not."""

import json
from collections import namedtuple
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.db import connection

from kitchen import doctor
from kitchen.doctor import State, clock, database, disk, mail, media, migrations, redis, roles, walls
from kitchen.doctor.finding import Finding
from kitchen.doctor.roles import Door
from tests.database import as_owner

pytestmark = pytest.mark.django_db(databases=["default", "owner"])
PLAIN = Door("kitchen_web", "kitchen_door", owns=0, mighty=False, may_become=True, pooled=False)


def test_all_is_well() -> None:
    found = dict(doctor.examine())
    names = "database roles migrations walls clock keys backup push ledger lists assistant redis mail media disk"
    assert list(found) == names.split()
    assert {name: finding.sentence for name, finding in found.items() if finding.state == State.FAIL} == {}


def test_the_command_says_it_to_machines() -> None:
    said = StringIO()
    call_command("doctor", "--json", stdout=said)
    rows = json.loads(said.getvalue())
    assert rows[0]["check"] == "database"
    assert {row["state"] for row in rows} <= {"ok", "warn"}


def test_the_command_fails_when_something_has_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(doctor.ELSEWHERE, "disk", lambda: Finding.fail("Only 3 MB are free."))
    said = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("doctor", stdout=said, no_color=True)
    assert ended.value.code == 1
    assert "fail  disk        Only 3 MB are free." in said.getvalue()


def test_without_a_database_the_rest_is_still_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "check", lambda: Finding.fail("gone"))
    assert [name for name, _ in doctor.examine()] == ["database", "redis", "mail", "media", "disk"]


def test_a_check_that_breaks_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> Finding:
        raise ValueError("odd\nthing")

    monkeypatch.setitem(doctor.ELSEWHERE, "redis", broken)
    assert dict(doctor.examine())["redis"] == Finding.fail("ValueError: thing")


def test_an_old_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "OLDEST_SERVER", 990000)
    assert "is too old" in database.check().sentence


def test_pending_migrations_and_newer_ones() -> None:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'accounts'")
    assert migrations.check().sentence.startswith("The database lacks accounts.0001")
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('accounts', '9999_far', now())")
    assert "newer than this code" in migrations.check().sentence


def test_a_wall_with_a_hole() -> None:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE accounts_household DISABLE ROW LEVEL SECURITY")
    assert walls.check() == Finding.fail(
        "The policies of accounts_household are not those of the program: run `make db-upgrade`."
    )


@pytest.mark.parametrize(
    ("change", "state", "told"),
    [
        ({}, State.OK, "The doors are kitchen_door"),
        ({"role": "kitchen_web"}, State.OK, "The doors are kitchen_door"),
        ({"pooled": True}, State.OK, "The doors are kitchen_door"),
        ({"may_become": False}, State.FAIL, "may not become kitchen_door: run `manage.py db_init`"),
        ({"owns": 9, "pooled": True}, State.FAIL, "goes through a pooler as kitchen_web, which owns the tables"),
        ({"owns": 9, "role": "kitchen_web"}, State.FAIL, "The doors work as kitchen_web"),
        ({"mighty": True}, State.WARN, "is a superuser: name a plain login"),
    ],
)
def test_the_doors(change: dict[str, Any], state: State, told: str) -> None:
    finding = roles._judge(Door(**{**vars(PLAIN), **change}), "kitchen_door")
    assert finding.state == state
    assert told in finding.sentence


def test_the_doors_role_is_missing(settings: LazySettings) -> None:
    settings.DOOR_ROLE = "nobody_has_this"
    assert roles.check() == Finding.fail("The role nobody_has_this is missing: run `manage.py db_init`.")


def test_redis_that_is_away(settings: LazySettings) -> None:
    settings.REDIS_URL = "redis://127.0.0.1:9"
    assert redis.check().sentence.startswith("Redis does not answer (")


def test_mail(settings: LazySettings) -> None:
    settings.PRODUCTION = True
    assert mail.check().state == State.FAIL
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    assert mail.check() == Finding.fail(
        "The mail server 127.0.0.1:9 does not answer (Connection refused): mend EMAIL_URL."
    )


def test_pictures_that_cannot_be_kept(settings: LazySettings, tmp_path: Path) -> None:
    (tmp_path / "media").write_text("a file where the directory should be")
    settings.MEDIA_ROOT = tmp_path / "media"
    assert media.check().state == State.FAIL


@pytest.mark.parametrize(("free", "state"), [(5 << 30, "ok"), (500 << 20, "warn"), (3 << 20, "fail")])
def test_the_disk(monkeypatch: pytest.MonkeyPatch, free: int, state: str) -> None:
    usage = namedtuple("usage", "free")  # noqa: PYI024
    monkeypatch.setattr(disk.shutil, "disk_usage", lambda _place: usage(free))
    finding = disk.check()
    assert finding.state == state
    assert f"{free >> 20} MB are free" in finding.sentence


@pytest.mark.parametrize(("apart", "state"), [(0, "ok"), (5, "warn"), (-100, "fail")])
def test_the_clock(monkeypatch: pytest.MonkeyPatch, apart: int, state: str) -> None:
    true = clock.time.time
    monkeypatch.setattr(clock.time, "time", lambda: true() + apart)
    assert clock.check().state == state
