"""What is known of one food, and how a line of foods.csv is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from kitchen.units import Facts

PANTRY, FRIDGE, FREEZER = "pantry", "fridge", "freezer"
SEALED, OPENED = "sealed", "opened"
# A column of days, and what it means.
LIVES = {
    "pantry_days": (PANTRY, SEALED),
    "fridge_days": (FRIDGE, SEALED),
    "freezer_days": (FREEZER, SEALED),
    "pantry_opened_days": (PANTRY, OPENED),
    "fridge_opened_days": (FRIDGE, OPENED),
}


@dataclass(frozen=True, eq=False)
class FoodFacts:
    """A food as it is usually sold. `density` is g per ml, weights are g, shelf lives days; None is not known.

    `allergens` are those that the food has, or that products of this name often have. `diets` are those that the
    food suits as it is usually made; one that is missing is not known to be suited. The package has the last word.
    """

    id: int
    name: str
    plural: str
    aliases: tuple[str, ...]
    category: str
    emoji: str
    density: Decimal | None
    piece_weight: Decimal | None
    unit_weights: Mapping[str, Decimal]
    usual_unit: str
    storage: str
    shelf_life: Mapping[tuple[str, str], int]
    allergens: tuple[str, ...]
    diets: frozenset[str]
    staple: bool
    sources: str

    @property
    def units(self) -> Facts:
        return Facts(self.density, self.piece_weight, self.unit_weights)

    @property
    def names(self) -> tuple[str, ...]:
        """Every word for it, the first being the one that people see."""
        return (self.name, self.plural, *self.aliases)


def read_food(row: Mapping[str, str]) -> FoodFacts:
    """A line of the file; a figure that is no number raises."""
    return FoodFacts(
        id=int(row["id"]),
        name=row["name"],
        plural=row["plural"],
        aliases=parts(row["aliases"]),
        category=row["category"],
        emoji=row["emoji"],
        density=figure(row["density"]),
        piece_weight=figure(row["piece_weight"]),
        unit_weights=MappingProxyType(weights(row["unit_weights"])),
        usual_unit=row["usual_unit"],
        storage=row["storage"],
        shelf_life=MappingProxyType({life: int(row[name]) for name, life in LIVES.items() if row[name]}),
        allergens=parts(row["allergens"]),
        diets=frozenset(parts(row["diets"])),
        staple=row["staple"] == "1",
        sources=row["sources"],
    )


def parts(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()


def figure(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def weights(text: str) -> dict[str, Decimal]:
    """Grams by unit, written as clove:3|head:40."""
    pairs = (part.split(":") for part in parts(text))
    return {unit: Decimal(grams) for unit, grams in pairs}
