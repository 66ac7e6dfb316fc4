"""Telling a household its day: decide and claim, then send with no transaction open, then write down what became of it.

A worker that dies between claiming and sending leaves a claim that ends by itself; another then tries again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused
from uuid import UUID

import structlog
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone

from accounts.digest.claims import claim, put_off, settle
from accounts.digest.letter import letter_of, message_of, topic_of
from accounts.digest.sections import as_read_by, digest_of
from accounts.digest.wanting import TOLD, channels
from accounts.models import Channel, DeliveryState, DigestDelivery, Household, Membership, PushSubscription, User
from accounts.push.browsers import addresses_of, browsers_of, note_arrivals
from accounts.push.sending import Address, Arrival, Message, send
from kitchen import tenancy
from kitchen.zones import zone

# After a failure that may pass: not at once, and not after the morning.
AGAIN = timedelta(minutes=15)
log = structlog.get_logger("kitchen.digest")


@dataclass
class Outgoing:
    """What one person is sent by one channel, and what became of it in each browser."""

    delivery: DigestDelivery
    letter: EmailMultiAlternatives | None = None
    message: Message | None = None
    browsers: dict[PushSubscription, Address] = field(default_factory=dict)
    arrived: dict[PushSubscription, Arrival] = field(default_factory=dict)
    state: DeliveryState = DeliveryState.CLAIMED


def tell_household(household: UUID, day: date, now: datetime) -> list[Outgoing]:
    """Everybody of the household who wants it and has not been told of `day`. Called outside of any scope."""
    return [sent for person in people_of(household) for sent in _tell(household, person, day, now)]


def people_of(household: UUID) -> list[UUID]:
    with tenancy.scope(household=household, reads_only=True):
        people = Membership.objects.filter(household=household, role__in=TOLD, user__is_active=True)
        return list(people.values_list("user_id", flat=True))


def _tell(household: UUID, person: UUID, day: date, now: datetime) -> list[Outgoing]:
    """What goes wrong with one person's keeps nobody else from theirs."""
    try:
        with tenancy.scope(household=household, person=person):
            outgoing = list(_claimed(household, person, day, now))
        for one in outgoing:
            _send(one)
        with tenancy.scope(household=household, person=person):
            for one in outgoing:
                _write_down(one, now)
    except Exception:
        log.exception("digest.failed", household=str(household), day=str(day))
        return []
    return outgoing


def _claimed(household_id: UUID, person_id: UUID, day: date, now: datetime) -> Iterator[Outgoing]:
    """What is ours to send. Of a day without anything to tell it is written down that there was nothing."""
    household = Household.objects.get(pk=household_id)
    person = User.objects.get(pk=person_id)
    browsers = browsers_of(person)
    wanted = channels(person.preferences, household.code, has_browser=bool(browsers))
    deliveries = [won for channel in wanted if (won := claim(household, person, day, channel, now))]
    if not deliveries:
        return
    with as_read_by(person, household):
        # What is told is true when it is told: late in the night that is the next day.
        digest = digest_of(household, person, timezone.localdate(now, zone(household.time_zone)))
        for delivery in deliveries:
            if digest is None:
                settle(delivery, DeliveryState.NOTHING, now)
            elif delivery.channel == Channel.MAIL:
                yield Outgoing(delivery, letter=letter_of(digest))
            else:
                yield Outgoing(delivery, message=message_of(digest), browsers=addresses_of(browsers))


def _send(one: Outgoing) -> None:
    if one.letter is not None:
        one.state = _post(one.letter)
    elif one.message is not None:
        topic = topic_of(one.delivery.household_id)
        one.arrived = {row: send(address, one.message, topic=topic) for row, address in one.browsers.items()}
        one.state = _taken_together(set(one.arrived.values()))


def _post(letter: EmailMultiAlternatives) -> DeliveryState:
    try:
        letter.send()
    except SMTPRecipientsRefused:
        return DeliveryState.FAILED
    except (SMTPException, OSError) as error:
        log.warning("digest.mail_failed", why=type(error).__name__)
        return DeliveryState.CLAIMED
    return DeliveryState.SENT


def _taken_together(arrivals: set[Arrival]) -> DeliveryState:
    """Told in one browser is told: to try the others again would say it twice."""
    if Arrival.TAKEN in arrivals:
        return DeliveryState.SENT
    return DeliveryState.CLAIMED if Arrival.LATER in arrivals else DeliveryState.FAILED


def _write_down(one: Outgoing, now: datetime) -> None:
    note_arrivals(one.arrived, now)
    if one.state == DeliveryState.CLAIMED:
        put_off(one.delivery, now, now + AGAIN)
    else:
        settle(one.delivery, one.state, now)
