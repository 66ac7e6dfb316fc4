"""What is known of one food, and how a line of foods.csv is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType
from uuid import UUID

from kitchen.units import Facts
from pantry.catalogue.categories import CATEGORIES

PANTRY, FRIDGE, FREEZER = "pantry", "fridge", "freezer"
SEALED, OPENED, THAWED = "sealed", "opened", "thawed"
# The name of a figure of days, and what it means. What is thawed lies in the fridge.
LIVES = {
    "pantry": (PANTRY, SEALED),
    "fridge": (FRIDGE, SEALED),
    "freezer": (FREEZER, SEALED),
    "pantry_opened": (PANTRY, OPENED),
    "fridge_opened": (FRIDGE, OPENED),
    "freezer_opened": (FREEZER, OPENED),
    "thawed": (FRIDGE, THAWED),
}
LIFE_FIGURES = {life: figure for figure, life in LIVES.items()}
# Weights of one thing; where there is one size only, it is the medium one.
WEIGHTS = ("piece_small", "piece_weight", "piece_large", "package_weight")
OWN = "own"


@dataclass(frozen=True, eq=False)
class FoodFacts:
    """A food as it is usually sold; the id of a household's own is a UUID. `density` is g per ml, weights are g, shelf
    lives days; None is not known.

    `category` is the aisle, `group` the most specific branch of the tree (often the same). `parent` is the food that
    this one is a kind of, or that can stand in for it, with allergens and diets of its own. `allergens` are those that
    the food has, or that products of this name often have. `diets` are those that the food suits as it is usually
    made; one that is missing is not known to be suited. The package has the last word. `sources` says for each figure
    where it is from.
    """

    id: int | UUID
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
    group: str = ""
    piece_small: Decimal | None = None
    piece_large: Decimal | None = None
    package_weight: Decimal | None = None
    parent: int | None = None

    @property
    def number(self) -> int:
        """The id of a food of the catalogue; a household's own has none, and asking for it raises."""
        if isinstance(self.id, int):
            return self.id
        raise ValueError(f"{self.name} is no food of the catalogue.")

    @cached_property
    def units(self) -> Facts:
        sizes = {"small": self.piece_small, "large": self.piece_large}
        known = {size: weight for size, weight in sizes.items() if weight is not None}
        return Facts(self.density, self.piece_weight, {**known, **self.unit_weights})

    @property
    def names(self) -> tuple[str, ...]:
        """Every word for it, the first being the one that people see."""
        return (self.name, self.plural, *self.aliases)

    @property
    def figures(self) -> tuple[str, ...]:
        """The names of all that is told in numbers: "density", "piece_small", "clove", "fridge_opened"."""
        told = [name for name in ("density", *WEIGHTS) if getattr(self, name) is not None]
        return (*told, *self.unit_weights, *(LIFE_FIGURES[life] for life in self.shelf_life))

    def source_of(self, figure: str) -> str:
        """Where a figure is from: "sr28:09003", "foodkeeper:248", OWN for an estimate, nothing for one not told."""
        named = dict(pair.split("=", 1) for pair in self.sources.split() if "=" in pair)
        return named.get(figure, "")

    def is_estimate(self, figure: str) -> bool:
        return self.source_of(figure) == OWN


def read_food(row: Mapping[str, str]) -> FoodFacts:
    """A line of the file; a figure that is no number raises, and so does a category that is none."""
    category = CATEGORIES[row["category"]]
    return FoodFacts(
        id=int(row["id"]),
        name=row["name"],
        plural=row["plural"],
        aliases=parts(row["aliases"]),
        category=category.aisle or category.slug,
        group=category.slug,
        emoji=row["emoji"],
        density=figure(row["density"]),
        piece_small=figure(row["piece_small"]),
        piece_weight=figure(row["piece_weight"]),
        piece_large=figure(row["piece_large"]),
        package_weight=figure(row["package_weight"]),
        unit_weights=MappingProxyType(weights(row["unit_weights"])),
        usual_unit=row["usual_unit"],
        storage=row["storage"],
        shelf_life=MappingProxyType(
            {life: int(row[f"{name}_days"]) for name, life in LIVES.items() if row[f"{name}_days"]}
        ),
        allergens=parts(row["allergens"]),
        diets=frozenset(parts(row["diets"])),
        staple=row["staple"] == "1",
        parent=int(row["parent"]) if row["parent"] else None,
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
