"""Whether a backup is due: once a day from the hour of the plan on, so that a worker that was away makes it late."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.migrations.recorder import MigrationRecorder

from kitchen.models import BackupRun

RETRY = timedelta(hours=1)


def due(now: datetime) -> bool:
    """A failed one is tried again each hour. A new installation waits for its first night."""
    if settings.BACKUP.hour is None:
        return False
    slot = now.replace(hour=settings.BACKUP.hour, minute=0, second=0, microsecond=0)
    if slot > now:
        slot -= timedelta(days=1)
    last = BackupRun.objects.using("owner").order_by("-started_at").first()
    if last is None:
        return _made_at() < slot
    if last.outcome == BackupRun.FAILED:
        return now - last.ended_at >= RETRY
    return last.started_at < slot


def _made_at() -> datetime:
    """When this installation's database was made."""
    first = MigrationRecorder.Migration.objects.using("owner").order_by("applied").first()
    assert first is not None
    moment: datetime = first.applied
    return moment
