"""Files of households that are made and read in the background, each for the one person who asked."""

from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile
from typing import IO
from uuid import UUID

import structlog
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.models import MOVING, FileState, FileWay, Household, HouseholdFile, HouseholdFilePart, User
from accounts.roles import RUNNERS
from accounts.services.household_file import export_household, import_household
from accounts.services.membership import require_role
from accounts.services.stored_file import PART
from accounts.transfer import limits
from accounts.transfer.writing import Progress
from kitchen import tenancy
from kitchen.errors import DomainError

log = structlog.get_logger("kitchen.household_file")
# How far a file is stands in the cache: its own transaction is seen when it is over.
KEY, TOLD_FOR = "household-file:{}", 3600  # seconds


@transaction.atomic
def begin_out(household: Household, *, by: User) -> tuple[HouseholdFile, bool]:
    """The file that is to be made, and whether it is new; one that is being made goes on, those before it go."""
    require_role(household, by, RUNNERS)
    User.objects.select_for_update(no_key=True).get(pk=by.pk)
    mine = HouseholdFile.objects.filter(user=by, way=FileWay.OUT, household=household.pk)
    if moving := mine.filter(state__in=MOVING).first():
        return moving, False
    mine.delete()
    return HouseholdFile.objects.create(user=by, way=FileWay.OUT, household=household.pk, name=household.name), True


@transaction.atomic
def begin_in(name: str, chunks: Iterable[bytes], *, operation: UUID, by: User) -> tuple[HouseholdFile, bool]:
    """What somebody brought, and whether it is new: the same form sent twice brings one."""
    User.objects.select_for_update(no_key=True).get(pk=by.pk)
    if known := HouseholdFile.objects.filter(pk=operation, user=by).first():
        return known, False
    file = HouseholdFile.objects.create(pk=operation, user=by, way=FileWay.IN, name=name[:200])
    _keep(file, chunks)
    return file, True


def _keep(file: HouseholdFile, chunks: Iterable[bytes]) -> None:
    for number, data in enumerate(_in_parts(chunks)):
        HouseholdFilePart.objects.create(user_id=file.user_id, file=file, number=number, data=data)
        file.size += len(data)
        if file.size > limits.MOST_BYTES:
            raise DomainError(_("This file is too large to be the file of a household."), field="file")
    file.save(update_fields=["size"])


def _in_parts(chunks: Iterable[bytes]) -> Iterator[bytes]:
    part = b""
    for chunk in chunks:
        part += chunk
        while len(part) >= PART:
            yield part[:PART]
            part = part[PART:]
    if part:
        yield part


def parts_of(file: HouseholdFile) -> Iterator[bytes]:
    parts = HouseholdFilePart.objects.filter(file=file).order_by("number")
    for number in list(parts.values_list("number", flat=True)):
        yield bytes(parts.values_list("data", flat=True).get(number=number))


def work(person: UUID, id: UUID) -> None:
    """The file to its end; done again, where a worker was killed, it is still one file and one household."""
    with tenancy.scope(person=person):
        file = HouseholdFile.objects.select_related("user").filter(pk=id, state__in=MOVING).first()
        if file is None:
            return
        HouseholdFile.objects.filter(pk=id).update(state=FileState.RUNNING)
    with translation.override(file.user.language), TemporaryFile() as space:
        try:
            (_make if file.way == FileWay.OUT else _take)(file, space)
        except DomainError as refusal:
            _end(file, FileState.FAILED, why=str(refusal))
        except Exception:
            log.exception("household_file.broken", file=str(id))
            _end(file, FileState.FAILED, why=_("It stopped halfway, and nothing of it is kept: try once more."))


def _make(file: HouseholdFile, space: IO[bytes]) -> None:
    assert file.household is not None
    export_household(file.household, space, by=file.user, progress=_telling(file))
    space.seek(0)
    with tenancy.scope(person=file.user_id):
        file.parts.all().delete()
        file.size = 0
        _keep(file, iter(lambda: space.read(PART), b""))
        _end(file, FileState.DONE)


def _take(file: HouseholdFile, space: IO[bytes]) -> None:
    with tenancy.scope(person=file.user_id):
        for data in parts_of(file):
            space.write(data)
    space.seek(0)

    def came(household: Household) -> None:
        file.household, file.name = household.pk, household.name
        _end(file, FileState.DONE)

    import_household(space, by=file.user, progress=_telling(file), came=came)


def _end(file: HouseholdFile, state: FileState, why: str = "") -> None:
    """What was brought is not needed any more, however it went."""
    with tenancy.scope(person=file.user_id):
        if file.way == FileWay.IN:
            file.parts.all().delete()
        file.state, file.why, file.ended_at = state, why[:300], timezone.now()
        file.save(update_fields=["state", "why", "ended_at", "household", "name"])


def _telling(file: HouseholdFile) -> Progress:
    return lambda done: cache.set(KEY.format(file.pk), done, TOLD_FOR)


def told_of(file: HouseholdFile) -> int:
    """How many rows have been worked on so far."""
    return int(cache.get(KEY.format(file.pk)) or 0)
