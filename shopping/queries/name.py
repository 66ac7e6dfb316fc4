"""Names that the line of a list offers while somebody types: the household's own first, then the catalogue's."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from time import monotonic

from django.db.models import Count, Max

from accounts.models import Household
from pantry.matching import name_key
from pantry.parsing import parse_entries
from pantry.queries.food_search import find_foods
from pantry.queries.stock import picture_of
from shopping.models import ItemState, ShoppingListItem
from shopping.queries.bought import PLAIN, Bought, bought, plain

# What comes with the page, for a cellar without a network; and what is answered to a few letters.
MOST_KNOWN, MOST_FOUND = 150, 8
LONGEST = 80
# So many seconds they are offered as they were, for so many households: whoever types asks for what is new since.
KEPT, MOST_KEPT = 300, 256
# After so many days a purchase counts for half.
HALF_LIFE = 90


@dataclass(frozen=True)
class Name:
    """`amount` is the usual one, "" where there is none."""

    name: str
    emoji: str
    amount: str = ""


def known_names(household: Household, today: date) -> tuple[Name, ...]:
    """What is bought often and was bought lately, first; two queries, or none where they were asked for just now."""
    return _known_names(household, today, int(monotonic() // KEPT))


@lru_cache(maxsize=MOST_KEPT)
def _known_names(household: Household, today: date, _when: int) -> tuple[Name, ...]:
    day = today.toordinal()
    known = [one for one in bought(household, today, look_back=None).values() if one.days]
    often = sorted(known, key=lambda one: (-weight(one, day), one.name))
    return tuple(Name(plain(one.name), one.emoji, one.usual) for one in often[:MOST_KNOWN])


def weight(one: Bought, today: int) -> float:
    return sum(2 ** ((day - today) / HALF_LIFE) for day in one.days)


def find_names(household: Household, typed: str, *, today: date) -> list[Name]:
    """For the last thing of a line; its amount, if it has one, is no part of the name."""
    wanted = _name_in(typed[:LONGEST], today)
    key = name_key(wanted)
    if not key:
        return []
    ours = [Name(plain(name), picture_of(ref) if ref else PLAIN) for name, ref in _ours(household, key)]
    known = [Name(hit.name[:1].upper() + hit.name[1:], hit.emoji) for hit in find_foods(wanted, MOST_FOUND)]
    found: dict[str, Name] = {}
    for one in (*ours, *known):
        found.setdefault(name_key(one.name), one)
    return list(found.values())[:MOST_FOUND]


def _name_in(typed: str, today: date) -> str:
    """Of what is only begun, the beginning may be a unit: of "2 kg pot" it is the last word."""
    entries = parse_entries(typed, today=today)
    if not entries:
        return typed
    return entries[-1].name or entries[-1].text.split()[-1]


def _ours(household: Household, key: str) -> list[tuple[str, int | None]]:
    """Of what ever was on a list, what has a word that begins so, with its food of the catalogue; the most frequent
    first. One query.
    """
    rows = ShoppingListItem.objects.filter(household=household).exclude(state=ItemState.REMOVED).order_by()
    begins = rows.filter(name_key__startswith=key) | rows.filter(name_key__contains=f" {key}")
    named = begins.values("name_key").annotate(called=Max("name"), ref=Max("food_id"), times=Count("pk"))
    return list(named.order_by("-times", "name_key").values_list("called", "ref")[:MOST_FOUND])
