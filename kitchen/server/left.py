"""Tasks whose worker was killed in the middle: another takes them up from their beginning.

So each task must be safe to be run twice: it looks at what there is left to do, or claims what it does.
"""

import asyncio
import logging
from datetime import UTC, datetime
from typing import Any

from procrastinate.exceptions import ConnectorException, UniqueViolation
from procrastinate.jobs import Job, Status

logger = logging.getLogger("kitchen.server")

# Seconds between two looks. A worker is taken for dead that has said nothing for 30; it speaks every 10.
PAUSE = 15.0
# What took its worker along so often would take the next one along as well.
MOST_TRIES = 3
# Whatever the clocks of this machine and the database say.
AT_ONCE = datetime.fromtimestamp(0, UTC)


async def take_up(jobs: Any) -> None:
    """Until cancelled, and at the start at once. `jobs` is procrastinate's manager of them."""
    while True:
        try:
            for job in await jobs.get_stalled_jobs():
                await _take_up(jobs, job)
        except ConnectorException as error:
            logger.warning("Tasks that were left could not be looked for: %s", error)
        await asyncio.sleep(PAUSE)


async def _take_up(jobs: Any, job: Job) -> None:
    try:
        if job.attempts < MOST_TRIES:
            await jobs.retry_job(job, retry_at=AT_ONCE)
            logger.warning("Taking up %s, whose worker is gone.", job.task_name)
        else:
            await jobs.finish_job(job, Status.FAILED, delete_job=False)
            logger.error("Giving up %s: it lost its worker %s times.", job.task_name, job.attempts)
    except UniqueViolation:
        # The same waits already.
        await jobs.finish_job(job, Status.FAILED, delete_job=True)
