from uuid import UUID

from kitchen.tasks import queue_once, task
from recipes.models import ImportBatch


def queue_import(batch: ImportBatch) -> None:
    """To be called where the import is begun or gone on with; one that is waiting already waits on."""
    queue_once(read_import, f"import {batch.pk}", household=str(batch.household_id), batch=str(batch.pk))


@task()
def read_import(household: str, batch: str) -> None:
    """No scope around it: pages are fetched and files are read while no transaction is open.

    Begun again it knows what it has brought in already.
    """
    from recipes.import_run import run_import

    run_import(UUID(household), UUID(batch))
