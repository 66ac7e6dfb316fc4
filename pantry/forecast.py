"""When a food will be used up, from the days on which it was used. Pure: asks no database.

What is used is seen as a renewal-reward process: with a mean m and a variance v a day, an amount s lasts s / m days,
with a variance of s v / m^3 (D. R. Cox, Renewal Theory, 1962, section 8.4). That m is itself estimated from w days
adds (s / m^2)^2 v / w. The span told is the middle 80 %, by Student's t for so many weeks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import sqrt
from statistics import variance

# How far back is looked, and how little is too little to say anything.
WEEKS, FEWEST_WEEKS, FEWEST_USES = 12, 3, 4
WEEK, LOOK_BACK = 7, 84
# Further off, or less certain than this, nothing is said.
FARTHEST, WIDEST = 120, 1.0
# Student's t at 90 % (both sides 80 %) by degrees of freedom: the weeks less one.
STUDENT = {2: 1.886, 3: 1.638, 4: 1.533, 5: 1.476, 6: 1.440, 7: 1.415, 8: 1.397, 9: 1.383, 10: 1.372, 11: 1.363}


@dataclass(frozen=True)
class RunOut:
    """In so many days from today: about `days`, four times out of five between `earliest` and `latest`."""

    days: int
    earliest: int
    latest: int


def run_out(there: Decimal, uses: Sequence[tuple[date, Decimal]], today: date) -> RunOut | None:
    """`uses` are amounts by day, in the unit of `there`. None where that says too little.

    The first use only begins the count: what was taken then belongs to the time before.
    """
    known = [(day, amount) for day, amount in uses if 0 <= (today - day).days < LOOK_BACK]
    days_used = sorted({day for day, _amount in known})
    if there <= 0 or len(days_used) <= FEWEST_USES:
        return None
    first = days_used[0]
    span = (today - first).days
    weeks = min(span // WEEK, WEEKS)
    if weeks < FEWEST_WEEKS:
        return None
    later = [(day, float(amount)) for day, amount in known if day > first]
    mean = sum(amount for _day, amount in later) / span
    return None if mean <= 0 else _told(float(there), mean, variance(_weekly(later, weeks, today)) / WEEK, span, weeks)


def _weekly(uses: Sequence[tuple[date, float]], weeks: int, today: date) -> list[float]:
    """What was used in each whole week, counted back from today."""
    totals = [0.0] * weeks
    for day, amount in uses:
        week = (today - day).days // WEEK
        if week < weeks:
            totals[week] += amount
    return totals


def _told(there: float, mean: float, spread: float, span: int, weeks: int) -> RunOut | None:
    days = there / mean
    uncertain = sqrt(there * spread / mean**3 + (there / mean**2) ** 2 * spread / span)
    if days > FARTHEST or uncertain > WIDEST * max(days, WEEK):
        return None
    margin = STUDENT[weeks - 1] * uncertain
    return RunOut(round(days), max(0, round(days - margin)), round(days + margin))
