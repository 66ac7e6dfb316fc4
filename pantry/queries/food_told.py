"""What is known of a food in words and figures, each with where it is from."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from accounts.models import Allergen, Diet
from kitchen.units import UNITS, Quantity, tell, unit_name
from pantry.catalogue import FREEZER, FRIDGE, NUTRIENTS, OPENED, PANTRY, SEALED, THAWED, FoodFacts, Nutrition
from pantry.catalogue.facts import LIFE_FIGURES, OWN
from pantry.models import Storage
from pantry.queries.food_facts import SAID_HERE

MONTH, YEAR = 61, 730
# What a source is called, by what stands before the colon.
SOURCES: dict[str, Any] = {
    OWN: lazy("estimated"),
    SAID_HERE: lazy("said here"),
    "sr28": "USDA SR28",
    "usda": "USDA SR28",
    "foodkeeper": "USDA FoodKeeper",
    "off": "Open Food Facts",
}
SIZES: dict[str, Any] = {
    "piece_small": lazy("a small one"),
    "piece_weight": lazy("one"),
    "piece_large": lazy("a large one"),
    "package_weight": lazy("a package"),
}


@dataclass(frozen=True)
class Told:
    """A figure in words; `estimate` where it is ours and nobody measured it."""

    label: str
    words: str
    source: str = ""
    estimate: bool = False


@dataclass(frozen=True)
class LifeRow:
    """How long it keeps in one kind of place: closed, opened and thawed, None where nobody knows."""

    storage: str
    sealed: Told | None
    opened: Told | None
    thawed: Told | None


@dataclass(frozen=True)
class NutrientRow:
    name: str
    words: str
    is_part: bool


def source_in_words(source: str) -> str:
    return str(SOURCES.get(source.partition(":")[0], source))


def lives_told(food: FoodFacts) -> list[LifeRow]:
    """Only places of which something is known."""
    rows = [
        LifeRow(str(Storage(place).label), *(_life(food, place, state) for state in (SEALED, OPENED, THAWED)))
        for place in (PANTRY, FRIDGE, FREEZER)
    ]
    return [row for row in rows if row.sealed or row.opened or row.thawed]


def weights_told(food: FoodFacts, system: str = "metric") -> list[Told]:
    told = []
    if food.density is not None:
        cup = food.density * UNITS["cup"].factor
        words = _("%(weight)s, %(density)s g a millilitre") % {
            "weight": tell(Quantity(cup.quantize(Decimal(1)), "g"), system),
            "density": f"{food.density.normalize():f}",
        }
        told.append(_told(food, "density", _("a cup"), words))
    sizes = [(name, str(label)) for name, label in SIZES.items() if getattr(food, name) is not None]
    told += [_told(food, name, label, _grams(getattr(food, name), system)) for name, label in sizes]
    told += [
        _told(food, unit, unit_name(unit) if unit in UNITS else unit, _grams(grams, system))
        for unit, grams in food.unit_weights.items()
    ]
    return told


def nutrition_told(figures: Nutrition | None) -> list[NutrientRow]:
    """In the order of NUTRIENTS; what is not known is left out, none at all is said."""
    if figures is None:
        return []
    return [
        NutrientRow(_(one.name), f"{_short(figures.values[code])} {one.unit}", bool(one.part_of))
        for code, one in NUTRIENTS.items()
        if code in figures.values
    ]


def allergens_told(food: FoodFacts) -> list[str]:
    return [str(Allergen(one).label) for one in food.allergens if one in Allergen.values]


def diets_told(food: FoodFacts) -> list[str]:
    return [str(one.label) for one in Diet if one.value in food.diets]


def how_long(days: int) -> str:
    """As people count: days, then weeks, months and years."""
    if days < 14:  # noqa: PLR2004 - two weeks
        return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}
    if days < MONTH:
        weeks = round(days / 7)
        return ngettext("%(count)d week", "%(count)d weeks", weeks) % {"count": weeks}
    if days < YEAR:
        months = round(days / 30.4)
        return ngettext("%(count)d month", "%(count)d months", months) % {"count": months}
    years = round(days / 365)
    return ngettext("%(count)d year", "%(count)d years", years) % {"count": years}


def _life(food: FoodFacts, place: str, state: str) -> Told | None:
    days = food.shelf_life.get((place, state))
    figure = LIFE_FIGURES.get((place, state), "")
    return None if days is None else _told(food, figure, "", how_long(days))


def _told(food: FoodFacts, figure: str, label: str, words: str) -> Told:
    source = food.source_of(figure)
    return Told(label, words, source_in_words(source), food.is_estimate(figure))


def _grams(grams: Decimal, system: str) -> str:
    return tell(Quantity(grams, "g"), system)


def _short(figure: Decimal) -> str:
    """Three digits that count."""
    places = 0 if figure >= 100 else 1 if figure >= 10 else 2  # noqa: PLR2004
    return f"{round(figure, places).normalize():f}" if figure else "0"
