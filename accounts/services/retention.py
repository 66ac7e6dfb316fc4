"""What is forgotten, and after how long. It reaches across households, so it runs as the owner and never by a door."""

from datetime import datetime, timedelta
from typing import Any, cast

from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts.models import DigestDelivery, HouseholdFile, Invitation, Notice, SecurityEvent, StoredFile, StoredPart
from kitchen.models import Stone
from kitchen.partitions.months import later, month_of
from kitchen.tenancy.tables import rule_of

# A page that slept longer loads itself again.
NOTICES_KEPT = timedelta(days=7)
# So that a household can see for a while what became of an invitation.
INVITATIONS_KEPT = timedelta(days=30)
# That a day was told is asked about on that day only; a while longer it answers "I got no mail".
DELIVERIES_KEPT = timedelta(days=30)
# What happened to an account is asked about when something is found to be wrong, which takes its time.
EVENTS_KEPT = timedelta(days=365)
# So that it can be fetched on another device, or tomorrow.
HOUSEHOLD_FILES_KEPT = timedelta(days=2)
# So that undoing finds the file of a picture, and an import that is beginning keeps what it brought.
FILES_KEPT = timedelta(days=2)


def forget_old(now: datetime) -> dict[str, int]:
    """Delete what is past its time at `now`; how many rows of each kind went."""
    invitations = Q(expires_at__lt=now - INVITATIONS_KEPT) | Q(revoked_at__lt=now - INVITATIONS_KEPT)
    gone = {
        "sessions": Session.objects.using("owner").filter(expire_date__lt=now),
        "notices": Notice.objects.using("owner").filter(created_at__lt=now - NOTICES_KEPT),
        "deliveries": DigestDelivery.objects.using("owner").filter(day__lt=(now - DELIVERIES_KEPT).date()),
        "invitations": Invitation.objects.using("owner").filter(invitations),
        "events": SecurityEvent.objects.using("owner").filter(happened_at__lt=now - EVENTS_KEPT),
        "household files": HouseholdFile.objects.using("owner").filter(created_at__lt=now - HOUSEHOLD_FILES_KEPT),
        "files": files_of_nobody().filter(created_at__lt=now - FILES_KEPT),
    }
    return {**{kind: rows.delete()[0] for kind, rows in gone.items()}, "audit": _forget_audit(now)}


def _forget_audit(now: datetime) -> int:
    """Whole months, as of tables that are cut by month; an anonymous stone says how many rows went."""
    if not settings.AUDIT_MONTHS:
        return 0
    since = later(month_of(now), -settings.AUDIT_MONTHS)
    histories = [cast("Any", model) for model in apps.get_models() if (rule := rule_of(model)) and rule.history]
    gone: int = sum(
        model.objects.using("owner").filter(pgh_created_at__date__lt=since).delete()[0] for model in histories
    )
    if gone:
        Stone.objects.using("owner").create(what="audit", rows=gone, erased_at=timezone.now())
    return gone


def files_of_nobody() -> QuerySet[StoredFile]:
    """Those that no row of any table points to."""
    used: Any = Q(pk__in=[])
    for link in StoredFile._meta.get_fields(include_hidden=True):
        if link.one_to_many and link.related_model is not StoredPart:
            rows, column = cast("Any", link.related_model), cast("Any", link).field.attname
            used |= Exists(rows.objects.using("owner").filter(**{column: OuterRef("pk")}))
    return StoredFile.objects.using("owner").exclude(used)
