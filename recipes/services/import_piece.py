"""One piece of an import after the other, each in a transaction of its own: whoever is stopped goes on where it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, Household, User
from accounts.services.activity import record
from accounts.services.membership import lock_household
from accounts.services.notice import announce
from kitchen.errors import DomainError
from recipes.importers import Draft, Failure
from recipes.lines import Prepared
from recipes.models import ImportBatch, ImportLine, ImportOutcome, ImportSource, ImportState, Recipe
from recipes.services.import_batch import lock_batch, set_state
from recipes.services.recipe_import import Imported, Whence, prepare, take_in

LONGEST_WHY = 300
Numbered = tuple[int, Draft | Failure]


class ImportStopped(DomainError):  # noqa: N818 - a refusal, not an error
    """Somebody has undone it, or another process reads it."""


@dataclass(frozen=True)
class _Ready:
    number: int
    draft: Draft
    one: Prepared | Imported


@transaction.atomic
def take_piece(source: ImportSource, found: Sequence[Numbered], *, by: User) -> list[ImportLine]:
    """The lines of these finds. Those that have a line already are left: they came in before the crash."""
    known = _known(source, found)
    ready = [_ready(number, one) for number, one in found if number not in known]
    batch = lock_batch(source.household, source.batch_id, by)
    if batch.state != ImportState.RUNNING:
        raise ImportStopped(_("This import has been stopped."))
    known = _known(source, found)
    lines = _written(source, [one for one in ready if one.number not in known], by)
    _count(batch, lines)
    return lines


def _known(source: ImportSource, found: Sequence[Numbered]) -> set[int]:
    numbers = [number for number, _one in found]
    return set(source.lines.filter(number__in=numbers).values_list("number", flat=True))


def _ready(number: int, found: Draft | Failure) -> _Ready:
    if isinstance(found, Failure):
        return _Ready(number, Draft(title=found.name), Imported(found.name, why=found.why))
    return _Ready(number, found, prepare(found))


def _written(source: ImportSource, ready: Sequence[_Ready], by: User) -> list[ImportLine]:
    whence = Whence(source.file, source.url, source.mapping or None)
    done = take_in(source.household, [(one.draft, one.one) for one in ready], by=by, whence=whence)
    lines = [_line(source, one.number, became) for one, became in zip(ready, done, strict=True)]
    return ImportLine.objects.bulk_create(lines)


def _line(source: ImportSource, number: int, became: Imported) -> ImportLine:
    outcome = ImportOutcome.ALREADY if became.already else ImportOutcome.IMPORTED
    return ImportLine(
        household_id=source.household_id,
        batch_id=source.batch_id,
        source=source,
        number=number,
        name=(became.name or source.name)[:200],
        outcome=outcome if became.recipe else ImportOutcome.FAILED,
        recipe=became.recipe,
        why=became.why[:LONGEST_WHY],
    )


def _count(batch: ImportBatch, lines: Sequence[ImportLine]) -> None:
    counts: dict[str, Any] = {
        one.value: F(one.value) + sum(line.outcome == one for line in lines) for one in ImportOutcome
    }
    ImportBatch.objects.filter(household=batch.household, pk=batch.pk).update(**counts)
    announce(batch.household, "import", batch.pk)


@transaction.atomic
def end_import(batch: ImportBatch, *, by: User) -> None:
    """What it came to, and one line of the feed for all that came in."""
    locked = lock_household(batch.household)
    batch = ImportBatch.objects.get(household=locked, pk=batch.pk)
    if batch.state != ImportState.RUNNING:
        return
    batch.ended_at = timezone.now()
    batch.save(update_fields=["ended_at"])
    set_state(batch, _outcome(batch))
    _tell(locked, batch, by)


def _outcome(batch: ImportBatch) -> ImportState:
    states = set(batch.sources.values_list("state", flat=True))
    if ImportState.MAPPING in states:
        return ImportState.MAPPING
    return ImportState.FAILED if states & {ImportState.FAILED, ImportState.RUNNING} else ImportState.DONE


def _tell(household: Household, batch: ImportBatch, by: User) -> None:
    """One line, also of an import that stopped and went on."""
    came = Recipe.objects.filter(
        household=household,
        deleted_at=None,
        pk__in=batch.lines.filter(outcome=ImportOutcome.IMPORTED).values("recipe"),
    )
    count, first = came.count(), came.first()
    if first is None:
        return
    announce(household, "recipe", first.pk if count == 1 else None)
    verb, subject = ("recipe.imported", first.pk) if count == 1 else ("recipe.collected", batch.pk)
    facts = {"name": first.name, "count": count, "batch": str(batch.pk)}
    told = Activity.objects.filter(household=household, facts__batch=str(batch.pk), undone_at=None).first()
    if told is None:
        record(household, verb, by=by, subject=subject, facts=facts)
        return
    told.verb, told.subject, told.facts = verb, subject, facts
    told.save(update_fields=["verb", "subject", "facts"])
