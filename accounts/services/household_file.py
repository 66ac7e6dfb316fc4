"""A household into a file, and a file into a household that is new."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO
from uuid import UUID

import structlog
from django.db import DataError, IntegrityError, connection, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from accounts.models import Household, NoticeCounter, Role, User
from accounts.roles import RUNNERS
from accounts.services.activity import record
from accounts.services.membership import admit, require_role
from accounts.transfer.archive import Archive
from accounts.transfer.reading import fill, household_of, insert
from accounts.transfer.values import BrokenError
from accounts.transfer.writing import Progress, write_zip
from kitchen import tenancy
from kitchen.errors import DomainError

log = structlog.get_logger("kitchen.household_file")


def nobody(_done: int) -> None:
    """Who does not ask how far it is."""


def export_household(household: UUID, to: IO[bytes], *, by: User | None, progress: Progress = nobody) -> int:
    """How many rows and files were written. Without `by`, for an operator, nothing of anybody's own is in it."""
    with _snapshot(), tenancy.scope(household=household, person=by.pk if by else None, reads_only=True):
        found = Household.objects.filter(pk=household).first()
        if found is None:
            raise DomainError(_("This household is not there any more."))
        if by is not None:
            require_role(found, by, RUNNERS)
        return write_zip(found, to, progress)


@contextmanager
def _snapshot() -> Iterator[None]:
    """All rows as they are at one moment, while others go on changing them; inside a transaction as that sees them."""
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def import_household(
    file: IO[bytes], *, by: User, progress: Progress = nobody, came: Callable[[Household], object] = bool
) -> Household:
    """The new household, which `by` owns: all of it, or nothing. Outside of every scope; `came` is called inside."""
    try:
        archive = Archive(file)
        made = household_of(archive)
        with tenancy.scope(household=made.pk, person=by.pk):
            insert(Household, [made])
            fill(made, archive, by, progress)
            _open(made, by)
            came(made)
    except (BrokenError, IntegrityError, DataError) as error:
        # What the database says of a row quotes it; what we say names table and line.
        log.info("household_file.refused", why=str(error) if isinstance(error, BrokenError) else type(error).__name__)
        raise DomainError(_("Something in this file is not as Kitchen writes it: nothing was brought in.")) from error
    return made


def _open(household: Household, by: User) -> None:
    """The feed goes on counting where it was in the file."""
    last = household.activities.aggregate(last=Max("number"))["last"] or 0
    NoticeCounter.objects.create(household=household, last=last)
    admit(household, by, Role.OWNER)
    record(household, "household.imported", by=by, facts={"name": household.name})
