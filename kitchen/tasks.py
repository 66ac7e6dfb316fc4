"""Background work: tasks of procrastinate, queued in PostgreSQL in the transaction of the change that asks for them.

A task takes ids only and enters the scope of its household itself, like any other door. Queueing goes through a
function of the owner, so the doors' role cannot read or change what others have queued.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

from django.db import connection
from procrastinate.contrib.django import app

from kitchen import tenancy

P = ParamSpec("P")
R = TypeVar("R")


def household_task(**options: Any) -> Callable[[Callable[P, R]], Any]:
    """A task whose keyword argument `household` (a UUID as text) is the scope its body runs in."""

    def register(work: Callable[P, R]) -> Any:
        @wraps(work)
        def in_scope(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                with tenancy.scope(household=UUID(str(kwargs["household"]))):
                    return work(*args, **kwargs)
            finally:
                # A worker's thread lives on: its connection goes back to the pool with the task.
                if not connection.in_atomic_block:
                    connection.close()

        return app.task(name=f"{work.__module__}.{work.__name__}", **options)(in_scope)

    return register
