"""Who is shopping, where, with which list."""

from accounts.models import Household, User
from shopping.models import ShoppingTrip


def open_trip_of(household: Household, person: User | None) -> ShoppingTrip | None:
    """The trip that somebody is on: what they tick was bought on it. One query; nobody is on none."""
    if person is None:
        return None
    open_ones = ShoppingTrip.objects.filter(household=household, by=person, ended_at=None)
    return open_ones.select_related("store", "shopping_list").first()
