"""What is bought regularly, as it is shown."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import Household
from pantry.queries.foods import food
from shopping.models import RecurringItem
from shopping.recurrence import told_every
from shopping.wanted import told

PLAIN, WEEK = "🛍️", 7


@dataclass(frozen=True)
class RecurringRow:
    """`when` is in words; `waits` is for its list, which was put aside."""

    recurring: RecurringItem
    emoji: str
    amount: str
    every: str
    when: str
    paused: bool
    waits: bool


def recurring_rows(household: Household, today: date) -> list[RecurringRow]:
    """What comes next first, what is paused last. One query."""
    rows = RecurringItem.objects.filter(household=household).select_related("shopping_list")
    found = [_row(row, today) for row in rows.order_by("next_on", "name_key", "pk")]
    return sorted(found, key=lambda row: row.paused)


def _row(row: RecurringItem, today: date) -> RecurringRow:
    known = food(row.food_ref)
    return RecurringRow(
        recurring=row,
        emoji=known.emoji if known else PLAIN,
        amount=told(row.quantity, row.unit),
        every=told_every(row.every, row.period),
        when=day_in_words(row.next_on, today),
        paused=row.stopped_at is not None,
        waits=row.shopping_list.archived_at is not None,
    )


def day_in_words(day: date, today: date) -> str:
    """As "today", "tomorrow", "Friday" within a week, else the date."""
    ahead = (day - today).days
    if ahead in (0, 1):
        return _("tomorrow") if ahead else _("today")
    return date_format(day, "l" if 0 < ahead < WEEK else "MONTH_DAY_FORMAT")
