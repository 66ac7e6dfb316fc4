"""From the basket to the shelves: what was bought becomes lots of the pantry, once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any
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
from pantry.services.place import places_of
from pantry.services.stock import add_stock
from pantry.services.stock_undo import undo_adding
from shopping.models import ItemState, OperationKind, ShoppingList, ShoppingListItem
from shopping.records import Record, record_of
from shopping.services.list import lock_list
from shopping.services.operation import Change, Source, keep
from shopping.services.price import drop_prices, keep_prices
from shopping.wanted import amount_of

VERB, EMPTIED, STOCKED = "list.put_away", "list.emptied", "stock.added"
# Put away by itself (shopping/services/settling.py).
SETTLED = "list.settled"
CORRECTED = ("quantity", "unit", "price")
FIELDS = ("state", "product", *CORRECTED)


@dataclass(frozen=True)
class Proposal:
    """Where something that was bought would go. `keep` is off for what is no food, as far as anybody knows.

    Its product, its note and what was paid for all of it go along with the item. `dates` say until when it keeps, by
    the storage of the place.
    """

    item: ShoppingListItem
    emoji: str
    quantity: Quantity | None
    place: Place
    use_by: date | None
    keep: bool = True
    dates: Mapping[str, date | None] = field(default_factory=dict)

    @property
    def line(self) -> "Line":
        """The decision to leave it at that."""
        item = self.item
        return Line(
            item=item.pk,
            keep=self.keep,
            quantity=self.quantity,
            place=self.place,
            use_by=self.use_by,
            estimated=True,
            product=item.product_id,
            price=item.price,
            note=item.note,
        )


@dataclass(frozen=True)
class Line:
    """What somebody decided about one item; what is not kept goes nowhere, and off the list all the same.

    Without `use_by` it gets no date; `estimated` says that the date is a guess and not read off a package.
    """

    item: UUID
    keep: bool = True
    quantity: Quantity | None = None
    place: Place | None = None
    use_by: date | None = None
    estimated: bool = False
    product: UUID | None = None
    price: Decimal | None = None
    note: str = ""


def proposed_for(
    items: Sequence[ShoppingListItem], household: Household, today: date, places: list[Place] | None = None
) -> list[Proposal]:
    """A line for each, in the same order; `places` are the household's."""
    bought = [
        NewLot(item.name, amount_of(item.quantity, item.unit), food_id=item.food_ref, product_id=item.product_id)
        for item in items
    ]
    places = places or places_of(household)
    kinds = {place.storage: place for place in reversed(places)}
    elsewhere = [replace(lot, place=place) for place in kinds.values() for lot in bought]
    lots = completed([*bought, *elsewhere], household, today=today, places=places)
    return [
        _propose(item, lots[at], {kind: lots[at + len(items) * nth].use_by for nth, kind in enumerate(kinds, 1)})
        for at, item in enumerate(items)
    ]


def _propose(item: ShoppingListItem, lot: NewLot, dates: Mapping[str, date | None]) -> Proposal:
    known = food(lot.food_id)
    assert lot.place is not None
    keep = known is not None or item.product_id is not None
    return Proposal(item, known.emoji if known else "", lot.quantity, lot.place, lot.use_by, keep=keep, dates=dates)


@transaction.atomic
def put_away(
    shopping_list: ShoppingList, lines: Sequence[Line], *, by: User, operation: UUID, verb: str = VERB
) -> list[StockItem]:
    """What two people put away at once lands on the shelves once: the second is told.

    What has been taken out of the basket meanwhile stays on the list. `verb` is what the feed says.
    """
    household = lock_household(shopping_list.household)
    require_role(household, by, TABLE)
    locked = lock_list(household, shopping_list.pk, by=by)
    if done_before(household, operation):
        return []
    decided = {line.item: line for line in lines}
    items = list(locked.items.select_for_update(no_key=True).filter(pk__in=decided, state=ItemState.TICKED))
    if not items:
        raise DomainError(_("All of this has been put away already, or taken out of the basket."))
    new = [_lot(item, decided[item.pk]) for item in items if decided[item.pk].keep]
    lots = add_stock(household, new, by=by, operation=operation) if new else []
    before = [record_of(item) for item in items]
    for item in items:
        _correct(item, decided[item.pk])
        item.state = ItemState.PUT_AWAY
    _keep(locked, items, before, OperationKind.PUT_AWAY, by)
    keep_prices(household, items)
    _tell(locked, dict(zip(items, before, strict=True)), by, operation, verb if new else EMPTIED)
    return lots


def _correct(item: ShoppingListItem, line: Line) -> None:
    """What was bought is what was put away, for what was paid."""
    item.price = line.price
    if line.product:
        item.product_id = line.product
    if line.keep:
        item.quantity, item.unit = (line.quantity.amount, line.quantity.unit) if line.quantity else (None, "")


def _keep(
    locked: ShoppingList, items: Sequence[ShoppingListItem], before: Sequence[Record], kind: OperationKind, by: User
) -> None:
    changes = [Change(item, kind, was, FIELDS) for item, was in zip(items, before, strict=True)]
    keep(locked, changes, Source(by))


def _tell(locked: ShoppingList, items: dict[ShoppingListItem, Record], by: User, operation: UUID, verb: str) -> None:
    """One line of the feed: what the pantry told of the lots now says that they came off the list."""
    facts: dict[str, Any] = {"list": locked.name, "id": str(locked.pk), "items": [str(item.pk) for item in items]}
    facts["were"] = {str(item.pk): {name: was[name] for name in CORRECTED} for item, was in items.items()}
    if verb == EMPTIED:
        record(locked.household, EMPTIED, by=by, subject=operation, facts=facts)
        return
    told = Activity.objects.get(household=locked.household, verb=STOCKED, subject=operation)
    told.verb, told.facts = verb, {**told.facts, **facts}
    told.save(update_fields=["verb", "facts"])


def done_before(household: Household, operation: UUID) -> bool:
    """What was taken back since is refused: it would seem to be done, and nothing would have happened."""
    told = Activity.objects.filter(household=household, verb__in=(VERB, EMPTIED, SETTLED), subject=operation).first()
    if told and told.undone_at:
        raise DomainError(_("This has been taken back: load the page again to do it anew."))
    return told is not None


def _lot(item: ShoppingListItem, line: Line) -> NewLot:
    kind = DateKind.ESTIMATED if line.estimated else DateKind.USE_BY
    return NewLot(
        name=item.name,
        quantity=line.quantity,
        rough="" if line.quantity else Rough.SOME,
        place=line.place,
        use_by=line.use_by,
        date_kind=kind if line.use_by else "",
        undated=line.use_by is None,
        food_id=item.food_ref,
        product_id=line.product,
        price=line.price,
        note=line.note,
    )


@transaction.atomic
def undo_putting_away(activity: Activity, by: User) -> None:
    """The lots go again, and everything lies in the basket as before."""
    locked = lock_list(activity.household, UUID(activity.facts["id"]), by=by, archived=True)
    ids = activity.facts["items"]
    items = list(locked.items.select_for_update(no_key=True).filter(pk__in=ids, state=ItemState.PUT_AWAY))
    if len(items) < len(ids):
        raise DomainError(_("This has been changed again since."))
    if activity.verb != EMPTIED:
        undo_adding(activity, by)
    before = [record_of(item) for item in items]
    for item in items:
        _as_it_was(item, activity.facts.get("were", {}).get(str(item.pk)))
    _keep(locked, items, before, OperationKind.TAKE_BACK, by)
    drop_prices(locked.household, items)


def _as_it_was(item: ShoppingListItem, was: Record | None) -> None:
    """`was` is None for what was put away before this was kept."""
    item.state = ItemState.TICKED
    if was:
        item.unit = was["unit"]
        item.quantity, item.price = (Decimal(was[name]) if was[name] else None for name in ("quantity", "price"))
