"""What a page at a conversation and its socket say to each other.

The page connects to `/h/<code>/chat/<id>/live/` and says what it shows: `{"first", "last", "runs": {run: number}}`, the
numbers of its oldest and newest message and how far it has heard each run. The socket answers always, then whenever
something is new: `{"after", "messages", "tails", "steps", "stop", "last", "runs", "title"}`. Where `after` is a number,
the conversation goes another way from that message on: what is below it leaves the page. `messages` are drawn whole, to
be put in place or added at the end; a tail keeps the first `keep` blocks of the text `id` and replaces what follows.
What a page missed while it was away is the same as what is new. It loads itself again on the code GONE.

In a group a page says WRITING while somebody types there, and the others hear `{"writing": name}`: nobody keeps it.
"""

import json
from typing import Any
from uuid import UUID

from chat.live.shown import Screen

LONGEST = 20_000
HIGHEST = 2**31 - 1
WRITING = '{"writing":true}'


def shown_by(text: str, conversation: UUID) -> Screen | None:
    """What a page says that it shows; None for anything else."""
    try:
        told: Any = json.loads(text) if len(text) <= LONGEST else None
        runs = {str(UUID(run)): _number(number) for run, number in told["runs"].items()}
        return Screen(conversation, _number(told["first"]), _number(told["last"]), runs=runs)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _number(told: Any) -> int:
    if not isinstance(told, int) or isinstance(told, bool) or not 0 <= told <= HIGHEST:
        raise ValueError(told)
    return told
