"""How far a list is: what goes along with its rows, and is drawn again with every change of one."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q

from shopping.models import ItemReason, ItemState, ShoppingList
from shopping.queries.row import ON_IT

PLATE = "🍽️"


@dataclass(frozen=True)
class Dish:
    id: UUID
    name: str
    emoji: str
    count: int


@dataclass(frozen=True)
class Tally:
    """`open` are to be bought, `ticked` lie in the basket; `dishes` are those that something is on the list for."""

    shopping_list: ShoppingList
    open: int
    ticked: int
    dishes: list[Dish]

    @property
    def total(self) -> int:
        return self.open + self.ticked


def tally_of(shopping_list: ShoppingList) -> Tally:
    """Two queries, however long the list is."""
    items = shopping_list.items.filter(household=shopping_list.household_id)
    counts = items.aggregate(
        open=Count("pk", filter=Q(state=ItemState.OPEN)), ticked=Count("pk", filter=Q(state=ItemState.TICKED))
    )
    return Tally(shopping_list, counts["open"], counts["ticked"], dishes_of(shopping_list))


def dishes_of(shopping_list: ShoppingList) -> list[Dish]:
    reasons = ItemReason.objects.filter(
        household=shopping_list.household_id,
        item__shopping_list=shopping_list,
        item__state__in=ON_IT,
        recipe__deleted_at=None,
    )
    named = reasons.values("recipe_id", "recipe__name", "recipe__emoji").annotate(count=Count("pk"))
    return [
        Dish(one["recipe_id"], one["recipe__name"], one["recipe__emoji"] or PLATE, one["count"])
        for one in named.order_by("recipe__name_key", "recipe_id")
    ]
