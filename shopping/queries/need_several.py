"""What several dishes lack together: each amount on the shelves counts once, and one line is one thing to buy."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import Household
from kitchen.units import Quantity, tell
from pantry.matching import name_key
from pantry.queries.day import today_in
from pantry.queries.foods import book, food
from recipes.models import Recipe, RecipeIngredient
from recipes.queries.need import Needs, asked_by, need_of
from recipes.queries.scaling import Servings, servings_for
from recipes.queries.shelf import shelf_of
from recipes.queries.weighing import Weigher
from shopping.models import ShoppingList
from shopping.queries.need import NeedLine, listed_for, lists_for, need_line
from shopping.queries.need_words import enough, lacking
from shopping.wanted import summed

MOST_DISHES = 12


@dataclass(frozen=True)
class Dish:
    """A dish that was chosen, for how many."""

    recipe: Recipe
    servings: Servings


@dataclass
class SharedLine:
    """One thing that dishes need, with the line of each. Its id is that of the first ingredient."""

    parts: list[tuple[Dish, NeedLine]] = field(default_factory=list)

    @property
    def first(self) -> NeedLine:
        return self.parts[0][1]

    @property
    def id(self) -> UUID:
        return self.first.id

    @property
    def name(self) -> str:
        return self.first.name

    @property
    def emoji(self) -> str:
        return self.first.emoji

    @property
    def proposed(self) -> bool:
        return any(line.proposed for _dish, line in self.parts)

    @property
    def to_buy(self) -> list[tuple[Dish, NeedLine]]:
        """What goes on the list for it: what is lacking; who buys all the same buys for all."""
        lacking_parts = [part for part in self.parts if part[1].proposed]
        return lacking_parts or [part for part in self.parts if not part[1].covered] or self.parts

    @property
    def amount(self) -> str:
        total = self.sum(*(line.buy for _dish, line in self.to_buy))
        return tell(total) if total else ""

    @property
    def why(self) -> str:
        """The arithmetic over all dishes; the words of the one where there is one."""
        lines = [line for _dish, line in self.parts]
        if len(lines) == 1:
            return self.first.why
        needed, listed = self.sum(*(line.needed for line in lines)), self.sum(*(line.listed for line in lines))
        if self.proposed:
            return lacking(needed, self.first.there, listed, self.sum(*(line.buy for line in lines if line.proposed)))
        unsure = next((line.why for line in lines if line.unsure), "")
        if all(line.covered for line in lines):
            return _("on the list for these dishes already")
        return unsure or enough(needed, self.first.there)

    @property
    def shares(self) -> list[tuple[str, str]]:
        """The dishes with what each needs of it, where there are several."""
        if len(self.parts) == 1:
            return [(self.parts[0][0].recipe.name, "")]
        return [(dish.recipe.name, tell(line.needed) if line.needed else "") for dish, line in self.parts]

    def takes(self, line: NeedLine) -> bool:
        """Whether it can be summed up with what is here: the same thing, in a unit that converts."""
        return self.key == _key(line) and (
            not (line.needed and self.needed) or bool(self.sum(self.needed, line.needed))
        )

    @property
    def key(self) -> object:
        return _key(self.first)

    @property
    def needed(self) -> Quantity | None:
        return self.sum(*(line.needed for _dish, line in self.parts))

    def sum(self, *amounts: Quantity | None) -> Quantity | None:
        """All of them together; what has no amount is in no sum. None where they cannot be compared."""
        known = food(self.first.food_id)
        total: Quantity | None = None
        for amount in (one for one in amounts if one is not None):
            total = amount if total is None else summed(total, amount, known.units if known else None)
            if total is None:
                return None
        return total


@dataclass(frozen=True)
class SeveralPage:
    """What is to be bought and what is not, each with whether it is ticked."""

    dishes: list[Dish]
    lists: list[ShoppingList]
    lines: list[SharedLine]
    buy: list[tuple[SharedLine, bool]]
    rest: list[tuple[SharedLine, bool]]


def several_page(household: Household, dishes: Sequence[Dish], chosen: Collection[UUID] | None = None) -> SeveralPage:
    """The same few queries, however many dishes; `chosen` are the lines that stay ticked after a form was refused."""
    recipes = [dish.recipe for dish in dishes]
    lists = lists_for(*recipes) if recipes else []
    lines = shared_lines(household, dishes, lists)
    ticked = [(line, line.proposed if chosen is None else line.id in chosen) for line in lines]
    return SeveralPage(
        dishes=list(dishes),
        lists=lists,
        lines=lines,
        buy=[pair for pair in ticked if pair[0].proposed],
        rest=[pair for pair in ticked if not pair[0].proposed],
    )


def shared_lines(household: Household, dishes: Sequence[Dish], lists: list[ShoppingList]) -> list[SharedLine]:
    """In the order of the dishes: what one takes off the shelves is not there for the next."""
    weigher = Weigher(shelf_of(household, today_in(household)))
    ingredients = _ingredients(household, dishes)
    found: list[SharedLine] = []
    for dish in dishes:
        weigher.scale, listed = dish.servings.factor, listed_for(dish.recipe, lists)
        lines = ingredients.get(dish.recipe.pk, [])
        needs = Needs([need_of(one, weigher.judge(asked_by(one))) for one in lines])
        for line in (need_line(need, listed) for need in needs.lines):
            shared = next((one for one in found if one.takes(line)), None) or SharedLine()
            if not shared.parts:
                found.append(shared)
            shared.parts.append((dish, line))
    return found


def _ingredients(household: Household, dishes: Sequence[Dish]) -> dict[UUID, list[RecipeIngredient]]:
    rows = RecipeIngredient.objects.filter(household=household, recipe__in=[dish.recipe.pk for dish in dishes])
    found: dict[UUID, list[RecipeIngredient]] = {}
    for one in rows:
        found.setdefault(one.recipe_id, []).append(one)
    return found


def _key(line: NeedLine) -> object:
    """What is optional is a line of its own: it is not proposed with what is not."""
    meant = book().meant(line.food_id) if line.food_id else name_key(line.name)
    return meant, line.optional


def dishes_of(household: Household, asked: Sequence[tuple[UUID, Decimal | None]]) -> list[Dish]:
    """Those that are there, each once, in their order. One query."""
    wanted = dict(asked[:MOST_DISHES])
    recipes = Recipe.objects.filter(household=household, deleted_at=None).select_related("household").in_bulk(wanted)
    return [Dish(recipes[id], servings_for(recipes[id], how)) for id, how in wanted.items() if id in recipes]
