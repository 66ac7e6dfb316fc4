from datetime import UTC, date, datetime
from uuid import UUID

import structlog
from django.db import connection, connections
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from accounts.digest.due import due_households
from accounts.digest.telling import tell_household
from accounts.push.trying import try_browser
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


@app.periodic(cron="*/5 * * * *")  # type: ignore[untyped-decorator]
@app.task(name="accounts.tasks.find_due", queueing_lock="accounts.find_due")  # type: ignore[untyped-decorator]
def find_due(timestamp: int) -> None:
    """Each five minutes: a task for every household whose hour has come, by the clock as it is now."""
    del timestamp
    try:
        for household, day in due_households(timezone.now()):
            _queue(household, day)
    finally:
        _give_back()


def _queue(household: UUID, day: date) -> None:
    """One of them may wait at a time; while it does, another would find nothing to do."""
    waiting = tell.configure(queueing_lock=f"digest {household}")
    try:
        waiting.defer(household=str(household), day=day.isoformat())
    except AlreadyEnqueued:
        return


@app.task(name="accounts.tasks.tell")  # type: ignore[untyped-decorator]
def tell(household: str, day: str) -> None:
    """No scope around it: mails and messages leave while no transaction is open."""
    try:
        tell_household(UUID(household), date.fromisoformat(day), timezone.now())
    finally:
        _give_back()


@app.task(name="accounts.tasks.try_message")  # type: ignore[untyped-decorator]
def try_message(person: str, browser: str) -> None:
    try:
        try_browser(UUID(person), UUID(browser), timezone.now())
    finally:
        _give_back()


def _give_back() -> None:
    """A worker's thread lives on: its connections go back to the pool with the task."""
    connections["owner"].close()
    if not connection.in_atomic_block:
        connection.close()
