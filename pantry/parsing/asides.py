"""What an entry says beside its name and amount: when, where, for how much, in which state."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from pantry.parsing.dates import Dated, take_date
from pantry.parsing.prices import Price, take_price
from pantry.parsing.states import take_frozen, take_opened
from pantry.parsing.storage import take_place, take_storage

STORAGES = frozenset({"pantry", "fridge", "freezer"})
MOST_TURNS = 5

NO_DATE = Dated("")


@dataclass(frozen=True)
class Aside:
    """`rest` is the text without all of it; `frozen` is the word that said so."""

    rest: str
    dated: Dated = NO_DATE
    storage: str = ""
    place: str = ""
    price: Price | None = None
    opened: date | None = None
    frozen: str = ""


def take_asides(text: str, today: date, places: Mapping[str, str], known: Aside | None = None) -> Aside:
    """In any order, each once, as far as they stand at the end; `known` is what was found before."""
    aside = replace(known, rest=text.strip()) if known else Aside(text.strip())
    if aside.price is None:
        rest, price = take_price(aside.rest)
        aside = replace(aside, rest=rest.strip(), price=price) if price else aside
    for _turn in range(MOST_TURNS):
        before = aside.rest
        aside = in_state(placed(dated(aside, today), places), today)
        if aside.rest == before:
            break
    if aside.frozen and not (aside.storage or aside.place):
        return replace(aside, storage="freezer")
    return aside


def dated(aside: Aside, today: date) -> Aside:
    if aside.dated.day or aside.dated.wrong:
        return aside
    found = take_date(aside.rest, today)
    return replace(aside, rest=found.rest, dated=found) if found.day or found.wrong else aside


def placed(aside: Aside, places: Mapping[str, str]) -> Aside:
    if places and not aside.place:
        rest, place = take_place(aside.rest, places)
        if place:
            kind = places.get(place, "")
            aside = replace(aside, rest=rest, place=place, storage=aside.storage or (kind if kind in STORAGES else ""))
    if not aside.storage:
        rest, storage = take_storage(aside.rest)
        aside = replace(aside, rest=rest, storage=storage) if storage else aside
    return aside


def in_state(aside: Aside, today: date) -> Aside:
    if aside.opened is None:
        rest, opened = take_opened(aside.rest, today)
        aside = replace(aside, rest=rest, opened=opened) if opened else aside
    if not aside.frozen:
        rest, frozen = take_frozen(aside.rest)
        aside = replace(aside, rest=rest, frozen=frozen) if frozen else aside
    return aside
