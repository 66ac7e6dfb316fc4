"""For whom the agent works, and its only way to the database."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from channels.db import database_sync_to_async

from accounts.models import Household, Membership, User
from kitchen import tenancy

T = TypeVar("T")


@dataclass(frozen=True)
class Kitchen:
    """A person in a household, on a day in the household's time zone; `conversation` is where they ask, if anywhere.

    The rows were read once: what they hold may have changed since, so rights are asked for again by the services.
    """

    household: Household
    person: User
    membership: Membership
    today: date
    conversation: UUID | None = None

    async def ask(self, work: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        """What `work` returns, called in a thread inside a short scope of this household and person.

        `work` reads all it needs at once (no lazy querysets leave it) and waits for nothing but the database.
        """

        def scoped() -> T:
            with tenancy.scope(household=self.household.pk, person=self.person.pk):
                return work(*args, **kwargs)

        # One thread for each run (the run's own ThreadSensitiveContext); the caller's thread under async_to_sync.
        answer: T = await database_sync_to_async(scoped, thread_sensitive=True)()
        return answer
