from django.conf import settings

from kitchen.backup.figures import last_run, newest_backup_age
from kitchen.doctor.finding import Finding

HOUR = 3600
LATE, GONE = 26 * HOUR, 72 * HOUR


def check() -> Finding:
    """The newest good backup is of the last day, where backups are made by the clock."""
    age, last = newest_backup_age(), last_run()
    if last and last.error:
        return Finding.warn(f"The last backup failed: {last.error} Then run `manage.py backup`.")
    if settings.BACKUP.hour is None:
        return Finding.ok("Backups are not made by the clock (BACKUP_HOUR).")
    if age is None:
        return Finding.ok(f"No backup yet; the first is made after {settings.BACKUP.hour}:00 UTC by the worker.")
    told = f"The newest backup is {age / HOUR:.0f} hours old"
    if age > GONE:
        return Finding.fail(f"{told}: see that a worker runs, and run `manage.py backup`.")
    if age > LATE:
        return Finding.warn(f"{told}: see that a worker runs.")
    return Finding.ok(f"{told}.")
