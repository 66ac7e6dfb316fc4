"""Applies what devices ask for: each change once, in the order of arrival, whatever comes twice or late."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

import structlog
from django.core.exceptions import ValidationError
from django.db import OperationalError, transaction
from django.utils.translation import gettext as _

from accounts.models import Activity, Household, User
from kitchen.errors import DomainError
from pantry.queries.day import today_in
from shopping.forms.item import ItemForm
from shopping.models import ListLink, ListOperation, OperationKind, ShoppingList, ShoppingListItem
from shopping.pasted import left_out, read_pasted
from shopping.protocol import Asked
from shopping.services.adding import add_items
from shopping.services.item import change_item, remove_item, restore_item, tick_item, untick_item
from shopping.services.operation import Source, keep_refusal, kept_operation
from shopping.wanted import wanted_from_text

APPLIED, REFUSED, LATER = "applied", "refused", "later"
TICKS = {OperationKind.TICK: tick_item, OperationKind.UNTICK: untick_item}
log = structlog.get_logger("kitchen.lists")


@dataclass(frozen=True)
class Result:
    """What became of one: `number` and `item` where it was applied, `why` where not. LATER was not tried.

    `said` tells what else happened to it; `undo` is the feed's line of it.
    """

    id: UUID
    outcome: str
    number: int | None = None
    item: UUID | None = None
    why: str = ""
    said: str = ""
    undo: UUID | None = None


@dataclass(frozen=True)
class Door:
    """A member of the household, or a visitor with the link of one list."""

    household: Household
    by: User | None
    link: ListLink | None = None

    def sees(self, shopping_list: UUID) -> bool:
        return self.link is None or self.link.shopping_list_id == shopping_list


def apply_operations(door: Door, asked: Sequence[Asked]) -> list[Result]:
    """The answers in the order of the questions. Behind one that could not be tried none is: order is the truth."""
    lists = ShoppingList.objects.select_for_update(no_key=True, of=("self",)).filter(household=door.household)
    # All at once and in one order: two devices that write to the same two lists would wait for each other.
    named = {one.list_id for one in asked}
    seen = lists.filter(pk__in=named & {door.link.shopping_list_id} if door.link else named)
    locked = {one.pk: one for one in seen.order_by("pk")}
    results: list[Result] = []
    for one in asked:
        stuck = bool(results) and results[-1].outcome == LATER
        results.append(Result(one.id, LATER) if stuck else _answer(door, locked.get(one.list_id), one))
    return results


def _answer(door: Door, kept: ShoppingList | None, asked: Asked) -> Result:
    if kept is None:
        return Result(asked.id, REFUSED, why=_("This list is not there any more."))
    if done := kept_operation(door.household, asked.id):
        if door.sees(done.shopping_list_id):
            return _told(done)
        return Result(asked.id, REFUSED, why=_("This is not on the list any more."))
    return _try(door, kept, asked)


def _try(door: Door, kept: ShoppingList, asked: Asked) -> Result:
    try:
        with transaction.atomic():
            item, said = _do(door, kept, asked)
    except DomainError as error:
        return _refused(door, kept, asked, str(error))
    except OperationalError:
        # Two that waited for each other, or a database that went away: it is worth trying again.
        log.warning("operation put off", operation=str(asked.id))
        return Result(asked.id, LATER)
    except Exception:
        # A fault of ours that lasts must not stand before everything else on that device for ever.
        log.exception("operation failed", operation=str(asked.id))
        return _refused(door, kept, asked, _("This could not be done: try it another way."))
    if item:
        return Result(asked.id, APPLIED, item.number, item.pk)
    done = kept_operation(door.household, asked.id)
    return _told(done, said) if done else Result(asked.id, LATER)


def _refused(door: Door, kept: ShoppingList, asked: Asked, why: str) -> Result:
    """For good: a late copy is refused as well."""
    keep_refusal(kept, asked.kind, why, Source(door.by, asked.id, door.link))
    return Result(asked.id, REFUSED, why=why)


def _told(done: ListOperation, said: str = "") -> Result:
    if done.number is None:
        return Result(done.operation, REFUSED, why=done.why)
    undo = None
    if done.kind == OperationKind.ADD:
        lines = Activity.objects.filter(household=done.household_id, subject=done.operation, undone_at=None)
        undo = lines.values_list("pk", flat=True).first()
    return Result(done.operation, APPLIED, done.number, done.item_id, said=said, undo=undo)


def _do(door: Door, kept: ShoppingList, asked: Asked) -> tuple[ShoppingListItem | None, str]:
    """The item as it is then, None for additions; and what is to be said of them beside that it is done."""
    if asked.wrong:
        raise DomainError(asked.wrong)
    if tick := TICKS.get(asked.kind):
        return tick(_item(door, asked), by=door.by, operation=asked.id, link=door.link), ""
    by = _member(door)
    if asked.kind == OperationKind.ADD:
        return None, _add(by, kept, asked)
    item = _item(door, asked)
    if asked.kind == OperationKind.EDIT:
        return change_item(item, by=by, operation=asked.id, **_values(item, asked.fields)), ""
    if asked.kind == OperationKind.REMOVE:
        return remove_item(item, by=by, operation=asked.id, seen=asked.seen), ""
    return restore_item(item, by=by, operation=asked.id), ""


def _member(door: Door) -> User:
    if door.by is None:
        raise DomainError(_("With this link things are ticked, and nothing else."))
    return door.by


def _add(by: User, kept: ShoppingList, asked: Asked) -> str:
    """One that cannot be read keeps the others back too: the device has the whole text still."""
    pasted, household = read_pasted(asked.text), kept.household
    wanted, wrong = wanted_from_text(pasted.text, today=today_in(household), currency=household.currency)
    if wrong or not wanted:
        left = left_out(pasted) or [_("Say what to buy.")]
        raise DomainError(wrong[0].wrong if wrong else left[0])
    ids = [asked.item, *(uuid5(asked.item, str(number)) for number in range(1, len(wanted)))]
    named = [one.with_id(id) for one, id in zip(wanted, ids, strict=True)]
    added = add_items(kept, named, by=by, operation=asked.id)
    return " ".join([*(one.sentence for one in added.merged), *left_out(pasted)])


def _item(door: Door, asked: Asked) -> ShoppingListItem:
    """By the id that the device knows: its own may have been joined with one that was there."""
    items = ShoppingListItem.objects.select_related("household").filter(household=door.household)
    if door.link:
        items = items.filter(shopping_list=door.link.shopping_list_id)
    found = items.filter(pk=asked.item).first()
    if found is None:
        joined = ListOperation.objects.filter(household=door.household, asked=asked.item).values("item")
        found = items.filter(pk__in=joined).first()
    if found is None:
        raise DomainError(_("This is not on the list any more."))
    return found


def _values(item: ShoppingListItem, fields: dict[str, str]) -> dict[str, Any]:
    """What was typed, read as the form of the item reads it."""
    known = ItemForm(item=item).fields
    values: dict[str, Any] = {}
    for name, typed in fields.items():
        try:
            values[name] = known[name].clean(typed)
        except KeyError as error:
            raise DomainError(_("This cannot be read: type it again.")) from error
        except ValidationError as error:
            raise DomainError(" ".join(error.messages)) from error
    return values
