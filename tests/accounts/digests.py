"""Households with something to eat first, and people who want to be told."""

from datetime import UTC, date, datetime
from typing import Any

from accounts.models import DigestDelivery, Household, PushSubscription, User
from accounts.push.browsers import key_of
from accounts.push.sending import Address
from tests.database import as_owner
from tests.factories import StockItemFactory

DAY = date(2026, 11, 21)
# Seven in the morning in UTC, where households of the tests live unless they say otherwise.
NOW = datetime(2026, 11, 21, 7, tzinfo=UTC)


def wants(user: User, *, digest: bool = True, **preferences: Any) -> User:
    """Keeps these among the person's preferences."""
    with as_owner():
        kept = User.objects.get(pk=user.pk)
        kept.preferences |= {"digest": digest, **preferences}
        kept.save(update_fields=["preferences"])
    user.preferences = kept.preferences
    return user


def spinach(household: Household, use_by: date = DAY, **fields: Any) -> Any:
    return StockItemFactory(household=household, name="Spinach", use_by=use_by, **{"amount": 400, **fields})


def listens(user: User, address: Address, **fields: Any) -> PushSubscription:
    """The person's browser at that address."""
    with as_owner():
        return PushSubscription.objects.create(
            user=user,
            endpoint=address.endpoint,
            endpoint_key=key_of(address.endpoint),
            p256dh=address.p256dh,
            auth=address.auth,
            device="Firefox on Linux",
            **fields,
        )


def deliveries(**which: Any) -> list[tuple[str, str, int]]:
    """Channel, state and tries of each, in a fixed order."""
    with as_owner():
        rows = DigestDelivery.objects.filter(**which).order_by("day", "user__name", "channel")
        return list(rows.values_list("channel", "state", "tries"))
