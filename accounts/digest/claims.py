"""Once a day, person and channel: who sends first says so, and nobody sends what was sent."""

from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F, Q

from accounts.models import Channel, DeliveryState, DigestDelivery, Household, User

# So long a try may take; `ended_at` of a claimed row is when its claim ends, and another may try.
HELD = timedelta(minutes=10)
MOST_TRIES = 3


def free_at(now: datetime) -> Q:
    """The condition that a delivery was begun, and that nobody is at it."""
    return Q(state=DeliveryState.CLAIMED) & (Q(ended_at=None) | Q(ended_at__lte=now))


def claim(household: Household, person: User, day: date, channel: Channel, now: datetime) -> DigestDelivery | None:
    """The delivery, if it is ours to send now: to be called in a scope of its own, which commits before the sending."""
    key = {"household": household, "user": person, "day": day, "channel": channel}
    kept = DigestDelivery.objects.filter(**key)
    if not kept.exists():
        try:
            with transaction.atomic():
                return DigestDelivery.objects.create(**key, tries=1, ended_at=now + HELD)
        except IntegrityError:
            return None  # another worker was quicker
    left = kept.filter(free_at(now))
    left.filter(tries__gte=MOST_TRIES).update(state=DeliveryState.FAILED, ended_at=now)
    took = left.filter(tries__lt=MOST_TRIES).update(tries=F("tries") + 1, ended_at=now + HELD)
    return kept.get() if took else None


def settle(delivery: DigestDelivery, state: DeliveryState, now: datetime) -> None:
    DigestDelivery.objects.filter(pk=delivery.pk).update(state=state, ended_at=now)


def put_off(delivery: DigestDelivery, now: datetime, until: datetime) -> None:
    """It did not leave, and may later; the last try that failed is the end of it."""
    if delivery.tries >= MOST_TRIES:
        settle(delivery, DeliveryState.FAILED, now)
    else:
        DigestDelivery.objects.filter(pk=delivery.pk).update(ended_at=until)
