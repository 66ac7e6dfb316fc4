"""What the assistant remembers, for one person and for the household."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from accounts.models import Household, User
from chat.models import MemoryNote

# So many go into what a model is told; there are hardly more.
TOLD = 40


@dataclass(frozen=True)
class Notes:
    mine: list[MemoryNote]
    shared: list[MemoryNote]

    @property
    def none(self) -> bool:
        return not self.mine and not self.shared


def notes_of(household: Household, person: User, *, at_table: bool) -> QuerySet[MemoryNote]:
    """One's own, and the household's for those who live here, as they may tell of somebody's health."""
    whose = Q(private_to=person) | Q(private_to=None) if at_table else Q(private_to=person)
    return MemoryNote.objects.select_related("said_by", "household").filter(whose, household=household)


def notes_page(household: Household, person: User, *, at_table: bool) -> Notes:
    found = list(notes_of(household, person, at_table=at_table))
    mine = [note for note in found if note.private_to_id]
    return Notes(mine, [note for note in found if not note.private_to_id])


def remembered(household: Household, person: User, *, at_table: bool, group: bool = False) -> tuple[str, ...]:
    """What an agent is told. In a group nothing that is one person's own: its answers are read by all."""
    notes = notes_of(household, person, at_table=at_table)[:TOLD]
    return tuple(note.text for note in notes if not (group and note.private_to_id))
