"""How the next run of a conversation is begun: whoever performs runs says so here, and whoever ends one asks for it."""

from collections.abc import Callable
from functools import partial

from chat.runs.reach import Ref
from kitchen import tenancy

Start = Callable[[Ref], object]

_starters: list[Start] = []


def starts_runs(start: Start) -> Start:
    """Registers what begins a run in this process. In one without it the run waits until a page is looked at."""
    _starters.append(start)
    return start


def start_after_commit(ref: Ref) -> None:
    for start in _starters:
        tenancy.on_commit(partial(start, ref))
