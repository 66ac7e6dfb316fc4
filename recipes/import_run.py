"""Reading an import from its first source to its last, as a background task does it.

Pages are fetched and files read while no transaction is open; what was found comes in in pieces. Whatever ends the
process, a second run goes on where the first was: what has a line is not taken in again.
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

import structlog
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.models import User
from kitchen import tenancy
from kitchen.errors import DomainError
from recipes.import_door import ImportDoor
from recipes.import_pictures import Pictures
from recipes.import_source import Opened, open_source
from recipes.importers import Draft, Failure
from recipes.models import ImportBatch, ImportLine, ImportOutcome, ImportSource, ImportState
from recipes.services.import_piece import ImportStopped, Numbered, end_import, take_piece

# Recipes of one transaction.
PIECE = 50

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Job:
    """An import that is being read, for whom, and in which language its sentences are written."""

    batch: ImportBatch
    by: User
    sources: list[ImportSource]
    wild: bool = False

    @property
    def door(self) -> ImportDoor:
        return ImportDoor(self.batch.household_id, self.by.pk)


def run_import(household: UUID, batch: UUID, *, wild: bool = False) -> None:
    """`wild` reads pages without the readers for single sites."""
    job = _claim(household, batch, wild=wild)
    if job is None:
        return
    with translation.override(job.by.language):
        pictures = Pictures(job.batch.household, job.door)
        try:
            for source in job.sources:
                _read(job, source, pictures)
        except ImportStopped:
            return
        with job.door.opened():
            end_import(job.batch, by=job.by)


def _claim(household: UUID, id: UUID, *, wild: bool) -> Job | None:
    """What there is to read, now marked as being read; nothing for one that is undone, finished or gone."""
    with tenancy.scope(household=household):
        found = ImportBatch.objects.select_related("by", "household").select_for_update(of=("self",))
        batch = found.filter(household=household, pk=id).first()
        if batch is None or batch.by is None or batch.state not in {ImportState.WAITING, ImportState.RUNNING}:
            return None
        batch.state, batch.begun_at = ImportState.RUNNING, batch.begun_at or timezone.now()
        batch.save(update_fields=["state", "begun_at"])
        unread = batch.sources.select_related("file", "household").exclude(
            state__in=[ImportState.DONE, ImportState.MAPPING]
        )
        return Job(batch, batch.by, list(unread), wild)


def _read(job: Job, source: ImportSource, pictures: Pictures) -> None:
    """One source to its end; what keeps it from being read is written down, and the next one's turn comes."""
    _mark(job, source, ImportState.RUNNING)
    try:
        with closing(open_source(source, job.door)) as opened:
            if opened.columns_wanted:
                _mark(job, source, ImportState.MAPPING)
                return
            for piece in _pieces(_found(opened, wild=job.wild)):
                _take(job, source, piece, pictures)
    except ImportStopped:
        raise
    except DomainError as why:
        _take(job, source, [(1, Failure(source.name, str(why)))], pictures)
    except Exception:
        # A fault of the program, not of the file: it stays open, and can be gone on with.
        log.exception("import.broken", batch=str(job.batch.pk))
        sentence = _("The reading stopped halfway. What came in is here; go on for the rest.")
        _mark(job, source, ImportState.FAILED, sentence)
        return
    _mark(job, source, ImportState.DONE)


def _found(opened: Opened, *, wild: bool) -> Iterator[Numbered]:
    for number, found in enumerate(opened.read(wild=wild), 1):
        if isinstance(found, Draft) and not found.source_url:
            found.source_url = opened.url
        yield number, found


def _pieces(found: Iterator[Numbered]) -> Iterator[list[Numbered]]:
    while piece := list(islice(found, PIECE)):
        yield piece


def _take(job: Job, source: ImportSource, piece: list[Numbered], pictures: Pictures) -> None:
    with job.door.opened():
        take_piece(source, piece, by=job.by)
        numbers = [number for number, _one in piece]
        lines = ImportLine.objects.filter(source=source, number__in=numbers, outcome=ImportOutcome.IMPORTED)
        bare = dict(lines.filter(recipe__deleted_at=None, recipe__pictures=None).values_list("number", "recipe"))
    wanted = [(bare[number], one) for number, one in piece if isinstance(one, Draft) and bare.get(number)]
    pictures.bring(wanted)


def _mark(job: Job, source: ImportSource, state: ImportState, why: str = "") -> None:
    with job.door.opened():
        ImportSource.objects.filter(household=source.household_id, pk=source.pk).update(state=state, why=why[:300])
