"""The task worker: in the loop of the one process, or alone in its own."""

import asyncio
import copy
import logging
from typing import Any

import attr
from procrastinate import PsycopgConnector
from procrastinate.contrib.django import app
from procrastinate.contrib.django.db_cleanup import DjangoApp
from procrastinate.contrib.django.utils import connector_params
from procrastinate.tasks import Task
from psycopg import OperationalError

from kitchen.seen.parts import here
from kitchen.seen.tasks import seen
from kitchen.server.left import take_up

logger = logging.getLogger("kitchen.server")

GRACE = 3.0  # seconds a running task has to end when the worker is stopped
PAUSE = 5.0  # seconds before a worker that lost its database tries again


def worker_app() -> DjangoApp:
    """The tasks of the project behind connections of the owner, which alone reaches the tables of the queue.

    An app of its own and not the project's with its connector replaced: views of the same process go on queueing
    through Django's connection, in the transaction of what they change.
    """
    app.perform_import_paths()
    connector = PsycopgConnector(kwargs=connector_params("owner"), min_size=1, max_size=4)
    working = DjangoApp(
        connector=connector, worker_defaults=app.worker_defaults, periodic_defaults=app.periodic_defaults
    )
    working.tasks = {name: _bound(task, working) for name, task in app.tasks.items()}
    working.periodic_registry.periodic_tasks = {
        key: attr.evolve(periodic, task=_bound(periodic.task, working))
        for key, periodic in app.periodic_registry.periodic_tasks.items()
    }
    return working


def _bound(task: Task[..., Any, Any], working: DjangoApp) -> Task[..., Any, Any]:
    """A copy that queues through `working`, for what the worker queues itself: tasks by the clock."""
    bound = copy.copy(task)
    bound.blueprint = working
    return bound


async def work(concurrency: int = 2) -> None:
    """Take tasks until cancelled; `concurrency` at once. A database that goes away is waited for."""
    here.add("worker")
    while True:
        try:
            await _work(concurrency)
        except OperationalError as error:
            logger.warning("The task worker lost its database (%s); it tries again in %s seconds.", error, PAUSE)
        except Exception:
            logger.exception("The task worker failed; it starts again in %s seconds.", PAUSE)
        await asyncio.sleep(PAUSE)


async def _work(concurrency: int) -> None:
    options: dict[str, Any] = {"name": "kitchen", "concurrency": concurrency, "delete_jobs": "successful"}
    options |= {"install_signal_handlers": False, "shutdown_graceful_timeout": GRACE, "worker_middleware": [seen]}
    async with worker_app().open_async() as opened:
        taking_up = asyncio.create_task(take_up(opened.job_manager))
        try:
            await opened.run_worker_async(**options)
        finally:
            taking_up.cancel()
