"""What Today shows: the hour's greeting, what is kept for the shelves, what happened lately."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Household, User
from accounts.queries.activity import Line, newest_lines
from accounts.queries.people import Face

LATELY = 6
MORNING, NOON, EVENING = 5, 12, 17


@dataclass(frozen=True)
class Today:
    """`now` is the household's clock; `first_things` are the names a person kept while the shelves do not exist."""

    now: datetime
    greeting: str
    first_things: list[str]
    lately: list[Line]


def today(household: Household, user: User) -> Today:
    now = timezone.localtime()
    return Today(
        now=now,
        greeting=greeting(now.hour, user.called),
        first_things=list(user.preferences.get("first_things", [])),
        lately=newest_lines(household, LATELY),
    )


def greeting(hour: int, name: str) -> str:
    if MORNING <= hour < NOON:
        return _("Good morning, {name}").format(name=name)
    if NOON <= hour < EVENING:
        return _("Good afternoon, {name}").format(name=name)
    return _("Good evening, {name}").format(name=name)


def together(people: list[Face]) -> str:
    """One sentence on who shares the kitchen, the same for every reader."""
    names = [face.name for face in people]
    match names:
        case [] | [str()]:
            return _("One person has the key to this kitchen so far.")
        case [first, second]:
            return _("{first} and {second} share this kitchen.").format(first=first, second=second)
        case [first, second, third]:
            return _("{first}, {second} and {third} share this kitchen.").format(
                first=first, second=second, third=third
            )
    return _("{first}, {second} and {count} others share this kitchen.").format(
        first=names[0], second=names[1], count=len(names) - 2
    )
