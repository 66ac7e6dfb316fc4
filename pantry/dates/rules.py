"""What buying, opening, freezing, thawing and moving make of a lot's dates.

Printed "use by" is a wall: nothing extends it but freezing before it. Printed "best before" passes softly, and is not
extended by opening either. Thawing begins a short time of its own. What is past its date stays past it.
"""

from dataclasses import replace
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kitchen.errors import DomainError
from pantry.catalogue import FREEZER, OPENED, SEALED, THAWED
from pantry.dates.lives import Lives, frozen_days, opened_days, thawed_days
from pantry.dates.state import FROZEN, PRINTED_KINDS, Dates
from pantry.models import DateKind, DateWhy


def bought(said: Dates, storage: str, today: date, lives: Lives) -> Dates:
    """A new lot: what was said of its dates stands, the rest is estimated from how long it keeps there."""
    dates = said.told() if said.use_by else _kept(said, storage, today, lives)
    if dates.opened_on and dates.state != FROZEN:
        return _sooner(dates, dates.opened_on, opened_days(lives, storage))
    return dates


def opened(dates: Dates, storage: str, today: date, lives: Lives) -> Dates:
    """Sooner, if it keeps less long open than it would have kept; never later."""
    if dates.opened_on:
        raise DomainError(_("It has been opened already: %(day)s.") % {"day": in_words(dates.opened_on)})
    opened = replace(dates.told(), opened_on=today)
    days = lives.get((FREEZER, OPENED)) if storage == FREEZER else opened_days(lives, storage)
    return _sooner(opened, today, days)


def frozen(dates: Dates, today: date, lives: Lives) -> Dates:
    """From today on it keeps as long as in the freezer; what is past its date already gains nothing by it."""
    dates = dates.told()
    if dates.walled and dates.printed_on and dates.printed_on < today:
        raise DomainError(
            _("It is past its use-by date (%(day)s): freezing does not make it good again. Throw it away.")
            % {"day": in_words(dates.printed_on)}
        )
    now = replace(dates, frozen_on=today, thawed_on=None)
    if dates.use_by and dates.use_by < today:
        return now
    days = frozen_days(lives, opened=dates.opened_on is not None)
    sealed = dates.date_why == DateWhy.PRINTED and dates.date_kind == DateKind.BEST_BEFORE
    if sealed and dates.use_by and (days is None or dates.use_by >= today + timedelta(days=days)):
        return now
    if days is None:
        return replace(now, use_by=None, date_kind="", date_why=DateWhy.FROZEN, date_days=None)
    return now.reckoned(today + timedelta(days=days), DateWhy.FROZEN, days)


def thawed(dates: Dates, storage: str, today: date, lives: Lives) -> Dates:
    """A short time from today on, whatever the package says; what is past its date stays so."""
    dates = dates.told()
    days = thawed_days(lives, storage, opened=dates.opened_on is not None)
    now, until = replace(dates, thawed_on=today), today + timedelta(days=days)
    if dates.use_by and dates.use_by < until:
        return now
    return now.reckoned(until, DateWhy.THAWED, days)


def moved(dates: Dates, came: str, goes: str, today: date, lives: Lives) -> Dates:
    """From one kind of storage to another: into the freezer it is frozen, out of it it thaws, else estimated anew."""
    if came == goes:
        return dates
    if goes == FREEZER:
        return frozen(dates, today, lives)
    return thawed(dates, goes, today, lives) if came == FREEZER else _carried(dates.told(), goes, today, lives)


def printed(dates: Dates, on: date | None, kind: str) -> Dates:
    """As the package turns out to say. A date that came from it follows; one of an open package comes no later."""
    kind = (kind if kind in PRINTED_KINDS else DateKind.USE_BY) if on else ""
    former, now = dates.told(), replace(dates.told(), printed_on=on, printed_kind=kind)
    if (on, kind) == (former.printed_on, former.printed_kind):
        return former
    if on is None:
        return replace(now, use_by=None, date_kind="", date_why="") if former.date_why == DateWhy.PRINTED else now
    own = former.date_why in (DateWhy.OPENED, DateWhy.FROZEN, DateWhy.THAWED, DateWhy.SAID)
    if own and former.use_by and (former.use_by <= on or former.frozen_on):
        return now
    return replace(now, use_by=on, date_kind=kind, date_why=DateWhy.PRINTED, date_days=None)


def said(dates: Dates, use_by: date | None) -> Dates:
    """As somebody sets it by hand."""
    dates = dates.told()
    if use_by is None:
        return replace(dates, use_by=None, date_kind="", date_why="", date_days=None)
    if use_by == dates.printed_on:
        kind = dates.printed_kind
        return replace(dates, use_by=use_by, date_kind=kind, date_why=DateWhy.PRINTED, date_days=None)
    if dates.walled and dates.printed_on and dates.printed_on < use_by:
        raise DomainError(
            _("The package says: use by %(day)s. If it says something else, correct that date instead.")
            % {"day": in_words(dates.printed_on)},
            field="use_by",
        )
    return dates.reckoned(use_by, DateWhy.SAID, None)


def in_words(day: date) -> str:
    return date_format(day, "j M Y")


def _kept(said: Dates, storage: str, today: date, lives: Lives) -> Dates:
    if said.state == FROZEN:
        return frozen(said, said.frozen_on or today, lives)
    days = _life(said, storage, lives)
    return said if days is None else said.reckoned(today + timedelta(days=days), DateWhy.KEPT, days)


def _sooner(dates: Dates, today: date, days: int | None) -> Dates:
    until = None if days is None else today + timedelta(days=days)
    if until is None or (dates.use_by and dates.use_by <= until):
        return dates
    return dates.reckoned(until, DateWhy.OPENED, days)


def _carried(dates: Dates, storage: str, today: date, lives: Lives) -> Dates:
    """An estimate goes along: half of its time was over, so half of the time that it keeps in the new place is left."""
    days = _life(dates, storage, lives)
    if dates.date_why in (DateWhy.PRINTED, DateWhy.SAID) or days is None:
        return dates
    if dates.use_by is None:
        return dates.reckoned(_within(dates, today + timedelta(days=days)), DateWhy.KEPT, days)
    left = (dates.use_by - today).days
    if left <= 0:
        return dates
    whole = max(left, dates.date_days or left)
    until = today + timedelta(days=max(1, days * left // whole) if days else 0)
    return dates.reckoned(_within(dates, until), dates.date_why, days)


def _within(dates: Dates, day: date) -> date:
    """An estimate is never later than what the package says, but for what frost has kept."""
    return min(day, dates.printed_on) if dates.printed_on and dates.frozen_on is None else day


def _life(dates: Dates, storage: str, lives: Lives) -> int | None:
    if dates.state == THAWED:
        return thawed_days(lives, storage, opened=dates.opened_on is not None)
    if dates.opened_on:
        return opened_days(lives, storage)
    return lives.get((storage, SEALED))
