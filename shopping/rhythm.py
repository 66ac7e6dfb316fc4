"""How often something is bought, from the days on which it was. Pure: asks no database.

The rhythm is the median of the gaps between the last purchases, which one long holiday does not move. It is told only
where there are at least four gaps, and where they are alike: their median absolute deviation (P. J. Rousseeuw and
C. Croux, Alternatives to the Median Absolute Deviation, 1993) is at most a third of the median.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

FEWEST_GAPS, MOST_GAPS = 4, 12
MOST_UNLIKE = 1 / 3
# From this share of the gap on it is due; after so many of them, and a week, nobody is taken to want it any more.
DUE, GIVEN_UP, GRACE = 0.9, 1.5, 7


@dataclass(frozen=True, order=True)
class Rhythm:
    """Bought about every `every` days, the last time `ago` days ago. What is bought often comes before what is not."""

    every: int
    ago: int

    @property
    def late(self) -> float:
        """1 is just when it is usually bought again."""
        return self.ago / self.every

    @property
    def is_due(self) -> bool:
        return self.late >= DUE and self.ago <= GIVEN_UP * self.every + GRACE


def rhythm(days: Sequence[int], today: int) -> Rhythm | None:
    """`days` are numbers of days, each once, in their order; None where they say too little or are not alike."""
    gaps = [later - day for day, later in pairwise(days)][-MOST_GAPS:]
    if len(gaps) < FEWEST_GAPS:
        return None
    every = median(gaps)
    unlike = median(abs(gap - every) for gap in gaps)
    if unlike > MOST_UNLIKE * every:
        return None
    return Rhythm(max(1, round(every)), max(0, today - days[-1]))
