"""A dish at a glance: what is here of it now and what it lacks, what a serving holds, whom it does not suit."""

from dataclasses import dataclass
from decimal import Decimal

from recipes.models import Recipe, RecipeIngredient
from recipes.queries.need import Needs, needs_of
from recipes.queries.nutrition import nutrients_of
from recipes.queries.scaling import ONE
from recipes.queries.shelf import Shelf
from recipes.queries.suiting import Table, suits


@dataclass(frozen=True)
class Glance:
    """`energy` is of one serving, "" where too little is known. `not_for` says what is in it, or which diet it is
    against, each with the names of whom that concerns.
    """

    needs: Needs
    have: int
    needed: int
    energy: str
    not_for: list[tuple[str, str]]


def glance_at(dish: Recipe, lines: list[RecipeIngredient], shelf: Shelf, table: Table, factor: Decimal = ONE) -> Glance:
    needs = needs_of(lines, shelf, factor)
    needed = [one for one in needs.lines if not one.ingredient.optional]
    nutrients = nutrients_of(dish, lines)
    told = suits((line.food_ref for line in lines), table)
    concerned = [*told.allergens, *((diet, names) for diet, names, _culprit in told.against)]
    return Glance(
        needs=needs,
        have=sum(one.enough is not False for one in needed),
        needed=len(needed),
        energy=nutrients.first[0].words if nutrients.first and nutrients.for_one and not nutrients.is_thin else "",
        not_for=[(what, ", ".join(names)) for what, names in concerned if names],
    )
