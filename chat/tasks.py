from datetime import UTC, datetime

import structlog
from django.db import connection, connections
from procrastinate.contrib.django import app

from chat.services.retention import forget_old, settle_left

log = structlog.get_logger("kitchen.chat")


@app.periodic(cron="* * * * *")  # type: ignore[untyped-decorator]
@app.task(name="chat.tasks.sweep", queueing_lock="chat.sweep")  # type: ignore[untyped-decorator]
def sweep(timestamp: int) -> None:
    """Each minute: what a process that died was writing becomes "interrupted, try again"."""
    try:
        if settled := settle_left(datetime.fromtimestamp(timestamp, UTC)):
            log.info("settled answers that were left", runs=settled)
    finally:
        _give_back()


@app.periodic(cron="27 3 * * *")  # type: ignore[untyped-decorator]
@app.task(name="chat.tasks.nightly", queueing_lock="chat.nightly")  # type: ignore[untyped-decorator]
def nightly(timestamp: int) -> None:
    try:
        log.info("forgot what was past its time", **forget_old(datetime.fromtimestamp(timestamp, UTC)))
    finally:
        _give_back()


def _give_back() -> None:
    connections["owner"].close()
    if not connection.in_atomic_block:
        connection.close()
