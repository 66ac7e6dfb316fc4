"""What is left of a dish, as a lot: portions in a place, good for as long as leftovers keep there."""

from datetime import date
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kitchen.units import Quantity
from pantry.dates import Dates, bought
from pantry.models import DateKind, FoodId, Place, Storage
from pantry.queries.foods import food_called
from pantry.queries.keeping import keeps
from pantry.services.new_lots import LONGEST_NAME, NewLot
from recipes.models import Recipe

# The food of the catalogue that knows for how long what was cooked keeps.
LEFTOVERS = "leftovers"


def leftovers() -> FoodId | None:
    return food_called(LEFTOVERS)


def good_until(place: Place, today: date) -> date | None:
    """An estimate; None where nobody knows: what was cooked keeps in no cupboard."""
    frozen = today if place.storage == Storage.FREEZER else None
    return bought(Dates(frozen_on=frozen), place.storage, today, keeps(leftovers())).use_by


def kept_until(place: Place, today: date) -> str:
    until = good_until(place, today)
    if until is None:
        return place.name
    return _("%(place)s, about until %(day)s") % {"place": place.name, "day": date_format(until, "j M")}


def leftover_lot(recipe: Recipe, portions: Decimal, place: Place, today: date, *, use_by: date | None = None) -> NewLot:
    """`use_by` is what somebody says; else it is estimated, and says so."""
    return NewLot(
        name=recipe.name[:LONGEST_NAME],
        quantity=Quantity(portions, "portion"),
        place=place,
        storage=place.storage,
        food_id=leftovers(),
        frozen=today if place.storage == Storage.FREEZER else None,
        use_by=use_by,
        date_kind=DateKind.ESTIMATED if use_by else "",
    )
