"""Messages in the browsers of those at home: somebody goes shopping, somebody is done.

Read, then send with no transaction open, then write down what became of it, each person by themselves. What cannot be
sent now is worth nothing later, and is not tried again.
"""

from datetime import datetime
from uuid import UUID

import structlog
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership, PushSubscription, User
from accounts.preferences import preferences_of
from accounts.push.browsers import addresses_of, browsers_of, note_arrivals
from accounts.push.keys import packed
from accounts.push.sending import Address, Message, send
from accounts.roles import TABLE
from kitchen import tenancy
from kitchen.tasks import task
from shopping.models import ShoppingTrip
from shopping.queries.trip import counts_of

GOING, DONE = "going", "done"
# Who has not heard of it within half an hour need not any more.
KEPT = 30 * 60
log = structlog.get_logger("kitchen.shopping")


def queue_telling(trip: ShoppingTrip, news: str) -> None:
    """In the transaction in which it happens."""
    tell_trip.defer(household=str(trip.household_id), trip=str(trip.pk), news=news)


@task()
def tell_trip(household: str, trip: str, news: str) -> None:
    """No scope around it: messages leave while no transaction is open."""
    tell_others(UUID(household), UUID(trip), news, timezone.now())


def tell_others(household: UUID, trip: UUID, news: str, now: datetime) -> int:
    """Everybody else who lives there, wants it and has a browser. In how many a message arrived."""
    return sum(_tell(household, person, trip, news, now) for person in _others(household, trip))


def _others(household: UUID, trip: UUID) -> list[UUID]:
    with tenancy.scope(household=household, reads_only=True):
        here = Membership.objects.filter(household=household, role__in=TABLE, user__is_active=True)
        shopper = ShoppingTrip.objects.filter(household=household, pk=trip).values("by_id")
        return list(here.exclude(user__in=shopper).values_list("user_id", flat=True))


def _tell(household: UUID, person: UUID, trip: UUID, news: str, now: datetime) -> int:
    """What goes wrong with one person's browsers keeps nobody else from hearing."""
    try:
        with tenancy.scope(household=household, person=person):
            message, browsers = _message(trip, person, news)
        if message is None:
            return 0
        topic = packed(trip.bytes)
        arrived = {row: send(address, message, topic=topic, kept=KEPT) for row, address in browsers.items()}
        with tenancy.scope(household=household, person=person):
            note_arrivals(arrived, now)
    except Exception:
        log.exception("trip.not_told", household=str(household))
        return 0
    return len(arrived)


def _message(id: UUID, person_id: UUID, news: str) -> tuple[Message | None, dict[PushSubscription, Address]]:
    """Nothing of a trip that is over already, or on which nothing was bought."""
    trips = ShoppingTrip.objects.select_related("household", "shopping_list", "store", "by")
    trip, person = trips.filter(pk=id).first(), User.objects.get(pk=person_id)
    if trip is None or not _wants(person, trip):
        return None, {}
    bought, left = counts_of(trip)
    if (news == GOING and trip.ended_at) or (news == DONE and not bought):
        return None, {}
    with translation.override(person.language):
        title, body = _going(trip) if news == GOING else _done(trip, bought, left)
    url = reverse("shopping:list.show", kwargs={"code": trip.household.code, "id": trip.shopping_list_id})
    return Message(title, body, url, tag=f"trip-{trip.pk}"), addresses_of(browsers_of(person))


def _wants(person: User, trip: ShoppingTrip) -> bool:
    chosen = preferences_of(person)
    return chosen.trips and trip.household.code not in chosen.digest_off


def _going(trip: ShoppingTrip) -> tuple[str, str]:
    words = {"name": trip.by.called, "list": trip.shopping_list.name, "store": trip.store.name if trip.store else ""}
    body = _("%(list)s at %(store)s: is anything missing?") if trip.store else _("%(list)s: is anything missing?")
    return _("%(name)s is going shopping") % words, body % words


def _done(trip: ShoppingTrip, bought: int, left: int) -> tuple[str, str]:
    title = _("%(name)s is done shopping") % {"name": trip.by.called}
    words = {"list": trip.shopping_list.name, "count": bought}
    body = ngettext("%(list)s: %(count)d thing bought.", "%(list)s: %(count)d things bought.", bought) % words
    if not left:
        return title, body
    rest = ngettext("%(count)d thing is still open.", "%(count)d things are still open.", left) % {"count": left}
    return title, _("%(body)s %(rest)s") % {"body": body, "rest": rest}
