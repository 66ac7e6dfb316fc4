from datetime import UTC, date, datetime
from uuid import UUID

import structlog
from django.utils import timezone

from accounts.digest.due import due_households
from accounts.digest.telling import tell_household
from accounts.push.trying import try_browser
from accounts.services.retention import forget_old
from accounts.transfer.jobs import work
from kitchen.tasks import queue_once, task

log = structlog.get_logger("kitchen.retention")


@task(cron="17 3 * * *")
def nightly(timestamp: int) -> None:
    """At 3:17 UTC; `timestamp` is the Unix time it was due at, so a late worker forgets no more than a punctual one."""
    log.info("forgot what was past its time", **forget_old(datetime.fromtimestamp(timestamp, UTC)))


@task(cron="*/5 * * * *")
def find_due(timestamp: int) -> None:
    """Each five minutes: a task for every household whose hour has come, by the clock as it is now."""
    del timestamp
    for household, day in due_households(timezone.now()):
        queue_once(tell, f"digest {household}", household=str(household), day=day.isoformat())


@task()
def tell(household: str, day: str) -> None:
    """No scope around it: mails and messages leave while no transaction is open."""
    tell_household(UUID(household), date.fromisoformat(day), timezone.now())


@task()
def carry_household(person: str, file: str) -> None:
    """No scope around it: a household is read, or made, in one of its own."""
    work(UUID(person), UUID(file))


@task()
def try_message(person: str, browser: str) -> None:
    try_browser(UUID(person), UUID(browser), timezone.now())
