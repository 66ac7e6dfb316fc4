"""How far a household's numbered notices go, and which are new to a reader."""

from dataclasses import dataclass
from uuid import UUID

from accounts.models import Notice, NoticeCounter


@dataclass(frozen=True)
class Change:
    """What a page has to draw again: something of `kind`, one thing of it or (without `subject`) all."""

    kind: str
    subject: UUID | None


def last_number(household_id: UUID) -> int:
    """The number of the newest notice; 0 when there never was one."""
    last: int | None = NoticeCounter.objects.filter(pk=household_id).values_list("last", flat=True).first()
    return last or 0


def changes_between(household_id: UUID, since: int, to: int) -> list[Change] | None:
    """The distinct changes numbered `since` + 1 to `to`, in order; None when not all of them are kept any more."""
    if since > to:
        return None
    notices = Notice.objects.filter(household_id=household_id, number__gt=since, number__lte=to).order_by("number")
    found = [Change(kind, subject) for kind, subject in notices.values_list("kind", "subject")]
    # Numbers have no gaps: fewer than asked for means that the oldest were forgotten.
    return list(dict.fromkeys(found)) if len(found) == to - since else None
