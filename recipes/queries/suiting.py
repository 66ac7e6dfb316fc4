"""Which of a household's eaters a dish does not suit. Health data: nothing of it is for guests."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from accounts.models import Allergen, Diet, Eater, Household
from pantry.catalogue import FoodFacts
from pantry.models import FoodId
from pantry.queries.foods import food as food_of


@dataclass(frozen=True)
class Table:
    """What somebody who eats here must not have: allergens and diets, each with the names of whom it concerns."""

    allergens: dict[str, list[str]]
    diets: dict[str, list[str]]


@dataclass(frozen=True)
class Suits:
    """`allergens`: those in the dish, each in words with the names of whoever must not have it.

    `against`: diets that one of its foods is not known to suit, with names and that food.
    `unknown`: how many ingredients nobody can say anything about.
    """

    allergens: list[tuple[str, list[str]]]
    against: list[tuple[str, list[str], str]]
    unknown: int

    @property
    def suits_all(self) -> bool:
        return not self.against and not any(names for _allergen, names in self.allergens)


NOBODY = Table({}, {})


def table_of(household: Household) -> Table:
    allergens: dict[str, list[str]] = {}
    diets: dict[str, list[str]] = {}
    for name, has, eats in Eater.objects.filter(household=household).values_list("name", "allergens", "diets"):
        for allergen in has:
            allergens.setdefault(allergen, []).append(name)
        for diet in eats:
            diets.setdefault(diet, []).append(name)
    return Table(allergens, diets)


def table_for(table: Table, names: Collection[str]) -> Table:
    """The same for some of them; for all where nobody is named."""
    if not names:
        return table
    return Table(_of(table.allergens, names), _of(table.diets, names))


def _of(whose: dict[str, list[str]], names: Collection[str]) -> dict[str, list[str]]:
    kept = {what: [name for name in listed if name in names] for what, listed in whose.items()}
    return {what: listed for what, listed in kept.items() if listed}


def suits(foods: Iterable[FoodId | None], table: Table) -> Suits:
    """Of the foods in a dish, None being one that the catalogue does not know."""
    ids = list(foods)
    known = [one for id in dict.fromkeys(ids) if (one := food_of(id))]
    held = {allergen for one in known for allergen in one.allergens}
    against = []
    for diet, names in table.diets.items():
        culprit = next((one.name for one in known if diet not in one.diets), None)
        if culprit is not None and diet in Diet.values:
            against.append((str(Diet(diet).label), names, culprit))
    allergens = [(str(one.label), table.allergens.get(one.value, [])) for one in Allergen if one.value in held]
    return Suits(allergens, against, ids.count(None))


def fits(food: FoodFacts, table: Table) -> bool:
    """Whether all who eat here may have this food."""
    return table.diets.keys() <= food.diets and table.allergens.keys().isdisjoint(food.allergens)
