"""The page of everything that was ever bought: what is bought often first, or what somebody looks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.translation import ngettext

from accounts.models import Household
from pantry.matching import name_key
from shopping.company import Key
from shopping.queries.bought import Bought, bought
from shopping.queries.name import weight
from shopping.queries.suggestion import OnLists, on_lists
from shopping.queries.suggestion_words import last_words, rhythm_words
from shopping.rhythm import rhythm

ROWS, LONGEST = 30, 80


@dataclass(frozen=True)
class Thing:
    """`text` is what a tap types on the list; `listed`: it stands on an open list."""

    code: str
    name: str
    emoji: str
    amount: str
    text: str
    why: str
    listed: bool


@dataclass(frozen=True)
class Again:
    text: str
    total: int
    page: Page[Thing]


def again(household: Household, asked: Mapping[str, Any], today: date) -> Again:
    """Two queries, whatever was bought."""
    text = " ".join(str(asked.get("q", ""))[:LONGEST].split())
    there, day = bought(household, today, look_back=None), today.toordinal()
    known, lists = [one for one in there.values() if one.days], on_lists(there)
    found = [one for one in known if _matches(one, name_key(text))]
    found.sort(key=lambda one: (-weight(one, day), one.name))
    page: Page[Any] = Paginator(found, ROWS).get_page(asked.get("page", "1"))
    page.object_list = [_thing(one, lists, day) for one in page.object_list]
    return Again(text, len(known), page)


def _matches(one: Bought, key: str) -> bool:
    return not key or any(key in known for known in one.keys)


def _thing(one: Bought, lists: OnLists, day: int) -> Thing:
    key: Key = one.key
    listed = key in lists.anywhere or not lists.names.isdisjoint(one.keys)
    return Thing(one.code, one.name, one.emoji, one.usual, one.text, _why(one, day), listed)


def _why(one: Bought, day: int) -> str:
    """How often, and when last."""
    times = ngettext("%(count)d time", "%(count)d times", len(one.days)) % {"count": len(one.days)}
    known = rhythm(one.days, day)
    return f"{times} · {rhythm_words(known) if known else last_words(max(0, day - one.days[-1]))}"
