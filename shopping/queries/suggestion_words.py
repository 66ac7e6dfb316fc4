"""The reasons of suggestions in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pantry.queries.low import Low
from shopping.company import Company
from shopping.rhythm import Rhythm


def rhythm_words(known: Rhythm) -> str:
    if known.every == 1:
        return _("every day, %(last)s") % {"last": last_words(known.ago)}
    words = ngettext("every %(count)d day, %(last)s", "every %(count)d days, %(last)s", known.every)
    return words % {"count": known.every, "last": last_words(known.ago)}


def last_words(ago: int) -> str:
    if ago <= 0:
        return _("last today")
    if ago == 1:
        return _("last yesterday")
    return ngettext("last %(count)d day ago", "last %(count)d days ago", ago) % {"count": ago}


def along_words(known: Company, name: str) -> str:
    words = ngettext(
        "bought with %(name)s %(both)d time of %(of)d", "bought with %(name)s %(both)d times of %(of)d", known.both
    )
    return words % {"name": name, "both": known.both, "of": known.of}


def low_words(low: Low) -> str:
    """Against the minimum, and how long it lasts if it goes on as in the last weeks."""
    return " · ".join(part for part in (_against(low), _forecast(low)) if part)


def _against(low: Low) -> str:
    told = {"there": low.there, "minimum": low.minimum}
    if not low.minimum:
        return _("%(there)s there") % told
    if low.unknown:
        return _("some is there, nobody knows how much; you want %(minimum)s") % told
    return (
        _("%(there)s there, you want %(minimum)s") % told
        if low.there
        else _("nothing there, you want %(minimum)s") % told
    )


def _forecast(low: Low) -> str:
    if low.out is None:
        return ""
    if low.out.days == 0:
        return _("probably used up today (estimated)")
    words = ngettext("lasts about %(days)d day (estimated)", "lasts about %(days)d days (estimated)", low.out.days)
    return words % {"days": low.out.days}
