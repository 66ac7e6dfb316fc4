"""The figures: temperatures.csv, storage.csv and sources.csv, read once.

Temperatures are those inside of the food. Days in the fridge are about safety, at 4 °C; months in the freezer are about
taste alone, as what stays frozen at -18 °C stays safe.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import gettext as _

from chat.agent.safety import names

HERE = Path(__file__).parent
# Hours that what spoils may lie in a warm kitchen.
HOURS_OUT = 2
HOURS_SOURCE = "fsis-danger-zone"
FRIDGE, FREEZER = 4, -18


@dataclass(frozen=True)
class Source:
    publisher: str
    title: str
    address: str


@dataclass(frozen=True)
class Temperature:
    """`celsius` is None where only the look tells; then `sign` says what to look for."""

    slug: str
    words: tuple[str, ...]
    celsius: int | None
    fahrenheit: int | None
    rest_minutes: int
    source: str

    @property
    def name(self) -> str:
        return _(names.TEMPERATURES[self.slug])

    @property
    def sign(self) -> str:
        return _(names.SIGNS[self.slug]) if self.slug in names.SIGNS else ""


@dataclass(frozen=True)
class Keeping:
    """`freezer_months` is None for what does not freeze well."""

    slug: str
    words: tuple[str, ...]
    fridge_days: int
    freezer_months: int | None
    source: str

    @property
    def name(self) -> str:
        return _(names.KEEPING[self.slug])


@cache
def sources() -> dict[str, Source]:
    return {row.pop("source"): Source(**row) for row in _rows("sources.csv")}


@cache
def temperatures() -> tuple[Temperature, ...]:
    return tuple(
        Temperature(
            row["slug"],
            tuple(row["words"].split("|")),
            _whole(row["celsius"]),
            _whole(row["fahrenheit"]),
            int(row["rest_minutes"]),
            row["source"],
        )
        for row in _rows("temperatures.csv")
    )


@cache
def keepings() -> tuple[Keeping, ...]:
    return tuple(
        Keeping(
            row["slug"],
            tuple(row["words"].split("|")),
            int(row["fridge_days"]),
            _whole(row["freezer_months"]),
            row["source"],
        )
        for row in _rows("storage.csv")
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _whole(text: str) -> int | None:
    return int(text) if text else None
