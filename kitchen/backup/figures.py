"""What is told of backups: by the doctor, and to whoever measures."""

from django.utils import timezone

from kitchen.models import BackupRun


def newest_backup_age() -> float | None:
    """Seconds since the newest good backup was begun; None when there is none."""
    newest = BackupRun.objects.filter(outcome=BackupRun.GOOD).order_by("-started_at").first()
    return (timezone.now() - newest.started_at).total_seconds() if newest else None


def last_run() -> BackupRun | None:
    return BackupRun.objects.order_by("-started_at").first()
