"""A line of a lot's ledger in words."""

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from pantry.models import DateWhy, MovementKind, StockMovement
from pantry.queries.amount import in_words
from pantry.queries.day import days_in_words

# With an amount that came or went; "more" and "less" are what somebody counted or corrected.
MEASURED: dict[str, Any] = {
    MovementKind.ADDED: lazy("%(name)s put %(amount)s here"),
    MovementKind.CONSUMED: lazy("%(name)s used %(amount)s"),
    MovementKind.WASTED: lazy("%(name)s threw %(amount)s away"),
    MovementKind.OPENED: lazy("%(name)s took %(amount)s from the rest and opened it"),
    MovementKind.FROZEN: lazy("%(name)s took %(amount)s from the rest and froze it"),
    MovementKind.THAWED: lazy("%(name)s took %(amount)s from the rest to thaw it"),
    MovementKind.MOVED: lazy("%(name)s took %(amount)s from the rest and moved it from %(from)s to %(to)s"),
    "apart": lazy("%(name)s set %(amount)s apart"),
    "taken": lazy("%(name)s took %(amount)s from the rest"),
    "together": lazy("%(name)s put %(amount)s to it"),
    "given": lazy("%(name)s put %(amount)s to another lot"),
    "more": lazy("%(name)s counted: %(amount)s more"),
    "less": lazy("%(name)s counted: %(amount)s less"),
}
UNMEASURED: dict[str, Any] = {
    MovementKind.ADDED: lazy("%(name)s put it here"),
    MovementKind.CONSUMED: lazy("%(name)s used the rest"),
    MovementKind.WASTED: lazy("%(name)s threw the rest away"),
    MovementKind.MOVED: lazy("%(name)s moved it from %(from)s to %(to)s"),
    MovementKind.CORRECTED: lazy("%(name)s corrected what is said of it"),
    MovementKind.OPENED: lazy("%(name)s opened it"),
    MovementKind.FROZEN: lazy("%(name)s froze it: from %(from)s to %(to)s"),
    MovementKind.THAWED: lazy("%(name)s took it out to thaw: from %(from)s to %(to)s"),
    MovementKind.SPLIT: lazy("%(name)s set a part of it apart"),
    MovementKind.MERGED: lazy("%(name)s put it together with another"),
    MovementKind.COUNTED: lazy("%(name)s looked: it is as written"),
}
# By kind, the words for what went and for what came.
BOTH_WAYS = {
    MovementKind.CORRECTED: ("less", "more"),
    MovementKind.COUNTED: ("less", "more"),
    MovementKind.SPLIT: ("apart", "taken"),
    MovementKind.MERGED: ("given", "together"),
}


def sentence_of(line: StockMovement, name: str, system: str = "metric") -> str:
    delta = line.delta
    amount = in_words(abs(delta), line.unit, system=system) if delta else ""
    places = {"from": _place(line.from_place), "to": _place(line.to_place)}
    if not delta:
        return str(UNMEASURED[line.kind]) % {"name": name, **places}
    less, more = BOTH_WAYS.get(MovementKind(line.kind), (line.kind, line.kind))
    return str(MEASURED[more if delta > 0 else less]) % {"name": name, "amount": amount, **places}


def until(line: StockMovement) -> str:
    """Which date a line gave its lot, and why; nothing where it left the date alone."""
    told = line.changes.get("use_by")
    if not told or told[0] == told[1]:
        return ""
    if told[1] is None:
        return _("without a date from then on")
    day = date_format(date.fromisoformat(told[1]), "j M Y")
    why, days = (line.changes.get(name, ["", None])[1] for name in ("date_why", "date_days"))
    return _("until %(day)s: %(why)s") % {"day": day, "why": _why(why, days)}


def _why(why: str | None, days: int | None) -> str:
    if days is None:
        return str(DateWhy(why).label) if why in DateWhy.values else _("set by hand")
    words = {"days": days_in_words(days)}
    if why == DateWhy.OPENED:
        return _("%(days)s after opening") % words
    if why == DateWhy.FROZEN:
        return _("frozen: %(days)s") % words
    if why == DateWhy.THAWED:
        return _("%(days)s after thawing") % words
    return _("estimated, it keeps %(days)s there") % words


def _place(place: Any) -> str:
    return place.name if place else _("a place that is gone")
