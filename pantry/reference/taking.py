"""What a food of a collection says, in the form in which a household says what it knows of a food of its own."""

from decimal import Decimal
from typing import Any

from kitchen.units import UNITS, find_unit, read_number
from kitchen.units.table import MASS, VOLUME
from pantry.catalogue import FoodFacts
from pantry.matching import match
from pantry.models import ReferenceFood, ReferenceSource, Storage

# What one of it is called in a collection.
ONE = {"each", "fruit", "medium", "item", "piece", "whole", "egg", "bar", "unit"}
SLICES = 4


def guessed(name: str) -> dict[str, Any]:
    """Where something that is only known by its name may belong: as what is called nearly so."""
    like = likely(name) if name else None
    where = {"category": like.group or like.category, "storage": like.storage} if like else {}
    return {"name": name, "usual_unit": "g", "storage": Storage.PANTRY.value, **where}


def likely(name: str) -> FoodFacts | None:
    near = match(name)
    return near.food or next((one for one, _sure in near.alternatives), None)


def taken(row: ReferenceFood) -> dict[str, Any]:
    """Its own figures only; what kind of food it is, and where such is kept, is that of the food it is nearest to."""
    like = likely(called(row)) or likely(row.name)
    density, pieces, units = weights_of(row.weights)
    source = f"{ReferenceSource(row.source).value}:{row.code}"
    return {
        "name": called(row),
        "emoji": like.emoji if like else "",
        "category": (like.group or like.category) if like else "tins",
        "storage": like.storage if like else storage_of(row.shelf_life),
        "usual_unit": "g",
        "density": density,
        "piece_weight": pieces,
        "unit_weights": units,
        "shelf_life": dict(row.shelf_life),
        "nutrition": dict(row.nutrition),
        "source": source[:60],
    }


def called(row: ReferenceFood) -> str:
    """Collections write "Cheese, cottage": people say "cottage cheese". What follows further commas is left."""
    first, *rest = (part.strip() for part in row.name.split(","))
    name = row.name if row.source == ReferenceSource.OFF else f"{rest[0]} {first}" if rest else first
    return (name if row.source == ReferenceSource.OFF else name.casefold())[:80]


def storage_of(lives: dict[str, int]) -> str:
    places = [life.partition(".")[0] for life in lives]
    return Storage.PANTRY if "pantry" in places or "fridge" not in places else Storage.FRIDGE


def weights_of(weights: dict[str, str]) -> tuple[Decimal | None, Decimal | None, dict[str, str]]:
    """Grams a millilitre, grams of one, and grams of other measures."""
    density = piece = None
    units: dict[str, str] = {}
    for measure, grams in weights.items():
        found = read_number(measure)
        amount, words = (found[0], measure[found[1] :]) if found else (Decimal(1), measure)
        word, weight = words.partition(",")[0].partition("(")[0].strip().lower(), Decimal(grams)
        if amount <= 0 or weight <= 0:
            continue
        unit, one = find_unit(word), weight / amount
        if unit and unit.kind == VOLUME:
            density = density or (one / unit.factor).quantize(Decimal("0.001"))
        elif word in ONE:
            piece = piece or one.quantize(Decimal("0.1"))
        elif unit and unit.kind != MASS and unit.code in UNITS:
            units.setdefault(unit.code, f"{one.quantize(Decimal('0.1')).normalize():f}")
    return density, piece, units
