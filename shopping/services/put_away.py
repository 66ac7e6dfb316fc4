"""From the basket to the shelves: what was bought becomes lots of the pantry, once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Activity, Household, User
from accounts.roles import TABLE
from accounts.services.activity import record
from accounts.services.membership import lock_household, require_role
from kitchen.errors import DomainError
from kitchen.units import Quantity
from pantry.models import DateKind, Place, Rough, StockItem
from pantry.queries.foods import food
from pantry.services.new_lots import NewLot, completed
from pantry.services.stock import add_stock
from pantry.services.stock_undo import undo_adding
from shopping.models import ItemState, OperationKind, ShoppingList, ShoppingListItem
from shopping.records import record_of
from shopping.services.list import lock_list
from shopping.services.operation import Change, Source, keep
from shopping.wanted import amount_of

VERB, EMPTIED, STOCKED = "list.put_away", "list.emptied", "stock.added"


@dataclass(frozen=True)
class Proposal:
    """Where something that was bought would go. `keep` is off for what is no food, as far as anybody knows."""

    item: ShoppingListItem
    emoji: str
    quantity: Quantity | None
    place: Place
    use_by: date | None
    keep: bool = True


@dataclass(frozen=True)
class Line:
    """What somebody decided about one item; what is not kept goes nowhere, and off the list all the same.

    `estimated` says that the date is the proposed one and not read off a package.
    """

    item: UUID
    keep: bool = True
    quantity: Quantity | None = None
    place: Place | None = None
    use_by: date | None = None
    estimated: bool = False


def proposed(shopping_list: ShoppingList, today: date, places: list[Place] | None = None) -> list[Proposal]:
    """A line for everything in the basket, in the order in which it was ticked; `places` are the household's."""
    items = list(shopping_list.items.filter(state=ItemState.TICKED).order_by("ticked_at", "id"))
    bought = [NewLot(item.name, amount_of(item.quantity, item.unit), food_id=item.food_ref) for item in items]
    lots = completed(bought, shopping_list.household, today=today, places=places)
    return [_propose(item, lot) for item, lot in zip(items, lots, strict=True)]


def _propose(item: ShoppingListItem, lot: NewLot) -> Proposal:
    known = food(lot.food_id)
    assert lot.place is not None
    return Proposal(item, known.emoji if known else "", lot.quantity, lot.place, lot.use_by, keep=known is not None)


@transaction.atomic
def put_away(shopping_list: ShoppingList, lines: Sequence[Line], *, by: User, operation: UUID) -> list[StockItem]:
    """What two people put away at once lands on the shelves once: the second is told."""
    household = lock_household(shopping_list.household)
    require_role(household, by, TABLE)
    locked = lock_list(household, shopping_list.pk, by=by)
    decided = {line.item: line for line in lines}
    items = list(locked.items.select_for_update(no_key=True).filter(pk__in=decided, state=ItemState.TICKED))
    if not items:
        return _nothing_left(household, operation)
    kept = [item for item in items if decided[item.pk].keep]
    new = [_lot(item, decided[item.pk]) for item in kept]
    lots = add_stock(household, new, by=by, operation=operation) if new else []
    _move(locked, items, ItemState.PUT_AWAY, OperationKind.PUT_AWAY, by)
    _tell(locked, items, by, operation, stocked=bool(new))
    return lots


def _move(
    locked: ShoppingList, items: Sequence[ShoppingListItem], state: ItemState, kind: OperationKind, by: User
) -> None:
    records = [record_of(item) for item in items]
    for item in items:
        item.state = state
    changes = [Change(item, kind, before, ("state",)) for item, before in zip(items, records, strict=True)]
    keep(locked, changes, Source(by))


def _tell(locked: ShoppingList, items: list[ShoppingListItem], by: User, operation: UUID, *, stocked: bool) -> None:
    """One line of the feed: what the pantry told of the lots now says that they came off the list."""
    facts = {"list": locked.name, "id": str(locked.pk), "items": [str(item.pk) for item in items]}
    if not stocked:
        record(locked.household, EMPTIED, by=by, subject=operation, facts=facts)
        return
    told = Activity.objects.get(household=locked.household, verb=STOCKED, subject=operation)
    told.verb, told.facts = VERB, {**told.facts, **facts}
    told.save(update_fields=["verb", "facts"])


def _nothing_left(household: Household, operation: UUID) -> list[StockItem]:
    if Activity.objects.filter(household=household, verb__in=(VERB, EMPTIED), subject=operation).exists():
        return []
    raise DomainError(_("All of this has been put away already, or taken out of the basket."))


def _lot(item: ShoppingListItem, line: Line) -> NewLot:
    kind = DateKind.ESTIMATED if line.estimated else DateKind.USE_BY
    return NewLot(
        name=item.name,
        quantity=line.quantity,
        rough="" if line.quantity else Rough.SOME,
        place=line.place,
        use_by=line.use_by,
        date_kind=kind if line.use_by else "",
        food_id=item.food_ref,
    )


@transaction.atomic
def undo_putting_away(activity: Activity, by: User) -> None:
    """The lots go again, and everything lies in the basket as before."""
    locked = lock_list(activity.household, UUID(activity.facts["id"]), by=by, archived=True)
    ids = activity.facts["items"]
    items = locked.items.select_for_update(no_key=True).filter(pk__in=ids, state=ItemState.PUT_AWAY)
    if len(items) < len(ids):
        raise DomainError(_("This has been changed again since."))
    if activity.verb == VERB:
        undo_adding(activity, by)
    _move(locked, list(items), ItemState.TICKED, OperationKind.TAKE_BACK, by)
