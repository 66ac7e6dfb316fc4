"""What the settings say of backups."""

from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from kitchen.environment import env


@dataclass(frozen=True)
class Plan:
    """Where backups go, at which hour (UTC, None: not by the clock), sealed with what, and how many are kept."""

    to: str
    hour: int | None
    recipients: tuple[str, ...]
    passphrase: str
    daily: int
    weekly: int
    monthly: int

    @property
    def sealed(self) -> bool:
        return bool(self.recipients or self.passphrase)


def backup_plan(var_dir: Path) -> Plan:
    hour, keep = env("BACKUP_HOUR"), env("BACKUP_KEEP")
    if hour and not (hour.isdigit() and int(hour) < 24):  # noqa: PLR2004
        raise ImproperlyConfigured("BACKUP_HOUR must be an hour of the day, 0 to 23, or nothing for no backup.")
    if len(keep) != 3 or min(keep) < 0 or not any(keep):  # noqa: PLR2004
        raise ImproperlyConfigured("BACKUP_KEEP must be three numbers: days, weeks and months, such as 7,4,12.")
    to = env("BACKUP_TO") or str(var_dir / "backups")
    recipients = tuple(env("BACKUP_RECIPIENTS"))
    return Plan(to, int(hour) if hour else None, recipients, env("BACKUP_PASSPHRASE"), *keep)
