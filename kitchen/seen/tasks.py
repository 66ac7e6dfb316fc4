"""Tasks in sight: what a request queues carries the id of it, and each task is measured where it runs.

The id lies beside the arguments of the task in the queue, and is taken out again before the task is called.
"""

from collections.abc import Awaitable, Callable
from time import perf_counter
from typing import Any

from procrastinate import App
from procrastinate.job_context import JobContext
from procrastinate.jobs import Job
from procrastinate.manager import JobManager
from structlog.contextvars import bind_contextvars

from kitchen.seen.metrics import task_seconds
from kitchen.seen.request_id import KEY, current_id

MARK = "__request"


class MarkingJobManager(JobManager):  # type: ignore[misc]
    def batch_defer_jobs(self, jobs: list[Job], connection: Any | None = None) -> list[Job]:
        id = current_id()
        marked = [job.evolve(task_kwargs={**job.task_kwargs, MARK: id}) for job in jobs] if id else jobs
        queued: list[Job] = super().batch_defer_jobs(marked, connection)
        return queued


def mark_jobs(app: App) -> None:
    """Of the app through which doors queue."""
    app.job_manager = MarkingJobManager(app.connector)


async def seen(call_next: Callable[[], Awaitable[Any]], context: JobContext, _worker: object) -> Any:
    """Around every task of a worker."""
    job, began, outcome = context.job, perf_counter(), "failed"
    id = job.task_kwargs.pop(MARK, "") or f"task-{job.id}"
    # To the end of what is procrastinate's for this job, where it logs how the job went.
    bind_contextvars(**{KEY: str(id), "task": job.task_name})
    try:
        result = await call_next()
        outcome = "done"
    finally:
        task_seconds.labels(job.task_name, outcome).observe(perf_counter() - began)
    return result
