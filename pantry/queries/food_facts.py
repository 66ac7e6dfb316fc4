"""What is known of a food in a household: out of its own row and the catalogue's food under it."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any

from pantry.catalogue import CATEGORIES, FoodFacts, nutrition
from pantry.catalogue.facts import LIFE_FIGURES
from pantry.models import OwnFood

# Where a figure is from that somebody of the household said: no estimate of ours.
SAID_HERE = "household"
LIVES_SOURCE = "foodkeeper"
BY_ID = {one.id: one for one in CATEGORIES.values()}
NO_CATEGORY = CATEGORIES["tins"]
WEIGHING = ("density", "piece_weight", "package_weight")
# As they stand on the row and in the facts.
SAME = ("name", "plural", "emoji", "usual_unit", "storage", "staple", *WEIGHING)


def facts_of_own(row: OwnFood, base: FoodFacts | None) -> FoodFacts:
    """The fields in `said` go before those of `base`; of a food without base all are said."""
    said = set(row.said) if base else {*SAME, "category", "unit_weights", "shelf_life", "allergens", "diets"}
    told = {name: value for field in sorted(said) for name, value in _told(row, field).items()}
    origins = {figure: _origin(row, field) for field in sorted(said) for figure in _figures(row, field)}
    if base is None:
        sources = _sources("", origins)
        return FoodFacts(id=row.pk, aliases=tuple(row.aliases), sources=sources, **told)
    aliases = (*row.aliases, *((base.name,) if "name" in said else ()), *base.aliases)
    told["aliases"] = tuple(dict.fromkeys(aliases))
    return replace(base, sources=_sources(base.sources, origins), **told)


def as_said(food: FoodFacts | None) -> dict[str, Any]:
    """All that a household could say otherwise of a food, in the form in which it says it."""
    if food is None:
        return {}
    figures = nutrition(food.id) if isinstance(food.id, int) else None
    return {
        **{name: getattr(food, name) for name in SAME},
        "category": food.group or food.category,
        "unit_weights": as_text(food.unit_weights),
        "shelf_life": {f"{storage}.{state}": days for (storage, state), days in food.shelf_life.items()},
        "allergens": sorted(food.allergens),
        "diets": sorted(food.diets),
        "nutrition": as_text(figures.values) if figures else {},
    }


def as_text(figures: Mapping[str, Decimal]) -> dict[str, str]:
    """For JSON: one text for one number."""
    return {name: format(figure.normalize(), "f") for name, figure in figures.items()}


def lives(told: Mapping[str, Any]) -> dict[tuple[str, str], int]:
    """Days by storage and state, out of {"fridge.opened": 3}; what is neither is left out."""
    found = {}
    for name, days in told.items():
        storage, _dot, state = name.partition(".")
        if (storage, state) in LIFE_FIGURES and isinstance(days, int) and days >= 0:
            found[storage, state] = days
    return found


def decimals(told: Mapping[str, Any]) -> dict[str, Decimal]:
    """Figures as JSON keeps them, in text."""
    found = {}
    for name, figure in told.items():
        try:
            found[name] = Decimal(str(figure))
        except InvalidOperation:
            continue
    return found


def _told(row: OwnFood, field: str) -> dict[str, Any]:
    if field == "category":
        branch = BY_ID.get(row.category_id or 0, NO_CATEGORY)
        return {"category": branch.aisle or branch.slug, "group": branch.slug}
    if field == "unit_weights":
        return {field: MappingProxyType(decimals(row.unit_weights))}
    if field == "shelf_life":
        return {field: MappingProxyType(lives(row.shelf_life))}
    if field == "allergens":
        return {field: tuple(row.allergens)}
    if field == "diets":
        return {field: frozenset(row.diets)}
    return {field: getattr(row, field)} if field in SAME else {}


def _figures(row: OwnFood, field: str) -> list[str]:
    """By the names under which a food tells where they are from."""
    if field == "shelf_life":
        return [LIFE_FIGURES[life] for life in lives(row.shelf_life)]
    if field == "unit_weights":
        return list(decimals(row.unit_weights))
    return [field] if field in WEIGHING and getattr(row, field) is not None else []


def _origin(row: OwnFood, field: str) -> str:
    """A collection tells either how long a food keeps, or what it weighs and holds; the rest somebody here said."""
    told_lives = row.source.startswith(LIVES_SOURCE)
    return row.source if row.source and told_lives == (field == "shelf_life") else SAID_HERE


def _sources(of_base: str, origins: Mapping[str, str]) -> str:
    named = dict(pair.split("=", 1) for pair in of_base.split() if "=" in pair)
    named |= origins
    return " ".join(f"{figure}={origin}" for figure, origin in named.items())
