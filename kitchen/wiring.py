"""What the ground floor registers with itself."""

from django.conf import settings
from django.utils import timezone

from kitchen.backup.figures import newest_backup_age
from kitchen.figures.writing import writer
from kitchen.partitions.maintaining import maintain
from kitchen.reference import references
from kitchen.seen import errors, metrics
from kitchen.seen.gauges import Looked, figures
from kitchen.seen.lines import write_request
from kitchen.seen.listeners import listeners


def wire() -> None:
    references.register("months", lambda using: maintain(timezone.now(), using))
    listeners.register("metrics", metrics.count_request)
    figures.register("backup_age_seconds", ("Since the newest good backup was begun", newest_backup_age))
    listeners.register("figures", writer.hear)
    metrics.registry.register(Looked())
    if settings.PRODUCTION:  # a terminal is for what is remarkable
        listeners.register("log", write_request)
    errors.start()
