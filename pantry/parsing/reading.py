"""One typed line becomes entries: "2 l milk fridge friday"."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from kitchen.units import Quantity
from pantry.matching.brands import brand_in
from pantry.parsing.amounts import Measured, take_amount
from pantry.parsing.asides import Aside, take_asides
from pantry.parsing.entry import Entry
from pantry.parsing.paying import total
from pantry.parsing.pieces import entries, lines

# What is left at the ends of a name when the rest has been taken.
EDGES = " \t,;:.!-–—·|/"
# Stands for the name where only what is beside it is asked for.
NOTHING = "·"
LONGEST, LONGEST_NAME = 300, 120
EMPTY = Aside("")


def parse_entries(
    text: str, *, today: date, places: Mapping[str, str] | None = None, most: int | None = None
) -> list[Entry]:
    """Every entry of a text of one or more lines, several of them between commas. Never raises.

    `places` are the household's own places: their names with the kind of storage that they are. What comes after
    `most` entries is not read: it is one more entry with a sentence.
    """
    found: list[Entry] = []
    heading = EMPTY
    rest = lines(text)
    for line in rest:
        if most is not None and len(found) >= most:
            return [*found[:most], too_much([*(entry.text for entry in found[most:]), line, *rest])]
        if line.endswith(":") and (aside := only_aside(line, today, places or {})):
            heading = aside
        else:
            found += [under(heading, entry) for entry in parse_line(line, today, places or {}, most)]
    if most is not None and len(found) > most:
        return [*found[:most], too_much([entry.text for entry in found[most:]])]
    return found


def too_much(texts: list[str]) -> Entry:
    return Entry(text="\n".join(texts), name="", wrong=_("This is too much at once: add it after the rest."))


def parse_line(line: str, today: date, places: Mapping[str, str], most: int | None = None) -> list[Entry]:
    found: list[Entry] = []
    parts = entries(line)
    for part in parts:
        aside = only_aside(part, today, places)
        if aside and found:
            found[-1] = joined(found[-1], part, aside)
        elif most is not None and len(found) >= most:
            return [*found, too_much([", ".join([part, *parts])])]
        elif aside:
            found.append(Entry(text=part, name="", wrong=aside.dated.wrong or _("Write also what it is.")))
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
    """The entry with the place and day that a line such as "Fridge:" above it names, unless it names its own."""
    if not (entry.storage or entry.place):
        entry = replace(entry, storage=heading.storage, place=heading.place)
    if entry.use_by is None and heading.dated.day:
        entry = replace(entry, use_by=heading.dated.day, date_kind=heading.dated.kind)
    return entry


def parse_entry(text: str, *, today: date, places: Mapping[str, str]) -> Entry:
    aside = take_asides(text, today, places)
    measured = take_amount(aside.rest)
    if measured.quantity and measured.rest != aside.rest and aside.rest.startswith(measured.rest):
        # The amount stood behind the day or the place: "milk friday 2 l".
        aside = take_asides(measured.rest, today, places, known=aside)
        measured = replace(measured, rest=aside.rest)
    name = clean(measured.rest)
    if not (name or measured.quantity or measured.pack):
        name = clean(text)
    name = f"{name} {aside.frozen}".strip()
    return priced(entry_of(text, name, aside, measured), aside)


def entry_of(text: str, name: str, aside: Aside, measured: Measured) -> Entry:
    return Entry(
        text=text,
        name=name,
        quantity=measured.quantity,
        pack=measured.pack,
        rough=measured.rough,
        brand=brand_in(name),
        storage=aside.storage,
        place=aside.place,
        use_by=aside.dated.day,
        date_kind=aside.dated.kind,
        opened=aside.opened,
        wrong=aside.dated.wrong or measured.wrong or wrong_name(name),
    )


def priced(entry: Entry, aside: Aside) -> Entry:
    """The entry with its price, or with a note of what was said of one that cannot be reckoned."""
    price = aside.price
    if price is None:
        return entry
    if price.times and entry.quantity is None and not entry.rough:
        entry = replace(entry, quantity=Quantity(Decimal(price.times), "piece"))
    paid = total(price, entry.name, entry.quantity, entry.pack)
    return replace(
        entry,
        price=paid,
        paid=price.written,
        currencies=price.currencies if paid is not None else (),
        note=entry.note if paid is not None else price.written,
        wrong=entry.wrong or price.wrong,
    )


def wrong_name(name: str) -> str:
    if len(name) > LONGEST_NAME:
        return _("That is too long for one entry.")
    return "" if name else _("Write also what it is.")


def joined(entry: Entry, text: str, aside: Aside) -> Entry:
    """The entry with what stood behind its comma, which said only when, where or for how much."""
    entry = replace(
        entry,
        text=f"{entry.text}, {text}",
        storage=aside.storage or entry.storage,
        place=aside.place or entry.place,
        use_by=aside.dated.day or entry.use_by,
        date_kind=aside.dated.kind or entry.date_kind,
        opened=aside.opened or entry.opened,
        wrong=entry.wrong or aside.dated.wrong,
    )
    return priced(entry, aside)


def clean(name: str) -> str:
    """The name without what stood between it and the rest, and without brackets that hold nothing or have no end."""
    bare = re.sub(r"\(\s*\)|\([^)]*$" if name.rstrip().endswith("(") else r"\(\s*\)", " ", name)
    return " ".join(bare.split()).strip(EDGES)
