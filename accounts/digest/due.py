"""Which households are to be told now. It looks across all of them, so it looks as the owner, and tells ids only."""

from collections import defaultdict
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from accounts.digest.claims import free_at
from accounts.digest.clock import due_day
from accounts.digest.wanting import TOLD, channels
from accounts.models import Channel, DigestDelivery, Household, Membership, PushSubscription
from kitchen.zones import zone


def due_households(now: datetime) -> list[tuple[UUID, date]]:
    """Household and its day, where the hour has come and somebody has not been told yet."""
    places = Household.objects.using("owner").order_by().values_list("time_zone", "digest_hour").distinct()
    here: dict[date, Q] = defaultdict(Q)
    for name, hour in places:
        if day := due_day(now, zone(name), hour):
            here[day] |= Q(household__time_zone=name, household__digest_hour=hour)
    return [(household, day) for day, there in here.items() for household in _waiting(there, day, now)]


def _waiting(there: Q, day: date, now: datetime) -> list[UUID]:
    browser = Exists(PushSubscription.objects.using("owner").filter(user=OuterRef("user")))
    by_mail = Q(user__preferences__digest=True) & ~_told(day, Channel.MAIL, now)
    by_push = browser & ~_told(day, Channel.PUSH, now)
    people = Membership.objects.using("owner").filter(there, role__in=TOLD, user__is_active=True)
    asked = people.filter(by_mail | by_push).order_by("household_id").annotate(has_browser=browser)
    rows = asked.values_list("household_id", "household__code", "user__preferences", "has_browser")
    return list(dict.fromkeys(id for id, code, kept, has in rows if channels(kept, code, has_browser=has)))


def _told(day: date, channel: Channel, now: datetime) -> Exists:
    """Whether it is done, or just being done."""
    mine = DigestDelivery.objects.using("owner").filter(
        household=OuterRef("household"), user=OuterRef("user"), day=day, channel=channel
    )
    return Exists(mine.exclude(free_at(now)))
