from datetime import UTC, datetime

import structlog

from chat.services.retention import forget_old, settle_left
from kitchen.tasks import task

log = structlog.get_logger("kitchen.chat")


@task(cron="* * * * *")
def sweep(timestamp: int) -> None:
    """Each minute: what a process that died was writing becomes "interrupted, try again"."""
    if settled := settle_left(datetime.fromtimestamp(timestamp, UTC)):
        log.info("settled answers that were left", runs=settled)


@task(cron="27 3 * * *")
def nightly(timestamp: int) -> None:
    log.info("forgot what was past its time", **forget_old(datetime.fromtimestamp(timestamp, UTC)))
