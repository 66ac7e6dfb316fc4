"""What the digest says of the shelves: what to eat first, and what is past its date."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.digest.sections import Line, Section
from accounts.models import Household, User
from accounts.preferences import preferences_of
from pantry.models import DateKind, StockItem
from pantry.queries.amount import how_much
from pantry.queries.day import state_of
from pantry.queries.lead import lead_days
from pantry.queries.stock import shelves

MOST_FRESH, MOST_OVER = 6, 3
# So long after its date something is named each day; then it is only counted, or the digest would nag.
LET_GO = 7
# Up to so many days ahead the weekday says it best.
WEEKDAYS = 6


@dataclass(frozen=True)
class Due:
    """A lot whose date is near or past; `left` are the days to it."""

    item: StockItem
    day: date
    left: int

    @property
    def is_over(self) -> bool:
        return self.left < 0

    @property
    def is_unsafe(self) -> bool:
        """Beyond a printed use-by date nobody should be told to eat it."""
        return self.is_over and self.item.date_kind == DateKind.USE_BY


def due_lots(household: Household, today: date) -> list[Due]:
    """Within the days that the household wants to be told ahead, and past; the most urgent first."""
    ahead = lead_days(household)
    near = shelves(household).filter(use_by__lte=today + timedelta(days=ahead.longest))
    found = [Due(item, item.use_by, (item.use_by - today).days) for item in near if item.use_by]
    return [one for one in found if one.left <= ahead.of(one.item.food_ref)]


def tell_eat_first(household: Household, person: User, today: date) -> Section | None:
    lots = due_lots(household, today)
    named = [one for one in lots if one.left >= -LET_GO]
    if not named:
        return None
    system = preferences_of(person).units
    fresh, over = ([one for one in named if one.is_over == past] for past in (False, True))
    shown = [*fresh[:MOST_FRESH], *over[:MOST_OVER]]
    return Section(
        title=_("Eat first") if fresh else _("Past their dates"),
        lines=[_line(one, today, system) for one in shown],
        url=reverse("pantry:home", kwargs={"code": household.code}),
        headline=_headline((fresh or named)[0], len(named) - 1),
        more=_more(len(named) - len(shown), len(lots) - len(named)),
    )


def _line(one: Due, today: date, system: str) -> Line:
    what = _("%(name)s, %(amount)s") % {"name": capfirst(one.item.name), "amount": how_much(one.item, system)}
    return Line(what, _why(one), state_of(one.day, today, one.item.date_kind))


def _why(one: Due) -> str:
    if one.is_unsafe:
        return _("past its use-by date, %(day)s: better not eat it") % {"day": _short(one.day)}
    if one.is_over and one.item.date_kind == DateKind.BEST_BEFORE:
        return _("best before %(day)s: often still good, look and smell") % {"day": _short(one.day)}
    if one.is_over:
        return _("was to be eaten by %(day)s: look at it") % {"day": _short(one.day)}
    if one.left <= 1:
        return _("by tomorrow") if one.left else _("today")
    return _("by %(day)s") % {"day": _named(one)}


def _headline(one: Due, others: int) -> str:
    """Says "eat spinach today, and 2 more things"."""
    facts = {"food": one.item.name, "day": _named(one)}
    if one.is_unsafe:
        told = _("%(food)s is past its use-by date") % facts
    elif one.is_over:
        told = _("look at %(food)s") % facts
    elif one.left <= 1:
        told = (_("eat %(food)s by tomorrow") if one.left else _("eat %(food)s today")) % facts
    else:
        told = _("eat %(food)s by %(day)s") % facts
    if not others:
        return told
    sentence = ngettext("%(first)s, and %(count)d more thing", "%(first)s, and %(count)d more things", others)
    return sentence % {"first": told, "count": others}


def _more(unnamed: int, long_past: int) -> str:
    if unnamed > 0:
        return ngettext("And %(count)d thing more.", "And %(count)d things more.", unnamed) % {"count": unnamed}
    if long_past:
        sentence = ngettext(
            "%(count)d thing is past its date for more than a week.",
            "%(count)d things are past their dates for more than a week.",
            long_past,
        )
        return sentence % {"count": long_past}
    return ""


def _named(one: Due) -> str:
    return date_format(one.day, "l") if 0 <= one.left <= WEEKDAYS else _short(one.day)


def _short(day: date) -> str:
    return date_format(day, "j F")
