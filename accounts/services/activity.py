from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, Household, User
from accounts.services.notice import announce
from accounts.verbs import BROUGHT, verbs
from kitchen.errors import DomainError


def record(
    household: Household,
    verb: str,
    *,
    by: User | None,
    subject: UUID | None = None,
    facts: dict[str, Any] | None = None,
) -> Activity:
    """A line of the feed, in the transaction of the change it tells of; every open page's feed follows."""
    if verbs.get(verb) is None:
        raise ValueError(f"the verb {verb!r} is not registered")
    number = announce(household, "feed")
    return Activity.objects.create(
        household=household, number=number, actor=by, verb=verb, subject=subject, facts=facts or {}
    )


def undo_activity(activity: Activity, *, by: User) -> Activity:
    """Call the inverse that the verb registered, once. Refuses what cannot be, or has been, undone."""
    # The household first, as everything that changes its people does: two orders would wait for each other.
    Household.objects.select_for_update(no_key=True).get(pk=activity.household_id)
    locked = Activity.objects.select_for_update(of=("self",)).get(pk=activity.pk)
    verb = verbs.get(locked.verb)
    if verb is None or verb.undo is None:
        raise DomainError(_("This cannot be undone."))
    if BROUGHT in locked.facts:
        raise DomainError(_("This happened before the household was brought here: it cannot be undone."))
    if locked.undone_at:
        raise DomainError(_("This has been undone already."))
    verb.undo(locked, by)
    locked.undone_at, locked.undone_by = timezone.now(), by
    locked.save(update_fields=["undone_at", "undone_by"])
    announce(locked.household, "feed")
    return locked
