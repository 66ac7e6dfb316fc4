"""Background work: tasks of procrastinate, queued in PostgreSQL in the transaction of the change that asks for them.

A task takes ids only and enters the scope of its household itself, like any other door. Queueing goes through a
function of the owner, so the doors' role cannot read or change what others have queued. Beside the ids lies that of the
request (kitchen/seen/tasks.py). What a killed worker was at is begun again by another (kitchen/server/left.py): each
task must be safe to be run twice.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import wraps
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

import structlog
from django.conf import settings
from django.db import connection, connections, transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from kitchen import tenancy
from kitchen.figures import measuring
from kitchen.figures.writing import writer
from kitchen.models import PerformanceMetric
from kitchen.partitions.maintaining import maintain

log = structlog.get_logger("kitchen.tasks")
P = ParamSpec("P")
R = TypeVar("R")


@contextmanager
def borrowed_connections() -> Iterator[None]:
    """Around a task's body: a worker's thread lives on, and its connections go back to the pool with the task."""
    try:
        yield
    finally:
        connections["owner"].close()
        if not connection.in_atomic_block:
            connection.close()


def queue_once(task: Any, lock: str, **ids: str) -> None:
    """Queue `task` unless one under the same lock is waiting: another would find nothing to do."""
    try:
        with transaction.atomic():
            task.configure(queueing_lock=lock).defer(**ids)
    except AlreadyEnqueued:
        return


def task(*, cron: str = "") -> Callable[[Callable[P, None]], Any]:
    """A task without a scope of its own; with `cron` the clock queues it, and one of it waits at a time."""

    def register(work: Callable[P, None]) -> Any:
        name = f"{work.__module__}.{work.__name__}"
        made = app.task(name=name, queueing_lock=name if cron else None)(borrowed_connections()(work))
        return app.periodic(cron=cron)(made) if cron else made

    return register


def household_task(**options: Any) -> Callable[[Callable[P, R]], Any]:
    """A task whose keyword argument `household` (a UUID as text) is the scope its body runs in."""

    def register(work: Callable[P, R]) -> Any:
        @wraps(work)
        def in_scope(*args: P.args, **kwargs: P.kwargs) -> R:
            with borrowed_connections(), tenancy.scope(household=UUID(str(kwargs["household"]))):
                return work(*args, **kwargs)

        return app.task(name=f"{work.__module__}.{work.__name__}", **options)(in_scope)

    return register


@task(cron="7 3 * * *")
def maintain_partitions(timestamp: int) -> None:
    """At 3:07 UTC: months ahead, and those past their time; see `kitchen.partitions`."""
    for sentence in maintain(datetime.fromtimestamp(timestamp, UTC)):
        log.info(sentence)


@task(cron="*/10 * * * *")
def back_up(timestamp: int) -> None:
    """Each ten minutes: the backup of the day, if it is due and nobody makes it just now."""
    del timestamp
    from kitchen.backup import runs, schedule

    with runs.alone() as mine:
        if mine and schedule.due(timezone.now()):
            runs.back_up(settings.BACKUP.to, encrypt=settings.BACKUP.sealed, say=log.info)


@task(cron="* * * * *")
def measure(timestamp: int) -> None:
    """Each minute: what the database takes, and the worker where it has a process of its own."""
    del timestamp
    if settings.FIGURES_SAMPLE:
        own = () if writer.runs else measuring.of_process("worker")
        PerformanceMetric.objects.bulk_create([*own, *measuring.of_database()])
