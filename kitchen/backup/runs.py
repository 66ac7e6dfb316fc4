"""A backup with all that belongs to it: tidying up, the line in the table, the mail when it fails."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.db import connections
from django.utils import timezone

from kitchen.backup.envelope import Keys
from kitchen.backup.errors import BackupError
from kitchen.backup.making import Made, Say, make_backup
from kitchen.backup.places import place_of
from kitchen.backup.retention import tidy
from kitchen.backup.telling import tell_staff
from kitchen.errors import DomainError
from kitchen.models import BackupRun

log = structlog.get_logger("kitchen.backup")
AGAIN = timedelta(hours=20)  # a failure that lasts is told once a day


def back_up(to: str, *, encrypt: bool, say: Say) -> Made:
    """Make one, keep what the plan says, and write down how it went. A failure is told to staff, and raised."""
    began = timezone.now()
    try:
        place = place_of(to)
        made = make_backup(place, sealing_keys() if encrypt else None, say=say)
    except Exception as error:
        sentence = str(error) if isinstance(error, DomainError) else f"{type(error).__name__}: {error}"
        _failed(began, to, sentence)
        raise
    BackupRun.objects.using("owner").create(
        started_at=began, ended_at=timezone.now(), outcome=BackupRun.GOOD, bytes=made.bytes, place=made.path
    )
    for name in tidy(place, settings.BACKUP):
        say(f"Removed {name}, which has had its time.")
    return made


def sealing_keys() -> Keys:
    if not settings.BACKUP.sealed:
        raise BackupError("Nothing to encrypt for: set BACKUP_RECIPIENTS or BACKUP_PASSPHRASE.")
    return Keys(recipients=settings.BACKUP.recipients, passphrase=settings.BACKUP.passphrase)


def _failed(began: datetime, to: str, sentence: str) -> None:
    """The database may be what has failed; then the log is all there is."""
    log.error("the backup failed", place=to, reason=sentence)
    runs = BackupRun.objects.using("owner")
    try:
        told = runs.filter(outcome=BackupRun.FAILED, ended_at__gt=began - AGAIN).exists()
        runs.create(started_at=began, ended_at=timezone.now(), outcome=BackupRun.FAILED, place=to, error=sentence)
        if not told:
            tell_staff(sentence, to)
    except Exception:
        log.exception("the failed backup could not be told")


@contextmanager
def alone() -> Iterator[bool]:
    """Whether no other worker makes one by the clock just now; for as long as the connection lasts."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtext('kitchen.backup'))")
        mine = bool(cursor.fetchone()[0])
        try:
            yield mine
        finally:
            if mine:
                cursor.execute("SELECT pg_advisory_unlock(hashtext('kitchen.backup'))")
