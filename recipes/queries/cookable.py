"""What can be cooked from what is here. A constant number of queries, however many recipes there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from accounts.models import Household, User
from kitchen.units import Quantity
from pantry.models import FoodId
from recipes.queries.card import RecipeCard, card_of
from recipes.queries.card_rows import CardRow, card_rows
from recipes.queries.looking import Look, look
from recipes.queries.shelf import shelf_of
from recipes.queries.standing_in import StandIns, stand_ins_on
from recipes.queries.suiting import suits
from recipes.queries.wanted import Wanted
from recipes.queries.weighing import Verdict, judge_all, reason

SHOWN = 24
FOR_ALL = Wanted(for_everybody=True)


@dataclass(frozen=True)
class Missing:
    """`quantity` is how much has to be got, None where the recipe names no amount; `unit` is its code."""

    name: str
    quantity: Quantity | None
    unit: str
    food_id: FoodId | None
    why: str


@dataclass(frozen=True)
class Cookable:
    """`uses_soon` are foods that must be eaten; `allergens` those of the dish, with whom of the table they concern."""

    recipe: RecipeCard
    have: int
    needed: int
    missing: list[Missing]
    uses_soon: list[str]
    allergens: list[tuple[str, list[str]]]


@dataclass(frozen=True)
class Limits:
    """Which part of them: so many from `start`, of which at most so many lines are missing, or that use up something
    that must be eaten.
    """

    start: int = 0
    count: int = SHOWN
    most_missing: int | None = None
    uses_up: bool = False


@dataclass(frozen=True)
class Dishes:
    """Those that were asked for, of `count`; `of` all that there are. `unsure`: how many more a diet might leave."""

    dishes: list[Cookable]
    count: int
    of: int
    unsure: int = 0


def what_can_i_cook(
    household: Household,
    wanted: Wanted = FOR_ALL,
    *,
    today: date,
    limits: Limits = Limits(),
    person: User | None = None,
) -> Dishes:
    """Fewest missing first, weighed with what must be eaten, then the shorter time, the better rating, the name.

    Staples are taken to be here, and what is next of kin stands in for what is not. Wanted for everybody, it leaves
    out what somebody who eats here must not have.
    """
    shelf = shelf_of(household, today)
    found = look(household, wanted, shelf, person)
    if limits.most_missing is not None:
        found.narrow("missing", found.judged.missing <= limits.most_missing)
    if limits.uses_up:
        found.narrow("uses_up", found.judged.urgent > 0)
    ids = found.page(limits.start, limits.start + limits.count)
    rows, stand_ins = card_rows(household, ids, found.given.now.favourites), stand_ins_on(shelf, found.given.table)
    dishes = [cookable(row, verdicts_of(row, found, stand_ins), found) for row in rows]
    return Dishes(dishes, found.rows.size, int(found.given.index.alive.sum()), unsure_of(found))


def verdicts_of(row: CardRow, found: Look, stand_ins: StandIns) -> list[Verdict]:
    return judge_all(row.lines, found.shelf, stand_ins=stand_ins)


def unsure_of(found: Look) -> int:
    """How many dishes of a diet there might be besides: with an ingredient that nobody knows, and none against it."""
    if not found.given.wanted.diet:
        return 0
    return int((found.mask_but("diet") & found.given.known.unsure).sum())


def cookable(row: CardRow, verdicts: Sequence[Verdict], found: Look) -> Cookable:
    card = card_of(row.dish, verdicts, found.shelf, row.shown)
    told = suits((one.asked.food_ref for one in verdicts), found.given.now.table)
    missing = [missing_of(one) for one in verdicts if one.enough is False and not one.asked.optional]
    return Cookable(card, card.have, card.needed, missing, card.uses, told.allergens)


def missing_of(verdict: Verdict) -> Missing:
    asked = verdict.asked
    quantity = verdict.in_unit(verdict.short)
    return Missing(asked.name, quantity, quantity.unit if quantity else asked.unit, asked.food_ref, reason(verdict))
