"""Dates of food in words: how soon, in which group of the page, and where the date comes from."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import Household
from kitchen.zones import zone
from pantry.models import DateKind, DateWhy

SOON, WEEK = 3, 7
# Up to so many days they are counted, then the weeks, then the month is named.
COUNT_DAYS, COUNT_WEEKS = 13, 59
TWO_YEARS = 700

WHY = {
    DateKind.USE_BY: gettext_lazy("use by"),
    DateKind.BEST_BEFORE: gettext_lazy("best before"),
    DateKind.ESTIMATED: gettext_lazy("estimated"),
}


def today_in(household: Household) -> date:
    """The household's day: food is judged where it lies."""
    return timezone.localdate(timezone=zone(household.time_zone))


def start_of(day: date, household: Household) -> datetime:
    """The first moment of a day where the household is."""
    return datetime.combine(day, datetime.min.time(), tzinfo=zone(household.time_zone))


def state_of(use_by: date | None, today: date, date_kind: str = "") -> str:
    """late: do not eat it without a good look; check: past "best before", which is often still good; soon; fresh."""
    if date_kind == DateKind.BEST_BEFORE and use_by and use_by <= today:
        return "check" if use_by < today else "soon"
    if use_by is None or (use_by - today).days > SOON:
        return "fresh"
    return "late" if use_by <= today else "soon"


def group_of(use_by: date | None, today: date) -> str:
    """The part of the page: late, now (today and tomorrow), week, later or undated."""
    if use_by is None:
        return "undated"
    days = (use_by - today).days
    if days < 0:
        return "late"
    return "now" if days <= 1 else "week" if days <= WEEK else "later"


def due_in_words(use_by: date | None, today: date) -> str:
    if use_by is None:
        return ""
    days = (use_by - today).days
    if days < 0:
        return _("yesterday") if days == -1 else _ago(-days)
    if days <= 1:
        return _("tomorrow") if days else _("today")
    if days <= COUNT_DAYS:
        return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}
    if days <= COUNT_WEEKS:
        return ngettext("%(count)d week", "%(count)d weeks", days // 7) % {"count": days // 7}
    return date_format(use_by, "M Y")


def _ago(days: int) -> str:
    if days <= COUNT_WEEKS:
        return ngettext("%(count)d day ago", "%(count)d days ago", days) % {"count": days}
    return ngettext("%(count)d month ago", "%(count)d months ago", days // 30) % {"count": days // 30}


def why_in_words(date_kind: str) -> str:
    return str(WHY.get(DateKind(date_kind), "")) if date_kind else ""


def label_of(date_kind: str, use_by: date | None, today: date, date_why: str = "") -> str:
    """What kind of date it is, and what follows from it once it is past."""
    if not date_kind or use_by is None:
        return ""
    if date_kind == DateKind.USE_BY:
        return _("past use by: throw it away") if use_by < today else _("use by")
    if date_kind == DateKind.BEST_BEFORE:
        return _("past best before: check it") if use_by < today else _("best before")
    return _("set by hand") if date_why == DateWhy.SAID else _("estimated")


def days_in_words(days: int) -> str:
    """Says "3 days", "6 weeks", "4 months" or "2 years", as one says of food how long it keeps."""
    if days <= COUNT_DAYS:
        return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}
    if days <= COUNT_WEEKS:
        return ngettext("%(count)d week", "%(count)d weeks", days // 7) % {"count": days // 7}
    if days < TWO_YEARS:
        return ngettext("%(count)d month", "%(count)d months", round(days / 30.4)) % {"count": round(days / 30.4)}
    return ngettext("%(count)d year", "%(count)d years", round(days / 365)) % {"count": round(days / 365)}
