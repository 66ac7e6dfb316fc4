"""How often the assistant is asked in a minute, by one person and by a household: a model is a door to somebody else's.

What a household may use of a model in a day is looked at when its turn comes: see `chat.runs.metering`.
"""

import time
from contextlib import suppress
from datetime import UTC, datetime
from uuid import UUID

from django.core.cache import cache
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from accounts.models import Household, User
from kitchen.errors import DomainError
from kitchen.zones import zone

MINUTE = 60
BY_PERSON, BY_HOUSEHOLD = 20, 40


def count_question(household: Household, by: User) -> None:
    """Once for each question; raises a DomainError where there were too many in this minute of the clock."""
    now, gone = divmod(int(time.time()), MINUTE)
    mine, ours = _key("person", by.pk, now), _key("household", household.pk, now)
    if cache.get(mine, 0) >= BY_PERSON or cache.get(ours, 0) >= BY_HOUSEHOLD:
        told = _("That was a lot of questions: it goes on at %(until)s. Your words stay here.")
        raise DomainError(told % {"until": _told(now + 1, household)}, retry_after=MINUTE - gone)
    for key in (mine, ours):
        if not cache.add(key, 1, 2 * MINUTE):
            with suppress(ValueError):  # it ran out just now
                cache.incr(key)


def _key(whose: str, id: UUID, minute: int) -> str:
    return f"chat:questions:{whose}:{id}:{minute}"


def _told(minute: int, household: Household) -> str:
    at = datetime.fromtimestamp(minute * MINUTE, UTC)
    return time_format(timezone.localtime(at, zone(household.time_zone)))
