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
class Attached:
    """A file that came with the question, what became of it and what people are told of that; see `Attachment`."""

    id: UUID
    name: str
    said: str
    outcome: str
    subject: UUID | None


@dataclass(frozen=True)
class Kitchen:
    """A person in a household, on a day in the household's time zone; `conversation` is where they ask, if anywhere.

    `about` (kind and id) is the thing on the screen that the conversation was opened from; `remembered` is what the
    assistant was asked to remember of the person and the household. `attached` came with the question; `told` is what
    a model is told beside the rules: the thing on the screen, and what was said that its history does not hold.

    The rows were read once: what they hold may have changed since, so rights are asked for again by the services.
    """

    household: Household
    person: User
    membership: Membership
    today: date
    conversation: UUID | None = None
    about: tuple[str, UUID] | None = None
    remembered: tuple[str, ...] = ()
    attached: tuple[Attached, ...] = ()
    told: tuple[str, ...] = ()

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
