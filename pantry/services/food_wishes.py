"""What a household wants of a food: never less than so much of it, and to be told so many days ahead."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Household, User
from kitchen.errors import DomainError
from kitchen.units import UNITS, Quantity, tell
from pantry.models import FoodId, OwnFood
from pantry.models.own_food import MOST_LEAD_DAYS
from pantry.services.food_keeping import changing, known
from pantry.services.ledger import kept


def set_minimum(household: Household, ref: FoodId, least: Quantity | None, *, by: User) -> OwnFood:
    """None where there may be none of it."""
    if least is not None:
        least = kept(least)
        if least.unit not in UNITS:
            raise DomainError(_("Choose a unit."), field="unit")
    with changing(household, by) as change:
        food = known(ref)
        row = change.row(food.id)
        row.minimum, row.minimum_unit = (least.amount, least.unit) if least else (None, "")
        if least:
            change.tell("food.minimum", row, name=food.name, amount=tell(least))
        else:
            change.tell("food.minimum_off", row, name=food.name)
        return row


def set_lead_days(household: Household, ref: FoodId, days: int | None, *, by: User) -> OwnFood:
    """How many days before its date the household is told of it; None as for its category."""
    _check_days(days)
    with changing(household, by) as change:
        food = known(ref)
        row = change.row(food.id)
        row.lead_days = days
        change.tell("food.lead_days", row, name=food.name)
        return row


@transaction.atomic
def set_wishes(household: Household, ref: FoodId, least: Quantity | None, days: int | None, *, by: User) -> OwnFood:
    set_minimum(household, ref, least, by=by)
    return set_lead_days(household, ref, days, by=by)


def _check_days(days: int | None) -> None:
    if days is not None and not 0 <= days <= MOST_LEAD_DAYS:
        raise DomainError(_("Give at most 60 days."), field="lead_days")
