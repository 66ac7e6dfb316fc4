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
    aside = replace(known, rest=text) if known else Aside(text)
    if aside.price is None:
        rest, price = take_price(text)
        aside = replace(aside, rest=rest, price=price)
    aside = replace(aside, rest=aside.rest.strip())
    for _turn in range(MOST_TURNS):
        before = aside.rest
        aside = placed(dated(aside, today), places)
        if aside.opened is None:
            rest, opened = take_opened(aside.rest, today)
            aside = replace(aside, rest=rest, opened=opened)
        if not aside.frozen:
            rest, frozen = take_frozen(aside.rest)
            aside = replace(aside, rest=rest, frozen=frozen)
        if aside.rest == before:
            break
    return replace(aside, storage=aside.storage or ("freezer" if aside.frozen and not aside.place else ""))


def dated(aside: Aside, today: date) -> Aside:
    if aside.dated.day or aside.dated.wrong:
        return aside
    found = take_date(aside.rest, today)
    return replace(aside, rest=found.rest, dated=found)


def placed(aside: Aside, places: Mapping[str, str]) -> Aside:
    if not aside.place:
        rest, place = take_place(aside.rest, places)
        kind = places.get(place, "")
        aside = replace(aside, rest=rest, place=place, storage=aside.storage or (kind if kind in STORAGES else ""))
    if not aside.storage:
        rest, storage = take_storage(aside.rest)
        aside = replace(aside, rest=rest, storage=storage)
    return aside
