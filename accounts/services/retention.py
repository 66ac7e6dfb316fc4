"""What is forgotten, and after how long. It reaches across households, so it runs as the owner and never by a door."""

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.db.models import Q

from accounts.models import DigestDelivery, Invitation, Notice

# A page that slept longer loads itself again.
NOTICES_KEPT = timedelta(days=7)
# So that a household can see for a while what became of an invitation.
INVITATIONS_KEPT = timedelta(days=30)
# That a day was told is asked about on that day only; a while longer it answers "I got no mail".
DELIVERIES_KEPT = timedelta(days=30)


def forget_old(now: datetime) -> dict[str, int]:
    """Delete what is past its time at `now`; how many rows of each kind went."""
    invitations = Q(expires_at__lt=now - INVITATIONS_KEPT) | Q(revoked_at__lt=now - INVITATIONS_KEPT)
    gone = {
        "sessions": Session.objects.using("owner").filter(expire_date__lt=now),
        "notices": Notice.objects.using("owner").filter(created_at__lt=now - NOTICES_KEPT),
        "deliveries": DigestDelivery.objects.using("owner").filter(day__lt=(now - DELIVERIES_KEPT).date()),
        "invitations": Invitation.objects.using("owner").filter(invitations),
    }
    return {kind: rows.delete()[0] for kind, rows in gone.items()}
