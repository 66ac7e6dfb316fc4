"""How often one thing was bought so far."""

from pantry.queries.day import today_in
from pantry.queries.foods import book
from shopping.company import Key
from shopping.models import Period, ShoppingListItem
from shopping.queries.bought import bought
from shopping.recurrence import as_period
from shopping.rhythm import rhythm


def rhythm_of(item: ShoppingListItem) -> tuple[int, Period] | None:
    """As a number of days, weeks or months; None where too little was bought to tell."""
    today = today_in(item.household)
    key: Key = item.name_key if item.food_ref is None else book().meant(item.food_ref)
    found = bought(item.household, today).get(key)
    known = rhythm(found.days, today.toordinal()) if found else None
    return as_period(known.every) if known else None
