from typing import Any
from uuid import UUID

from procrastinate.contrib.django import app
from procrastinate.job_context import JobContext

from kitchen.tasks import queue_once, task
from recipes.models import ImportBatch


def queue_import(batch: ImportBatch) -> None:
    """To be called where the import is begun or gone on with; one that is waiting already waits on."""
    queue_once(read_import, f"import {batch.pk}", household=str(batch.household_id), batch=str(batch.pk))


@task()
def read_import(household: str, batch: str) -> None:
    """No scope around it: pages are fetched and files are read while no transaction is open."""
    from recipes.import_run import run_import

    run_import(UUID(household), UUID(batch))


@app.periodic(cron="*/2 * * * *")  # type: ignore[untyped-decorator]
@app.task(name="recipes.tasks.take_up", queueing_lock="recipes.take_up", pass_context=True)  # type: ignore[untyped-decorator]
async def take_up(context: JobContext, timestamp: int) -> None:
    """Imports whose worker is gone go on with another: they know what they have brought in already."""
    del timestamp
    manager: Any = context.app.job_manager
    for job in await manager.get_stalled_jobs(task_name=read_import.name):
        await manager.retry_job(job)
