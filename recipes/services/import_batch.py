"""What somebody brings along at once, from the moment it is handed over to the moment it is taken back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Household, User
from accounts.roles import TABLE
from accounts.services.membership import lock_household, require_role
from accounts.services.notice import announce
from accounts.services.stored_file import store_file
from kitchen.errors import DomainError
from recipes.models import ImportBatch, ImportSource, ImportState, ImportWay

LONGEST_NAME, LONGEST_TITLE = 200, 200
# What may go on: it has not been read to its end.
UNREAD = (ImportState.WAITING, ImportState.RUNNING, ImportState.FAILED)


@dataclass(frozen=True)
class Brought:
    """One file, text or page; without `chunks` only the address of one."""

    name: str
    chunks: Iterable[bytes] | None = None
    media_type: str = "application/octet-stream"
    url: str = ""


@transaction.atomic
def begin_import(
    household: Household, brought: Sequence[Brought], *, by: User, way: ImportWay, operation: UUID
) -> tuple[ImportBatch, bool]:
    """The import, and whether it is new: the same form sent twice begins one. Whoever asked queues its reading."""
    require_role(household, by, TABLE)
    locked = lock_household(household)
    known = ImportBatch.objects.filter(household=locked, operation=operation).first()
    if known is not None:
        return known, False
    title = brought[0].name
    if more := len(brought) - 1:
        sentence = ngettext("%(name)s and %(count)d more", "%(name)s and %(count)d more", more)
        title = sentence % {"name": title, "count": more}
    batch = ImportBatch.objects.create(
        household=locked, by=by, operation=operation, way=way, title=title[:LONGEST_TITLE]
    )
    for number, one in enumerate(brought, 1):
        _keep(batch, number, one)
    announce(household, "import", batch.pk)
    return batch, True


def _keep(batch: ImportBatch, number: int, one: Brought) -> None:
    file = None
    if one.chunks is not None:
        file = store_file(batch.household, one.chunks, name=one.name, media_type=one.media_type)
    name = one.name[:LONGEST_NAME]
    ImportSource.objects.create(
        household=batch.household, batch=batch, number=number, name=name, url=one.url, file=file
    )


@transaction.atomic
def map_source(source: ImportSource, mapping: dict[str, int], *, by: User) -> None:
    """Which column of a table is what; its recipes can then be read."""
    batch = lock_batch(source.household, source.batch_id, by)
    if source.state != ImportState.MAPPING:
        raise DomainError(_("The columns of this table are known already."))
    source.mapping, source.state = mapping, ImportState.WAITING
    source.save(update_fields=["mapping", "state"])
    if not batch.sources.filter(state=ImportState.MAPPING).exists():
        set_state(batch, ImportState.WAITING)


@transaction.atomic
def resume_import(batch: ImportBatch, *, by: User) -> ImportBatch:
    """An import that stopped halfway goes on where it was; whoever asked queues its reading."""
    locked = lock_batch(batch.household, batch.pk, by)
    if locked.state not in UNREAD:
        raise DomainError(_("There is nothing more to read in it."))
    locked.sources.exclude(state__in=[ImportState.DONE, ImportState.MAPPING]).update(state=ImportState.WAITING, why="")
    set_state(locked, ImportState.WAITING)
    return locked


def lock_batch(household: Household, id: UUID, by: User) -> ImportBatch:
    """The import as it is now, in a locked household, for somebody who may import."""
    require_role(lock_household(household), by, TABLE)
    found = ImportBatch.objects.filter(household=household, pk=id).first()
    if found is None:
        raise DomainError(_("This import is not here any more."))
    return found


def set_state(batch: ImportBatch, state: ImportState) -> None:
    """Of a locked import."""
    batch.state = state
    batch.save(update_fields=["state"])
    announce(batch.household, "import", batch.pk)
