"""Countries, currencies and time zones as selects offer them: in the reader's words and order."""

from itertools import groupby

from accounts.places.countries import COUNTRIES
from accounts.places.currencies import CURRENCIES
from accounts.places.guess import countries_of_zones

Choice = tuple[str, str]


def country_choices() -> list[Choice]:
    return sorted(((code, str(name)) for code, (name, _currency) in COUNTRIES.items()), key=lambda choice: choice[1])


def currency_choices() -> list[Choice]:
    return [(code, f"{code} · {name}") for code, name in sorted(CURRENCIES.items())]


def zone_groups(chosen: str) -> list[tuple[str, list[Choice]] | Choice]:
    """The zones of countries by continent, and `chosen` first when it is another (an old name, UTC)."""
    names = sorted(countries_of_zones())
    groups: list[tuple[str, list[Choice]] | Choice] = [
        (continent, [(name, _city(name)) for name in zones])
        for continent, zones in groupby(names, key=lambda name: name.partition("/")[0])
    ]
    others = [name for name in dict.fromkeys((chosen, "UTC")) if name and name not in countries_of_zones()]
    return [*((name, name) for name in others), *groups]


def _city(zone: str) -> str:
    return zone.partition("/")[2].replace("_", " ").replace("/", ", ")
