from datetime import UTC, datetime

import structlog
from django.db import connections
from procrastinate.contrib.django import app

from accounts.services.retention import forget_old

log = structlog.get_logger("kitchen.retention")


@app.periodic(cron="17 3 * * *")  # type: ignore[untyped-decorator]
@app.task(name="accounts.tasks.nightly", queueing_lock="accounts.nightly")  # type: ignore[untyped-decorator]
def nightly(timestamp: int) -> None:
    """At 3:17 UTC; `timestamp` is the Unix time it was due at, so a late worker forgets no more than a punctual one."""
    try:
        log.info("forgot what was past its time", **forget_old(datetime.fromtimestamp(timestamp, UTC)))
    finally:
        connections["owner"].close()
