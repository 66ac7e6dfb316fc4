"""Which backups stay: all of the last 24 hours, and the newest of each of so many days, weeks and months.

Other files stay anyhow.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from kitchen.backup.places import Place
from kitchen.backup.plan import Plan

A_DAY = timedelta(days=1)
OURS = re.compile(r"kitchen-(\d{8}T\d{6}Z)(?:\.sealed)?\.zip")


def tidy(place: Place, plan: Plan) -> list[str]:
    """Remove what has had its time; call it only after a backup has come out well, which is the newest then."""
    gone = removable(place.names(), plan)
    for name in gone:
        place.remove(name)
    return gone


def removable(names: list[str], plan: Plan) -> list[str]:
    made = {name: moment for name in names if (moment := _moment(name))}
    newest_first = sorted(made, key=lambda name: made[name], reverse=True)
    # Whoever makes one by hand after a mishap must not lose the one from before it.
    kept = {name for name in newest_first if made[newest_first[0]] - made[name] < A_DAY}
    for wanted, period in ((plan.daily, _day), (plan.weekly, _week), (plan.monthly, _month)):
        kept |= set(_newest_of_each(newest_first, made, period)[:wanted])
    return [name for name in newest_first if name not in kept]


def _newest_of_each(
    newest_first: list[str], made: dict[str, datetime], period: Callable[[datetime], tuple[int, ...]]
) -> list[str]:
    found: dict[tuple[int, ...], str] = {}
    for name in newest_first:
        found.setdefault(period(made[name]), name)
    return list(found.values())


def _moment(name: str) -> datetime | None:
    found = OURS.fullmatch(name)
    try:
        return datetime.strptime(found[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC) if found else None
    except ValueError:
        return None


def _day(moment: datetime) -> tuple[int, ...]:
    return moment.year, moment.month, moment.day


def _week(moment: datetime) -> tuple[int, ...]:
    return tuple(moment.isocalendar()[:2])


def _month(moment: datetime) -> tuple[int, ...]:
    return moment.year, moment.month
