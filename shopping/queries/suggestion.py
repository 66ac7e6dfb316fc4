"""What may be missing on a list, each with its reason: below its minimum, due again, soon used up, or bought along.

What is on an open list already is not suggested, nor what somebody has said "not now" to.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accounts.models import Household
from pantry.models import read_food_ref
from pantry.queries.low import Low, running_low
from shopping.company import Company, Key, company
from shopping.models import ShoppingList
from shopping.queries.bought import Bought, as_typed, bought
from shopping.queries.suggestion_words import along_words, low_words, rhythm_words
from shopping.rhythm import Rhythm, rhythm

MOST, MOST_LOW, MOST_ALONG = 8, 4, 3
# Bought so lately, nobody needs it for what it goes along with.
JUST_BOUGHT = 2


@dataclass(frozen=True)
class Suggestion:
    """`text` is what a tap types on the list; `keys` are the names under which it stands there, once it does."""

    code: str
    name: str
    emoji: str
    amount: str
    text: str
    why: str
    keys: str


@dataclass(frozen=True)
class Suggestions:
    """`known`: whether anything was ever bought, so that nothing can be told from having nothing to say."""

    rows: list[Suggestion]
    known: bool
    put_off: int


@dataclass(frozen=True)
class OnLists:
    """What is on open lists, by food or else by name, and what of it is on the one that is looked at."""

    anywhere: frozenset[Key]
    names: frozenset[str]
    here: list[Key]


def suggestions(
    household: Household,
    shopping_list: ShoppingList | None,
    today: date,
    *,
    system: str = "metric",
    put_off: Collection[str] = (),
) -> Suggestions:
    """The most pressing first. The same few queries, whatever was bought."""
    known = bought(household, today)
    lists = on_lists(known, shopping_list.pk if shopping_list else None)
    history = {key: one for key, one in known.items() if one.days}
    reasons = list(_reasons(household, history, lists, today, system))
    wanted = [one for one in _joined(reasons) if not _is_there(one, lists)]
    shown = [one for one in wanted if one.code not in put_off]
    return Suggestions(shown[:MOST], bool(history), len(wanted) - len(shown))


def on_lists(known: Mapping[Key, Bought], here: UUID | None = None) -> OnLists:
    listed = [one for one in known.values() if one.lists]
    return OnLists(
        frozenset(one.key for one in listed),
        frozenset(key for one in listed for key in one.keys),
        [one.key for one in listed if here in one.lists],
    )


def _is_there(one: Suggestion, lists: OnLists) -> bool:
    ref = read_food_ref(one.code)
    meant: Key = one.code if ref is None else ref
    return meant in lists.anywhere or not lists.names.isdisjoint(one.keys.split("|"))


def _reasons(
    household: Household, history: Mapping[Key, Bought], lists: OnLists, today: date, system: str
) -> Iterator[Suggestion]:
    for low in running_low(household, today, system)[:MOST_LOW]:
        yield _of_low(low, history.get(low.ref))
    day = today.toordinal()
    rhythms = {key: known for key, one in history.items() if (known := rhythm(one.days, day))}
    due = sorted((known, str(key), key) for key, known in rhythms.items() if known.is_due)
    again = [_of(history[key], rhythm_words(known)) for known, _name, key in due]
    yield from again[: MOST - MOST_ALONG]
    yield from _along(history, rhythms, lists.here, day)
    yield from again[MOST - MOST_ALONG :]


def _along(
    history: Mapping[Key, Bought], rhythms: Mapping[Key, Rhythm], here: list[Key], day: int
) -> Iterator[Suggestion]:
    """What is not just bought and mostly lies in one basket with something on the list, the surest first."""
    number = {day: n for n, day in enumerate(sorted({day for one in history.values() for day in one.days}))}
    baskets = {key: sum(1 << number[day] for day in one.days) for key, one in history.items()}
    found = company(baskets, here, len(number))
    wanted = [key for key in found if _is_wanted(history[key], rhythms.get(key), day)]
    for key in sorted(wanted, key=lambda key: (found[key].chance, str(key)))[:MOST_ALONG]:
        known: Company = found[key]
        yield _of(history[key], along_words(known, history[known.along].name))


def _is_wanted(one: Bought, known: Rhythm | None, day: int) -> bool:
    ago = day - one.days[-1]
    return ago > JUST_BOUGHT and (known is None or ago * 2 >= known.every)


def _of(one: Bought, why: str) -> Suggestion:
    return Suggestion(one.code, one.name, one.emoji, one.usual, one.text, why, "|".join(sorted(one.keys)))


def _of_low(low: Low, before: Bought | None) -> Suggestion:
    """By the name that the household itself uses, and as much as brings it back to the minimum."""
    name = before.name if before else low.name[:1].upper() + low.name[1:]
    amount = low.amount or (before.usual if before else "")
    keys = before.keys if before else set()
    return Suggestion(low.key, name, low.emoji, amount, as_typed(name, amount), low_words(low), "|".join(sorted(keys)))


def _joined(reasons: Iterable[Suggestion]) -> list[Suggestion]:
    """Each thing once, with all that speaks for it."""
    found: dict[str, Suggestion] = {}
    for one in reasons:
        first = found.get(one.code)
        found[one.code] = one if first is None else _both(first, one)
    return list(found.values())


def _both(first: Suggestion, more: Suggestion) -> Suggestion:
    return Suggestion(
        code=first.code,
        name=first.name,
        emoji=first.emoji,
        amount=first.amount,
        text=first.text,
        why=f"{first.why} · {more.why}",
        keys=first.keys,
    )
