"""One typed line becomes entries: "2 l milk fridge friday"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from pantry.parsing.amounts import take_amount
from pantry.parsing.dates import Dated, take_date
from pantry.parsing.entry import Entry
from pantry.parsing.pieces import entries, lines
from pantry.parsing.prices import take_price
from pantry.parsing.storage import take_place, take_storage

# What is left at the ends of a name when the rest has been taken.
EDGES = " \t,;:.!-–—·|/"
# Stands for the name where only what is beside it is asked for.
NOTHING = "·"
LONGEST, LONGEST_NAME = 300, 120


@dataclass(frozen=True)
class Aside:
    """What an entry says beside its name and amount."""

    rest: str
    dated: Dated
    storage: str = ""
    place: str = ""
    price: Decimal | None = None


def parse_entries(text: str, *, today: date, places: Mapping[str, str] | None = None) -> list[Entry]:
    """Every entry of a text of one or more lines, several of them between commas. Never raises.

    `places` are the household's own places: their names with the kind of storage that they are.
    """
    found: list[Entry] = []
    heading = Aside("", Dated(""))
    for line in lines(text):
        of_line = parse_line(line, today, places or {})
        if line.endswith(":") and (aside := only_aside(line, today, places or {})):
            heading = aside
        else:
            found += [under(heading, entry) for entry in of_line]
    return found


def parse_line(line: str, today: date, places: Mapping[str, str]) -> list[Entry]:
    found: list[Entry] = []
    for part in entries(line):
        aside = only_aside(part, today, places)
        if aside and found:
            found[-1] = joined(found[-1], part, aside)
        elif aside:
            found.append(Entry(text=part, name="", wrong=_("Write also what it is.")))
        elif len(part) > LONGEST:
            found.append(Entry(text=part, name=part, wrong=_("That is too long for one entry.")))
        else:
            found.append(parse_entry(part, today=today, places=places))
    return found


def only_aside(text: str, today: date, places: Mapping[str, str]) -> Aside | None:
    """What the text says when it names no thing, only when, where or for how much."""
    if len(text) > LONGEST:
        return None
    aside = take_asides(f"{NOTHING} {text.rstrip(':')}", today, places)
    return aside if aside.rest == NOTHING else None


def under(heading: Aside, entry: Entry) -> Entry:
    """The entry with the place that a line such as "Fridge:" above it names, unless it names its own."""
    if entry.storage or entry.place:
        return entry
    return replace(entry, storage=heading.storage, place=heading.place)


def parse_entry(text: str, *, today: date, places: Mapping[str, str]) -> Entry:
    aside = take_asides(text, today, places)
    measured = take_amount(aside.rest)
    name = clean(measured.rest)
    if not (name or measured.quantity or measured.pack):
        name = clean(text)
    wrong = aside.dated.wrong or measured.wrong or wrong_name(name)
    return Entry(
        text=text,
        name=name,
        quantity=measured.quantity,
        pack=measured.pack,
        rough=measured.rough,
        storage=aside.storage,
        place=aside.place,
        use_by=aside.dated.day,
        date_kind=aside.dated.kind,
        price=aside.price,
        wrong=wrong,
    )


def wrong_name(name: str) -> str:
    if len(name) > LONGEST_NAME:
        return _("That is too long for one entry.")
    return "" if name else _("Write also what it is.")


def take_asides(text: str, today: date, places: Mapping[str, str]) -> Aside:
    """Price, date and place in any order, each once, as far as they stand at the end."""
    rest, price = take_price(text)
    aside = Aside(rest.strip(), Dated(""), price=price)
    for _turn in range(4):
        before = aside.rest
        if not (aside.dated.day or aside.dated.wrong):
            dated = take_date(aside.rest, today)
            aside = replace(aside, rest=dated.rest, dated=dated)
        if not aside.place:
            rest, place = take_place(aside.rest, places)
            kind = places.get(place, "")
            storage = kind if kind in {"pantry", "fridge", "freezer"} else ""
            aside = replace(aside, rest=rest, place=place, storage=aside.storage or storage)
        if not aside.storage:
            rest, storage = take_storage(aside.rest)
            aside = replace(aside, rest=rest, storage=storage)
        if aside.rest == before:
            break
    return aside


def joined(entry: Entry, text: str, aside: Aside) -> Entry:
    """The entry with what stood behind its comma, which said only when, where or for how much."""
    return replace(
        entry,
        text=f"{entry.text}, {text}",
        storage=aside.storage or entry.storage,
        place=aside.place or entry.place,
        use_by=aside.dated.day or entry.use_by,
        date_kind=aside.dated.kind or entry.date_kind,
        price=entry.price if aside.price is None else aside.price,
        wrong=entry.wrong or aside.dated.wrong,
    )


def clean(name: str) -> str:
    """The name without what stood between it and the rest, and without brackets that hold nothing or have no end."""
    bare = re.sub(r"\(\s*\)|\([^)]*$" if name.rstrip().endswith("(") else r"\(\s*\)", " ", name)
    return " ".join(bare.split()).strip(EDGES)
