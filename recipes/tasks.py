from typing import Any
from uuid import UUID

from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.job_context import JobContext

from recipes.import_run import run_import
from recipes.models import ImportBatch

NAME = "recipes.tasks.read_import"


def queue_import(batch: ImportBatch) -> None:
    """To be called where the import is begun or gone on with; one that is waiting already waits on."""
    waiting = read_import.configure(queueing_lock=f"import {batch.pk}")
    try:
        with transaction.atomic():
            waiting.defer(household=str(batch.household_id), batch=str(batch.pk))
    except AlreadyEnqueued:
        return


@app.task(name=NAME)  # type: ignore[untyped-decorator]
def read_import(household: str, batch: str) -> None:
    """No scope around it: pages are fetched and files are read while no transaction is open."""
    try:
        run_import(UUID(household), UUID(batch))
    finally:
        # A worker's thread lives on: its connection goes back to the pool with the task.
        if not connection.in_atomic_block:
            connection.close()


@app.periodic(cron="*/2 * * * *")  # type: ignore[untyped-decorator]
@app.task(name="recipes.tasks.take_up", queueing_lock="recipes.take_up", pass_context=True)  # type: ignore[untyped-decorator]
async def take_up(context: JobContext, timestamp: int) -> None:
    """Imports whose worker is gone go on with another: they know what they have brought in already."""
    del timestamp
    manager: Any = context.app.job_manager
    for job in await manager.get_stalled_jobs(task_name=NAME):
        await manager.retry_job(job)
