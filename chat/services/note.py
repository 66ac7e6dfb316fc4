"""What the assistant remembers: each note is somebody's own or the household's, and anybody can make it forget."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import Household, User
from accounts.roles import EVERYBODY, TABLE
from accounts.services.membership import lock_household, require_role
from chat.models import MemoryNote
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.visible import one_line

LONGEST, MOST = 300, 60


@transaction.atomic
def add_note(household: Household, text: str, *, everybody: bool, by: User, id: UUID | None = None) -> MemoryNote:
    """`id` is the form's own: sent twice, it is remembered once. So is what is remembered already."""
    require_role(household, by, TABLE if everybody else EVERYBODY)
    lock_household(household)
    words = checked(text)
    whose = None if everybody else by
    here = MemoryNote.objects.filter(household=household, private_to=whose)
    if same := here.filter(text__iexact=words).first():
        return same
    if len(here) >= MOST:
        raise DomainError(_("%(most)s notes are remembered already: forget one first.") % {"most": MOST})
    note = MemoryNote(id=id or new_id(), household=household, private_to=whose, text=words, said_by=by)
    try:
        with transaction.atomic():
            note.save(force_insert=True)
    except IntegrityError as error:
        raise DomainError(_("This could not be saved: open the form again.")) from error
    return note


@transaction.atomic
def change_note(note: MemoryNote, text: str, *, by: User) -> MemoryNote:
    locked = _locked(note, by)
    locked.text = checked(text)
    locked.save(update_fields=["text"])
    return locked


@transaction.atomic
def forget_note(note: MemoryNote, *, by: User) -> None:
    """Forgetting twice is the same as once."""
    if MemoryNote.objects.filter(pk=note.pk).exists():
        _locked(note, by).delete()


def checked(text: str) -> str:
    words = one_line(text)
    if not words:
        raise DomainError(_("Write what to remember."), field="text")
    if len(words) > LONGEST:
        raise DomainError(_("This is too long: at most %(most)s characters.") % {"most": LONGEST}, field="text")
    return words


def _locked(note: MemoryNote, by: User) -> MemoryNote:
    require_role(note.household, by, TABLE if note.private_to_id is None else EVERYBODY)
    found = MemoryNote.objects.select_for_update(of=("self",)).select_related("household").filter(pk=note.pk).first()
    if found is None or found.private_to_id not in (None, by.pk):
        raise DomainError(_("This is not remembered any more."))
    return found
