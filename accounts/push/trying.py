"""A message that says nothing but that messages arrive."""

from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import PushSubscription
from accounts.push.browsers import addresses_of, note_arrivals
from accounts.push.keys import packed
from accounts.push.sending import Arrival, Message, send
from kitchen import tenancy


def try_browser(person: UUID, browser: UUID, now: datetime) -> Arrival | None:
    """What the push service said; None where the browser has been forgotten meanwhile."""
    with tenancy.scope(person=person):
        row = PushSubscription.objects.select_related("user").filter(pk=browser).first()
        if row is None:
            return None
        with translation.override(row.user.language):
            message = _message()
    arrived = send(addresses_of([row])[row], message, topic=packed(row.pk.bytes))
    with tenancy.scope(person=person):
        note_arrivals({row: arrived}, now)
    return arrived


def _message() -> Message:
    return Message(
        title=_("Messages arrive here"),
        body=_("Your kitchen tells you once a day what to eat first, and nothing on other days."),
        url=reverse("accounts:preference.edit"),
        tag="test",
    )
