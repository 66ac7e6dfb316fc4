"""What people named when they moved in, onto the shelves."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from accounts.models import Household, User
from accounts.queries.onboarding import THINGS_KEY
from accounts.services.membership import lock_household
from accounts.services.person import keep_preferences
from pantry.models import StockItem
from pantry.queries.day import today_in
from pantry.services.new_lots import LONGEST_NAME, NewLot, new_lots
from pantry.services.stock import add_stock


def take_first_things(household: Household, things: Sequence[str], by: User, operation: UUID) -> list[StockItem]:
    """Each as it would be typed; what cannot be read so is put there by its bare words, as nothing may get lost."""
    today = today_in(household)
    lots: list[NewLot] = []
    for thing in things:
        read, wrong = new_lots(thing, household, today=today)
        lots += read + [NewLot(entry.text[:LONGEST_NAME]) for entry in wrong]
    return add_stock(household, lots, by=by, operation=operation) if lots else []


@transaction.atomic
def unpack_first_things(household: Household, *, by: User, operation: UUID) -> list[StockItem]:
    """What is kept for this person, onto the shelves of a household; asked twice, it is there once."""
    locked = lock_household(household)
    person = User.objects.select_for_update(no_key=True).get(pk=by.pk)
    things = person.preferences.get(THINGS_KEY, [])
    if not things:
        return []
    keep_preferences(by, **{THINGS_KEY: []})
    return take_first_things(locked, things, by, operation)
