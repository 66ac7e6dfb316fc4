"""What cooking a dish will take off the shelves, before anything goes: by ingredient the lots, soonest first."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import Household
from kitchen.units import UNITS, CannotConvert, Quantity, convert, rounded, tell
from pantry.models import DateKind, FoodId, StockItem
from pantry.queries.amount import facts_of
from pantry.queries.foods import food, rows_of
from pantry.queries.stock import Lot, lot_of, shelves, urgency
from recipes.models import Recipe, RecipeIngredient
from recipes.queries.cook_log import newest_cooking
from recipes.queries.scaling import Servings, amount_in_words, servings_for, written
from recipes.queries.weighing import NOTHING

# How many lots are offered for one ingredient; those that give something are always among them.
MOST_LOTS = 6
# From which amount on a share is proposed in whole units, and in tenths: nobody weighs 236.5882 ml.
WHOLE, TENTHS, NONE = Decimal(100), Decimal(10), Decimal(0)
SMALLER = {"kg": "g", "l": "ml"}


@dataclass(frozen=True)
class PlannedLot:
    """A lot that an ingredient may come from. `share` of it is proposed, as one weighs it; None where nobody can say.

    `why` says what keeps it from being proposed; a rough lot can only be used up.
    """

    lot: Lot
    share: Quantity | None = None
    why: str = ""

    @property
    def item(self) -> StockItem:
        return self.lot.item

    @property
    def is_rough(self) -> bool:
        return self.item.amount is None


@dataclass(frozen=True)
class PlannedLine:
    """An ingredient with the lots that it may come from. `is_taken`: its shares are proposed, and not only offered."""

    ingredient: RecipeIngredient
    amount: str
    text: str
    lots: list[PlannedLot]
    is_taken: bool
    why: str = ""


@dataclass(frozen=True)
class CookingPlan:
    """`newest` is the id of the newest line of the cook log, as it was when this was worked out ("" for none)."""

    recipe: Recipe
    servings: Servings
    lines: list[PlannedLine]
    newest: str

    @property
    def to_take(self) -> list[PlannedLine]:
        """The ingredients of which something lies on the shelves."""
        return [line for line in self.lines if line.lots]

    @property
    def not_here(self) -> list[PlannedLine]:
        return [line for line in self.lines if not line.lots]

    @property
    def proposed(self) -> list[PlannedLot]:
        """What goes if nobody changes anything."""
        return [one for line in self.lines if line.is_taken for one in line.lots if one.share]


def cooking_plan(recipe: Recipe, servings: Decimal | None, *, today: date, system: str = "metric") -> CookingPlan:
    wanted = servings_for(recipe, servings)
    ingredients = list(RecipeIngredient.objects.filter(household_id=recipe.household_id, recipe=recipe))
    planner = Planner(today, system, lots_for(recipe.household, ingredients, today))
    lines = [planner.line(one, wanted.factor) for one in ingredients]
    return CookingPlan(recipe, wanted, lines, newest_cooking(recipe))


def lots_for(household: Household, ingredients: Iterable[RecipeIngredient], today: date) -> list[StockItem]:
    """Everything on the shelves that one of them may mean, in one query; what must be eaten first comes first."""
    meant = Q(pk=None)
    for one in ingredients:
        meant |= Q(name_key=one.name_key)
        if one.food_ref:
            meant |= rows_of(one.food_ref)
    return sorted(shelves(household).filter(meant), key=lambda lot: urgency(lot, today))


def meant_by(ref: FoodId | None) -> FoodId | None:
    """The food itself, where it was merged into another."""
    known = food(ref)
    return known.id if known else ref


class Share(NamedTuple):
    """What a lot gives, why it does not, what is still wanted then, and what the lot has less (in its own unit)."""

    given: Quantity | None
    why: str
    rest: Decimal
    less: Decimal = NONE


@dataclass
class Planner:
    """Goes through the ingredients in their order; what one takes is not there for the next."""

    today: date
    system: str
    lots: list[StockItem]
    left: dict[UUID, Decimal] = field(default_factory=dict)

    def line(self, one: RecipeIngredient, factor: Decimal) -> PlannedLine:
        wanted = None if one.quantity is None else one.quantity * factor
        is_taken = wanted is not None and not one.optional and not is_staple(one)
        lots, rest = self._share_out(one, wanted or NONE, keeps=is_taken)
        words, why = amount_in_words(one, factor, self.system), ""
        if is_taken and lots and wanted and rest > wanted / 50 and not any(lot.why for lot in lots):
            why = _("%(amount)s of it is not here.") % {"amount": tell(Quantity(rest, unit_of(one)), self.system)}
        return PlannedLine(one, words, written(one), lots, is_taken, why or unsaid(one, is_here=bool(lots)))

    def _share_out(self, one: RecipeIngredient, wanted: Decimal, *, keeps: bool) -> tuple[list[PlannedLot], Decimal]:
        """The lots with their shares, and what is wanted beyond them."""
        planned: list[PlannedLot] = []
        for lot in self._lots_of(one):
            share = self._share(lot, one, wanted)
            if keeps:
                self.left[lot.pk] = self._left(lot) - share.less
            wanted = share.rest
            planned.append(PlannedLot(lot_of(lot, self.today, self.system), share.given, share.why))
        shown = sorted(planned, key=lambda each: not each.share)[:MOST_LOTS]
        return [each for each in planned if each in shown], wanted

    def _lots_of(self, one: RecipeIngredient) -> list[StockItem]:
        ref = meant_by(one.food_ref)
        same = [lot for lot in self.lots if ref and meant_by(lot.food_ref) == ref]
        return same or [lot for lot in self.lots if lot.name_key == one.name_key and not lot.food_ref]

    def _share(self, lot: StockItem, one: RecipeIngredient, wanted: Decimal) -> Share:
        if wanted <= NOTHING or (lot.amount is not None and self._left(lot) <= NONE):
            return Share(None, "", wanted)
        if lot.date_kind == DateKind.USE_BY and lot.use_by and lot.use_by < self.today:
            return Share(None, _("Past its use-by date."), wanted)
        if lot.amount is None:
            return Share(None, _("Nobody has measured it: tick it if it has been used up."), wanted)
        left, facts = self._left(lot), facts_of(lot.food_ref or one.food_ref)
        try:
            needed = convert(Quantity(wanted, unit_of(one)), lot.unit, facts).amount
        except CannotConvert as refusal:
            return Share(None, str(refusal), wanted)
        if rounded(needed) < left:
            given = handy(Quantity(needed, lot.unit))
            is_more = convert(given, lot.unit).amount > left
            return Share(Quantity(left, lot.unit) if is_more else given, "", NONE, needed)
        return Share(Quantity(left, lot.unit), "", wanted * max(needed - left, NONE) / needed, left)

    def _left(self, lot: StockItem) -> Decimal:
        return self.left.get(lot.pk, lot.amount or NONE)


def is_staple(one: RecipeIngredient) -> bool:
    known = food(one.food_ref)
    return known is not None and known.staple


def unit_of(one: RecipeIngredient) -> str:
    return one.unit if one.unit in UNITS else "piece"


def unsaid(one: RecipeIngredient, *, is_here: bool) -> str:
    """Why an ingredient is not proposed to be taken."""
    if is_staple(one):
        return _("In every kitchen, so it is not counted.")
    if not is_here:
        return ""
    if one.optional:
        return _("Only if you like: tick it if it went in.")
    return _("The recipe does not say how much.") if one.quantity is None else ""


def handy(quantity: Quantity) -> Quantity:
    """As one would weigh it: 44.4 ml of a litre."""
    smaller = SMALLER.get(quantity.unit) if quantity.amount < 1 else None
    amount, unit = (convert(quantity, smaller).amount, smaller) if smaller else (quantity.amount, quantity.unit)
    step = Decimal(1) if amount >= WHOLE else Decimal("0.1") if amount >= TENTHS else Decimal("0.01")
    return Quantity(rounded(amount) if amount < step else amount.quantize(step, ROUND_HALF_UP), unit)
