"""The tree of food: departments of a shop, the aisles in them, and what stands together in an aisle."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from pantry.catalogue.category_names import DEPARTMENTS, AisleNames, Names


@dataclass(frozen=True)
class FoodCategory:
    """`name` is to be translated when it is shown; `tone` is one of the six colours, `position` that in the walk
    through the shop, branches right behind what they belong to. `parent` is a slug.
    """

    id: int
    slug: str
    name: str
    emoji: str
    tone: int
    position: int
    parent: str | None = None

    @property
    def path(self) -> tuple["FoodCategory", ...]:
        """From the root of the tree down to this one."""
        above = CATEGORIES[self.parent].path if self.parent else ()
        return (*above, self)

    @property
    def aisle(self) -> str | None:
        """The aisle that this is, or that it is a part of; None for a department of several aisles."""
        return next((one.slug for one in reversed(self.path) if one.slug in AISLES), None)

    @property
    def children(self) -> tuple["FoodCategory", ...]:
        return tuple(one for one in CATEGORIES.values() if one.parent == self.slug)


Placed: TypeAlias = tuple[Names, int, str | None]


def walk() -> Iterator[Placed]:
    """Names, tone and parent of each, in the order of the walk. Parts of an aisle have its colour."""
    for department, aisles in DEPARTMENTS:
        if department:
            yield department, aisles[0].tone, None
        for aisle in aisles:
            yield from walk_aisle(aisle, department.slug if department else None)


def walk_aisle(aisle: AisleNames, department: str | None) -> Iterator[Placed]:
    yield aisle.names, aisle.tone, department
    for group in aisle.groups:
        yield group, aisle.tone, aisle.names.slug


CATEGORIES: dict[str, FoodCategory] = {
    names.slug: FoodCategory(names.id, names.slug, names.name, names.emoji, tone, position, parent)
    for position, (names, tone, parent) in enumerate(walk(), start=1)
}
# What lists and filters show: each food is in one of them.
AISLES: dict[str, FoodCategory] = {
    aisle.names.slug: CATEGORIES[aisle.names.slug] for _department, aisles in DEPARTMENTS for aisle in aisles
}
