"""Puts things on a list: as new rows, or into the rows that are there."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Activity, Household, User
from accounts.services.activity import record
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.visible import one_line
from pantry.catalogue import CATEGORIES, FoodFacts
from pantry.matching import name_key
from pantry.models import Food
from pantry.queries.foods import food, match
from recipes.models import Recipe
from shopping.models import ItemReason, ItemState, OperationKind, ShoppingList, ShoppingListItem
from shopping.queries.aisle import aisles_chosen
from shopping.records import Record, exact, record_of
from shopping.services.list import lock_list
from shopping.services.operation import Change, Source, keep, kept_operation
from shopping.wanted import MOST, MOST_AT_ONCE, Merged, Wanted, amount_of, summed

LONGEST_NAME, LONGEST_NOTE = 120, 300
ADDED, NEEDED, RECURRED = "item.added", "item.needed", "item.recurred"
NEEDED_TOGETHER = "item.needed_together"
TOLD_BY = (ADDED, NEEDED, NEEDED_TOGETHER, RECURRED)
GROWN = ("quantity", "unit", "note")
TOLD = 4


@dataclass
class Added:
    """`items` as they are now, in the order in which they were asked for; `merged` tells of those that were there."""

    items: list[ShoppingListItem] = field(default_factory=list)
    merged: list[Merged] = field(default_factory=list)
    operation: UUID | None = None


@transaction.atomic
def add_items(  # noqa: PLR0913  (what, where, by whom and why)
    shopping_list: ShoppingList,
    wanted: Sequence[Wanted],
    *,
    by: User | None,
    operation: UUID | None = None,
    dish: Recipe | None = None,
    verb: str = "",
) -> Added:
    """What is on the list with the same food (else the same name) and a unit that converts grows; the rest is new.

    `operation` is the form's own id, the first id that is wanted unless given: what is sent twice is added once.
    Without `by` it is the clock that adds. `verb` is what the feed says, unless that follows from the rest.
    """
    locked = lock_list(shopping_list.household, shopping_list.pk, by=by)
    operation = operation or next((one.id for one in wanted if one.id), None) or new_id()
    if not wanted or _done(locked.household, operation):
        return Added(operation=operation)
    if len(wanted) > MOST_AT_ONCE:
        raise DomainError(_("That is too much at once: add it in several steps."))
    putting = Putting(locked, by)
    for one in wanted:
        putting.put(one)
    # What was undone and is sent again is done anew, as another operation.
    putting.save(None if kept_operation(locked.household, operation) else operation)
    record(locked.household, verb or (NEEDED if dish else ADDED), by=by, subject=operation, facts=putting.facts(dish))
    return Added(list(dict.fromkeys(putting.touched)), putting.merged, operation)


def _done(household: Household, operation: UUID) -> bool:
    """And not taken back since: then it is done anew."""
    done = Activity.objects.filter(household=household, subject=operation, verb__in=TOLD_BY, undone_at=None)
    return done.exists()


class Putting:
    """One run of adding, under the lock of its list."""

    def __init__(self, locked: ShoppingList, by: User | None) -> None:
        self.list, self.by = locked, by
        self.open = list(locked.items.select_for_update(no_key=True).filter(state=ItemState.OPEN))
        self.before: dict[UUID, Any] = {item.pk: _amount(item) for item in self.open}
        self.records: dict[UUID, Record] = {item.pk: record_of(item) for item in self.open}
        self.asked: dict[UUID, UUID] = {}
        self.touched: list[ShoppingListItem] = []
        self.merged: list[Merged] = []
        self.reasons: dict[tuple[UUID, UUID], ItemReason] = {}
        self.reasons_before: dict[tuple[UUID, UUID], Any] = {}

    def put(self, wanted: Wanted) -> None:
        if wanted.amount and wanted.amount.amount >= MOST:
            raise DomainError(_("That is more than a shop has: give a smaller amount."), field="line")
        facts = wanted.food or match(wanted.name).food
        item = self._merge(wanted, facts) or self._new(wanted, facts)
        self.touched.append(item)
        if wanted.recipe:
            self._give_reason(item, wanted, wanted.recipe, facts)

    def _merge(self, wanted: Wanted, facts: FoodFacts | None) -> ShoppingListItem | None:
        key = name_key(wanted.name)[:LONGEST_NAME]
        for item in self.open:
            if item.name_key != key and (facts is None or item.food_ref != facts.id):
                continue
            before, added = amount_of(item.quantity, item.unit), wanted.amount
            after = summed(before, added, facts.units if facts else None) if before and added else before or added
            if after is None and before and added:
                continue
            item.quantity, item.unit = (after.amount, after.unit) if after else (None, "")
            item.note = _joined(item.note, wanted.note)
            self.merged.append(Merged(item.name, before, added, after))
            if wanted.id:
                self.asked[item.pk] = wanted.id
            return item
        return None

    def _new(self, wanted: Wanted, facts: FoodFacts | None) -> ShoppingListItem:
        name = one_line(wanted.name)
        if not name or len(name) > LONGEST_NAME:
            raise DomainError(_("Name each thing in at most 120 letters."), field="line")
        if any(item.pk == wanted.id for item in self.open):
            raise DomainError(_("This could not be saved: open the form again."))
        amount = wanted.amount
        item = ShoppingListItem(
            id=wanted.id or new_id(),
            household=self.list.household,
            shopping_list=self.list,
            name=name,
            name_key=name_key(name)[:LONGEST_NAME],
            quantity=amount.amount if amount else None,
            unit=amount.unit if amount else "",
            note=one_line(wanted.note)[:LONGEST_NOTE],
            added_by=self.by,
            **wanted.more,
        )
        item.food_ref = facts.id if facts else None
        self.open.append(item)
        return item

    def _give_reason(self, item: ShoppingListItem, wanted: Wanted, recipe: Recipe, facts: FoodFacts | None) -> None:
        key, amount = (item.pk, recipe.pk), wanted.amount
        reason = self.reasons.get(key) or self._reason_there(item, recipe)
        if reason is None:
            reason = ItemReason(household=self.list.household, item=item, recipe=recipe)
        elif amount and (was := amount_of(reason.quantity, reason.unit)):
            amount = summed(was, amount, facts.units if facts else None) or amount
        reason.quantity, reason.unit = (amount.amount, amount.unit) if amount else (reason.quantity, reason.unit)
        self.reasons[key] = reason

    def _reason_there(self, item: ShoppingListItem, recipe: Recipe) -> ItemReason | None:
        if item.pk not in self.before:
            return None
        found = ItemReason.objects.filter(household=self.list.household, item=item, recipe=recipe).first()
        if found:
            self.reasons_before[item.pk, recipe.pk] = [exact(found.quantity), found.unit]
        return found

    def save(self, operation: UUID | None) -> None:
        items = list(dict.fromkeys(self.touched))
        self._place([item for item in items if item.pk not in self.before])
        changes = [
            Change(item, OperationKind.ADD, self.records.get(item.pk), GROWN, self.asked.get(item.pk)) for item in items
        ]
        keep(self.list, changes, Source(self.by, operation))
        for reason in self.reasons.values():
            reason.save()

    def _place(self, fresh: list[ShoppingListItem]) -> None:
        """The aisle of each; a food that the database does not know yet is none."""
        numbers = {item.food_id for item in fresh if item.food_id}
        there = set(Food.objects.filter(pk__in=numbers).values_list("pk", flat=True)) if numbers else set()
        chosen = aisles_chosen(self.list.household, {item.name_key for item in fresh})
        for item in fresh:
            item.food_id = item.food_id if item.food_id in there else None
            known = food(item.food_ref)
            usual = CATEGORIES[known.category].id if known else None
            item.category_id = item.category_id or chosen.get(item.name_key, usual)

    def facts(self, dish: Recipe | None) -> dict[str, Any]:
        """What the feed says and undo needs."""
        items = list(dict.fromkeys(self.touched))
        names = [item.name for item in items]
        lines = [[str(item.pk), self.before.get(item.pk), _amount(item)] for item in items]
        reasons = [[str(item), str(recipe), self.reasons_before.get((item, recipe))] for item, recipe in self.reasons]
        told = ", ".join([*names[:TOLD], *(["…"] if len(names) > TOLD else [])])
        facts = {"list": self.list.name, "id": str(self.list.pk), "names": told, "lines": lines, "reasons": reasons}
        return {**facts, "dish": dish.name} if dish else facts


def _amount(item: ShoppingListItem) -> list[str | None]:
    return [exact(item.quantity), item.unit, item.note]


def _joined(note: str, more: str) -> str:
    if not more or more in note:
        return note
    return (f"{note}, {more}" if note else more)[:LONGEST_NOTE]


@transaction.atomic
def undo_adding(activity: Activity, by: User) -> None:
    """New rows go, grown rows are what they were, unless somebody has done something with one of them since."""
    locked = lock_list(activity.household, UUID(activity.facts["id"]), by=by, archived=True)
    lines = {UUID(id): (before, after) for id, before, after in activity.facts["lines"]}
    items = list(locked.items.select_for_update(no_key=True).filter(pk__in=lines))
    if len(items) < len(lines) or any(_touched_since(item, lines[item.pk][1]) for item in items):
        raise DomainError(_("Somebody has changed, bought or removed some of it since."))
    records = {item.pk: record_of(item) for item in items}
    for item in items:
        before = lines[item.pk][0]
        if before is None:
            item.state, item.removed_by = ItemState.REMOVED, by
        else:
            item.quantity, item.unit, item.note = (before[0] and Decimal(before[0])), before[1], before[2]
    taken = [Change(item, OperationKind.TAKE_BACK, records[item.pk], (*GROWN, "state", "removed_by")) for item in items]
    keep(locked, taken, Source(by))
    _undo_reasons(activity)


def _touched_since(item: ShoppingListItem, after: list[str | None]) -> bool:
    return item.state != ItemState.OPEN or _amount(item) != after


def _undo_reasons(activity: Activity) -> None:
    for item, recipe, before in activity.facts["reasons"]:
        found = ItemReason.objects.filter(household=activity.household_id, item=item, recipe=recipe)
        if before is None:
            found.delete()
        else:
            found.update(quantity=before[0] and Decimal(before[0]), unit=before[1])
