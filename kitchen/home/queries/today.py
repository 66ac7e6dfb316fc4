"""What Today shows: what must be eaten, what is to be bought, and who did what; dishes come after (tonight.py)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Household, User
from accounts.queries.activity import Line, newest_lines
from accounts.queries.people import Face
from pantry.models import DateKind
from pantry.queries.stock import Lot, due_soon, shelves
from shopping.queries.ahead import Ahead, list_ahead

LATELY, LOTS = 6, 6
URGENT_DAYS = 3
MORNING, NOON, EVENING = 5, 12, 17


@dataclass(frozen=True)
class Today:
    """`now` is the household's clock. `stocked`: whether anything is on the shelves; `urgent` counts what is due."""

    now: datetime
    headline: str
    stocked: bool
    urgent: int
    lots: list[Lot]
    ahead: Ahead | None
    lately: list[Line]


def today(household: Household, user: User) -> Today:
    now = timezone.localtime()
    lots, urgent = due_soon(household, today=now.date(), limit=LOTS, days=URGENT_DAYS)
    return Today(
        now=now,
        headline=headline(lots) or greeting(now.hour, user.called),
        stocked=bool(lots) or shelves(household).exists(),
        urgent=urgent,
        lots=lots,
        ahead=list_ahead(household),
        lately=newest_lines(household, LATELY),
    )


def headline(lots: Sequence[Lot]) -> str:
    """What to eat today, by name; "" when nothing presses. What is past a printed use-by date is not for eating."""
    late = [lot for lot in lots if lot.state in {"late", "check"}]
    names = list(dict.fromkeys(lot.name for lot in late if not _past_use_by(lot)))
    match names:
        case [] if late:
            return _("Look at the {name}: its date is past").format(name=late[0].name)
        case []:
            return _("Eat the {name} by {day}").format(name=lots[0].name, day=lots[0].due) if _tomorrow(lots) else ""
        case [name]:
            return _("Eat the {name} today").format(name=name)
        case [first, second]:
            return _("Eat the {first} and the {second} today").format(first=first, second=second)
    return _("Eat the {first}, the {second} and {count} more today").format(
        first=names[0], second=names[1], count=len(names) - 2
    )


def _past_use_by(lot: Lot) -> bool:
    return lot.group == "late" and lot.item.date_kind == DateKind.USE_BY


def _tomorrow(lots: Sequence[Lot]) -> bool:
    return bool(lots) and lots[0].group == "now"


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
