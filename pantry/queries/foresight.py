"""Which date a lot would get by what somebody is about to do with it, told before it is done."""

from collections.abc import Callable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kitchen.errors import DomainError
from pantry.dates import THAWED, Dates, frozen, moved, opened, thawed
from pantry.models import DateWhy, Place, StockItem, Storage
from pantry.queries.day import days_in_words
from pantry.queries.keeping import dates_of, keeps_of


def if_opened(lot: StockItem, place: Place, today: date) -> str:
    lives = keeps_of(lot)

    def open_there(dates: Dates) -> Dates:
        return opened(moved(dates, lot.place.storage, place.storage, today, lives), place.storage, today, lives)

    return _told(lot, open_there)


def if_frozen(lot: StockItem, today: date) -> str:
    return _told(lot, lambda dates: frozen(dates, today, keeps_of(lot)))


def if_thawed(lot: StockItem, place: Place, today: date) -> str:
    return _told(lot, lambda dates: thawed(dates, place.storage, today, keeps_of(lot)))


def was_thawed(lot: StockItem) -> bool:
    """It would be frozen a second time."""
    return dates_of(lot).state == THAWED and lot.place.storage != Storage.FREEZER


def cold(places: list[Place]) -> list[Place]:
    return [place for place in places if place.storage == Storage.FREEZER]


def warm(places: list[Place]) -> list[Place]:
    """Where something thaws, fridges first."""
    found = [place for place in places if place.storage != Storage.FREEZER]
    return sorted(found, key=lambda place: place.storage != Storage.FRIDGE)


def open_places(lot: StockItem, places: list[Place]) -> list[Place]:
    """Where an open package may lie: anywhere but in a freezer, unless it lies there."""
    return [place for place in places if place.storage != Storage.FREEZER or place.pk == lot.place_id]


def place_when_open(lot: StockItem, places: list[Place]) -> Place:
    """Where an open package belongs: into the fridge, if its food keeps open there and nobody says so of here."""
    lives, here = keeps_of(lot), lot.place
    if here.storage != Storage.PANTRY or (here.storage, "opened") in lives or ("fridge", "opened") not in lives:
        return here
    return next((place for place in places if place.storage == Storage.FRIDGE), here)


def _told(lot: StockItem, change: Callable[[Dates], Dates]) -> str:
    former = dates_of(lot).told()
    try:
        dates = change(former)
    except DomainError as refusal:
        return str(refusal)
    if dates.use_by is None:
        return _("Then it has no date: it is not known how long it keeps so.")
    words = {"day": date_format(dates.use_by, "D j M Y"), "days": days_in_words(dates.date_days or 0)}
    if dates.use_by == former.use_by:
        return _("Its date stays: %(day)s.") % words
    if dates.date_why == DateWhy.PRINTED or dates.date_days is None:
        return _("Then it is good until %(day)s.") % words
    return _("Then it is good until %(day)s: so it keeps %(days)s.") % words
