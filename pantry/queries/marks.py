"""What has been done to a lot, in a word or two: opened on Thursday, frozen in May."""

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from pantry.models import StockItem, Storage

# The days of the last week are told by their names.
NAMED_DAYS = 7
TODAY: dict[str, Any] = {
    "opened": _("opened today"),
    "frozen": _("frozen today"),
    "thawed": _("thawed today"),
}
BEFORE: dict[str, Any] = {
    "opened": _("opened %(day)s"),
    "frozen": _("frozen %(day)s"),
    "thawed": _("thawed %(day)s"),
}


def marks_of(lot: StockItem, today: date) -> list[str]:
    """What is true of it now: thawed food is not frozen any more, and what lies in no freezer neither."""
    is_frozen = lot.frozen_on and not lot.thawed_on and lot.place.storage == Storage.FREEZER
    told = {"opened": lot.opened_on, "frozen": lot.frozen_on if is_frozen else None, "thawed": lot.thawed_on}
    return [_when(what, day, today) for what, day in told.items() if day]


def _when(what: str, day: date, today: date) -> str:
    if day >= today:
        return str(TODAY[what])
    told = date_format(day, "l") if (today - day).days < NAMED_DAYS else date_format(day, "j M")
    return str(BEFORE[what]) % {"day": told}
