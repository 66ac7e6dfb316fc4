"""Several people doing something in the same moment, each in a real transaction of their own."""

import threading
from collections.abc import Callable

from django.db import connection

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.errors import DomainError

PATIENCE = 10


def at_once(*works: tuple[User, Household | None, Callable[[Callable[[], object]], object]]) -> list[str]:
    """Run each work in a thread, in the scope of its person and household; what was refused, in no order.

    A work gets `ready`, which it calls when it has looked and is about to act: nobody acts before all have looked.
    """
    together = threading.Barrier(len(works))
    refused: list[str] = []
    broken: list[BaseException] = []

    def run(person: User, household: Household | None, work: Callable[[Callable[[], object]], object]) -> None:
        try:
            with tenancy.scope(person=person.pk, household=household.pk if household else None):
                work(lambda: together.wait(PATIENCE))
        except DomainError as refusal:
            refused.append(str(refusal))
        except BaseException as error:  # noqa: BLE001  (a thread's error is the test's)
            broken.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if broken:
        raise broken[0]
    return refused
