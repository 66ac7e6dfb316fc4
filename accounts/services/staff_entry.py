from datetime import timedelta
from uuid import UUID

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Household, StaffEntry, User
from accounts.services.activity import record
from kitchen import tenancy
from kitchen.errors import DomainError

ENTRY_LASTS = timedelta(hours=1)


def enter_household(household: Household, *, by: User, reason: str) -> StaffEntry:
    """Let staff see a household's rows for an hour from now. Its people read of it, and why, in their feed."""
    if not by.is_active or not by.is_staff:
        raise DomainError(_("Only Kitchen staff can enter a household that is not theirs."))
    reason = " ".join(reason.split())
    if not reason:
        raise DomainError(_("Say why you enter this household."), field="reason")
    tenancy.narrow(household.pk)
    close_overdue(household)
    entry = StaffEntry.objects.create(household=household, staff=by, reason=reason)
    record(household, "staff.entered", by=by, subject=entry.pk, facts={"reason": reason})
    return entry


def open_entry(id: UUID, *, of: User) -> StaffEntry | None:
    """An entry of this member of staff that has not ended; its household must be in scope."""
    since = timezone.now() - ENTRY_LASTS
    entries = StaffEntry.objects.select_related("household")
    return entries.filter(pk=id, staff=of, left_at=None, entered_at__gt=since).first()


def end_entry(id: UUID, *, by: User) -> None:
    """End an entry now. Leaving twice is the same as leaving once."""
    StaffEntry.objects.filter(pk=id, staff=by, left_at=None).update(left_at=timezone.now())


def close_overdue(household: Household) -> None:
    """Entries that nobody left ended by themselves after their hour: write down when."""
    overdue = StaffEntry.objects.filter(household=household, left_at=None, entered_at__lte=timezone.now() - ENTRY_LASTS)
    overdue.update(left_at=F("entered_at") + ENTRY_LASTS)
