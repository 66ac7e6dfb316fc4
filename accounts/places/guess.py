"""Where somebody lives, guessed from the time zone their browser named. A guess: the person may change it."""

from dataclasses import dataclass
from functools import cache
from importlib import resources

from accounts.places.countries import COUNTRIES


@dataclass(frozen=True)
class Place:
    """`country` is ISO 3166-1 ("" when unknown), `currency` ISO 4217."""

    country: str
    currency: str
    time_zone: str


def place_of(time_zone: str) -> Place:
    country = countries_of_zones().get(time_zone, "")
    _name, currency = COUNTRIES.get(country, ("", "EUR"))
    return Place(country, currency, time_zone)


@cache
def countries_of_zones() -> dict[str, str]:
    """Country by time zone, from the time zone database's own zone.tab."""
    table = (resources.files("tzdata.zoneinfo") / "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {row[2]: row[0] for row in rows}
