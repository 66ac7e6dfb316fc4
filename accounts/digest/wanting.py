"""Who is told, and how: each person's own choice, for each of their households."""

from typing import Any

from accounts.models import Channel
from accounts.preferences import read_preferences
from accounts.roles import TABLE

# Those who live here. Guests come by: what must be eaten is not theirs to see to.
TOLD = TABLE


def channels(kept: dict[str, Any], code: str, *, has_browser: bool) -> list[Channel]:
    """How somebody with these kept preferences is told of the household of that code."""
    chosen = read_preferences(kept)
    if code in chosen.digest_off:
        return []
    wanted = {Channel.MAIL: chosen.digest, Channel.PUSH: has_browser}
    return [channel for channel, wants in wanted.items() if wants]
