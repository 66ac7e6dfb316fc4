"""Ingredients against the shelf: what is there, what is missing, and what cannot be compared and why."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from kitchen.units import CannotConvert, Quantity, convert, rounded
from pantry.catalogue import FoodFacts
from pantry.models import FoodId
from pantry.queries.foods import food as food_of
from recipes.queries.shelf import Shelf, Stored, measure_of
from recipes.queries.standing_in import StandIns

# What is lost on the way there and back between units is not missing.
NOTHING = Decimal("1e-9")


class Asked(NamedTuple):
    """An ingredient as it is compared; the names are those of the columns that it is read from."""

    recipe_id: UUID
    name: str
    name_key: str
    food_id: int | None
    own_food_id: UUID | None
    quantity: Decimal | None
    unit: str
    optional: bool

    @property
    def food_ref(self) -> FoodId | None:
        return self.own_food_id or self.food_id

    @property
    def food(self) -> FoodFacts | None:
        return food_of(self.food_ref)


@dataclass(slots=True)
class Verdict:
    """`enough` is None where nobody can say. Amounts are in the unit of the ingredient, None where there are none.

    `assumed`: a staple, of which no kitchen is counted to run out. `instead`: the food that stands in; then `stored` is
    its own.
    """

    asked: Asked
    enough: bool | None
    stored: Stored | None = None
    needed: Decimal | None = None
    there: Decimal | None = None
    assumed: bool = False
    instead: FoodFacts | None = None
    food: FoodFacts | None = None

    @property
    def short(self) -> Decimal | None:
        """How much is missing."""
        if self.enough is not False or self.needed is None:
            return None
        return rounded(self.needed - (self.there or 0))

    def in_unit(self, amount: Decimal | None) -> Quantity | None:
        return None if amount is None else Quantity(rounded(amount), self.asked.unit or "piece")


@dataclass
class Weigher:
    """Goes through the ingredients of one recipe; what one line takes is not there for the next.

    Without `stand_ins` only the food itself counts.
    """

    shelf: Shelf
    scale: Decimal = Decimal(1)
    stand_ins: StandIns | None = None
    spent: dict[tuple[int, str], Decimal] = field(default_factory=dict)

    def judge(self, asked: Asked) -> Verdict:
        known = self.shelf.food(asked.food_ref)
        verdict = self._judge(asked, known)
        verdict.food = known
        return verdict

    def _judge(self, asked: Asked, known: FoodFacts | None) -> Verdict:
        needed = asked.quantity * self.scale if asked.quantity is not None else None
        stored = self.shelf.find(asked.food_ref, asked.name_key)
        if stored is None or not stored.lots:
            assumed = is_staple(known)
            missing = Verdict(asked, assumed, stored, needed, assumed=assumed)
            return missing if assumed else self._instead(asked, needed, known) or missing
        if needed is None:
            return Verdict(asked, enough=True, stored=stored)
        return self._compare(Verdict(asked, enough=True, stored=stored, needed=needed), known, known)

    def _instead(self, asked: Asked, needed: Decimal | None, known: FoodFacts | None) -> Verdict | None:
        """With what stands in, if there is enough of it."""
        found = self.stand_ins.find(known) if self.stand_ins else None
        if found is None:
            return None
        food, stored = found
        verdict = Verdict(asked, enough=True, stored=stored, needed=needed, instead=food)
        if needed is not None:
            verdict = self._compare(verdict, known, food)
        return None if verdict.enough is False else verdict

    def _compare(self, verdict: Verdict, known: FoodFacts | None, lies: FoodFacts | None) -> Verdict:
        """What is `known` of the food that is asked for, and of that which `lies` there."""
        stored, needed = verdict.stored, verdict.needed
        if stored is None or needed is None:
            return verdict
        kind, factor = measure_of(known, verdict.asked.unit)
        place = (id(stored), kind)
        taken = self.spent.get(place, Decimal(0))
        amounts = stored.amounts(lies)
        left = max(amounts.get(kind, Decimal(0)) - taken, Decimal(0))
        self.spent[place] = taken + needed * factor
        verdict.there = there = left / factor
        if left + NOTHING < needed * factor:
            cannot_say = stored.vague or any(other != kind for other in amounts)
            verdict.enough = None if cannot_say else is_staple(known)
            verdict.assumed = verdict.enough is True
            verdict.there = None if cannot_say else there
        return verdict


def is_staple(known: FoodFacts | None) -> bool:
    return known is not None and known.staple


def judge_all(
    lines: Iterable[Asked], shelf: Shelf, scale: Decimal = Decimal(1), stand_ins: StandIns | None = None
) -> list[Verdict]:
    weigher = Weigher(shelf, scale, stand_ins)
    return [weigher.judge(asked) for asked in lines]


def reason(verdict: Verdict) -> str:
    """Why it cannot be said, is assumed, or does not count; "" where the amounts say it all."""
    stored = verdict.stored
    if verdict.assumed:
        return _("Taken to be here, as in every kitchen: it is not counted.")
    if stored and stored.past and not stored.lots:
        return _("What is here is past its use-by date.")
    if verdict.enough is not None or stored is None:
        return ""
    if stored.vague:
        return _("There is some; nobody has measured how much.")
    return _why_not(verdict.asked, stored)


def _why_not(asked: Asked, stored: Stored) -> str:
    facts = asked.food.units if asked.food else None
    try:
        if first := stored.first_measured:
            convert(first, asked.unit or "piece", facts)
    except CannotConvert as refusal:
        return str(refusal)
    return _("Part of what is here cannot be compared.")
