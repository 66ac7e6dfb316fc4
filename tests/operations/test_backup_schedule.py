"""Backups by the clock: when one is due, what a worker makes of it, and who hears of a failure."""

import os
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from django.conf import LazySettings
from django.core import mail
from django.utils import timezone

from accounts.models import User, UserRole
from kitchen import tasks
from kitchen.backup import figures, runs, schedule
from kitchen.backup.errors import BackupError
from kitchen.doctor import State, backup
from kitchen.models import BackupRun
from tests.database import as_owner, direct_url
from tests.operations.processes import ROOT

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])
NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
WORKER = """
import django; django.setup()
from django.core.management import call_command
from kitchen import tenancy
from kitchen.tasks import back_up
with tenancy.scope():
    back_up.defer(timestamp=0)
call_command("worker")
"""


def a_run(began: datetime, error: str = "") -> None:
    size = None if error else 1000
    outcome = BackupRun.FAILED if error else BackupRun.GOOD
    fields = {"started_at": began, "ended_at": began, "outcome": outcome, "bytes": size, "error": error}
    BackupRun.objects.using("owner").create(place="here", **fields)


def test_once_a_day_from_the_hour_on(settings: LazySettings) -> None:
    settings.BACKUP = replace(settings.BACKUP, hour=2)
    assert schedule.due(NOON)  # the database is older, and nobody has made one
    a_run(NOON - timedelta(hours=11))
    assert schedule.due(NOON)
    a_run(NOON - timedelta(hours=9))
    assert not schedule.due(NOON)
    assert not schedule.due(NOON.replace(hour=1) + timedelta(days=1))
    assert schedule.due(NOON.replace(hour=2) + timedelta(days=1))
    settings.BACKUP = replace(settings.BACKUP, hour=None)
    assert not schedule.due(NOON + timedelta(days=9))


def test_a_new_installation_waits_for_its_first_night(settings: LazySettings) -> None:
    now = timezone.now()
    settings.BACKUP = replace(settings.BACKUP, hour=now.hour)
    made_at = schedule._made_at()
    assert schedule.due(now) == (made_at < now.replace(minute=0, second=0, microsecond=0))


def test_what_failed_is_tried_each_hour() -> None:
    a_run(NOON, "The disk is full.")
    assert not schedule.due(NOON + timedelta(minutes=59))
    assert schedule.due(NOON + timedelta(minutes=60))


def test_a_worker_makes_it(tmp_path: Path) -> None:
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "kitchen.settings",
        "PYTHONPATH": str(ROOT),
        "BACKUP_TO": str(tmp_path),
    }
    # Backups were made before, else a database as new as this one would wait for the night.
    a_run(timezone.now() - timedelta(days=2))
    process = subprocess.Popen([sys.executable, "-c", WORKER], cwd=ROOT, env=env)
    try:
        until = time.monotonic() + 60
        while not (made := list(tmp_path.glob("kitchen-*.zip"))) or BackupRun.objects.using("owner").count() < 2:
            assert process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.1)
    finally:
        process.terminate()
        assert process.wait(15) == 0
    newest = BackupRun.objects.using("owner").latest("started_at")
    assert (newest.place, newest.bytes) == (str(made[0]), made[0].stat().st_size)
    assert 0 < (figures.newest_backup_age() or 0) < 60
    assert backup.check().state == State.OK


def test_two_workers_make_one(settings: LazySettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedule, "due", lambda _now: True)
    settings.BACKUP = replace(settings.BACKUP, to=str(tmp_path))
    with psycopg.connect(direct_url(), autocommit=True) as other:
        other.execute("SELECT pg_advisory_lock(hashtext('kitchen.backup'))")
        tasks.back_up(timestamp=0)
        assert list(tmp_path.iterdir()) == []
    tasks.back_up(timestamp=0)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_failure_is_told_to_staff_once_a_day(alice: User, bob: User, tmp_path: Path) -> None:
    with as_owner():
        User.objects.filter(pk=bob.pk).update(role=UserRole.STAFF)
    (tmp_path / "file").touch()
    for _ in range(2):
        with pytest.raises(BackupError):
            runs.back_up(str(tmp_path / "file"), encrypt=False, say=lambda _sentence: None)
    (letter,) = mail.outbox
    assert letter.to == ["bob@example.org"]
    assert "No backup can be kept in" in letter.body
    assert BackupRun.objects.using("owner").filter(outcome="failed").count() == 2
    assert figures.newest_backup_age() is None
    found = backup.check()
    assert (found.state, "The last backup failed: No backup can be kept" in found.sentence) == (State.WARN, True)


@pytest.mark.parametrize(("hours", "state"), [(1, State.OK), (30, State.WARN), (80, State.FAIL)])
def test_the_doctor_looks_at_the_age(hours: int, state: State) -> None:
    a_run(timezone.now() - timedelta(hours=hours))
    assert backup.check().state == state
