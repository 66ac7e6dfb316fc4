"""Where the parts of a chart stand, in whole units of a drawing 720 wide and 120 high; templates draw them."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 720, 120


@dataclass(frozen=True)
class Bar:
    """`below` is the height of the part at its foot, of what failed."""

    x: int
    width: int
    height: int
    below: int

    @property
    def y(self) -> int:
        return HEIGHT - self.height

    @property
    def below_y(self) -> int:
        return HEIGHT - self.below


def bars(counts: Sequence[tuple[int, int]]) -> list[Bar]:
    """Of (all, of these failed); the highest fills the drawing, and what is not nothing is seen."""
    most = max((count for count, _failed in counts), default=0)
    step = WIDTH / max(len(counts), 1)
    return [
        Bar(round(number * step), max(round(step) - 2, 1), _high(count, most), _high(failed, most))
        for number, (count, failed) in enumerate(counts)
    ]


def line(values: Sequence[float]) -> str:
    """The `points` of a polyline from nothing up to the highest."""
    most = max(values, default=0.0) or 1.0
    step = WIDTH / max(len(values) - 1, 1)
    return " ".join(
        f"{round(number * step)},{HEIGHT - round(value / most * HEIGHT)}" for number, value in enumerate(values)
    )


def _high(count: int, most: int) -> int:
    return max(round(count / most * HEIGHT), 2) if count else 0
