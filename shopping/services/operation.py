"""The one writer of items: what changed is numbered, kept as an operation, and told to every open page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import Household, User
from accounts.services.notice import announce_all
from kitchen.errors import DomainError
from kitchen.ids import new_id
from shopping.models import ListLink, ListOperation, OperationKind, ShoppingList, ShoppingListItem
from shopping.records import Record, record_of

LONGEST_WHY = 300


@dataclass(frozen=True)
class Change:
    """What was done to an item, which has its new values already; `before` is None for a new one.

    `fields` are the columns that may have changed. `asked` is the id that a device knows the item by.
    """

    item: ShoppingListItem
    kind: OperationKind
    before: Record | None
    fields: tuple[str, ...] = ()
    asked: UUID | None = None


@dataclass(frozen=True)
class Source:
    """Who did it through which door: a member, or a visitor with the `link` of a list; neither for a clock."""

    by: User | None
    operation: UUID | None = None
    link: ListLink | None = None


def keep(locked: ShoppingList, changes: Sequence[Change], source: Source) -> None:
    """Saves the items of a list whose row the transaction holds, and what was done to them, in this order."""
    if not changes:
        return
    id = source.operation or new_id()
    for number, change in enumerate(changes, locked.number + 1):
        change.item.number = number
    _save([change.item for change in changes if change.before is None], _grown(changes))
    ListOperation.objects.bulk_create(_told(locked, change, id, source) for change in changes)
    locked.number += len(changes)
    locked.save(update_fields=["number"])
    items = dict.fromkeys(change.item.pk for change in changes)
    announce_all(locked.household, [*(("item", pk) for pk in items), ("tally", locked.pk)])


def _grown(changes: Iterable[Change]) -> dict[ShoppingListItem, set[str]]:
    grown: dict[ShoppingListItem, set[str]] = {}
    for change in changes:
        if change.before is not None:
            grown.setdefault(change.item, {"number"}).update(change.fields)
    return grown


def _save(fresh: list[ShoppingListItem], grown: dict[ShoppingListItem, set[str]]) -> None:
    try:
        if fresh:
            with transaction.atomic():
                ShoppingListItem.objects.bulk_create(fresh)
    except IntegrityError as error:
        raise DomainError(_("This could not be saved: open the form again.")) from error
    fields = set().union(*grown.values()) if grown else set()
    if len(grown) == 1:
        next(iter(grown)).save(update_fields=fields)
    elif grown:
        ShoppingListItem.objects.bulk_update(list(grown), sorted(fields))


def _told(locked: ShoppingList, change: Change, id: UUID, source: Source) -> ListOperation:
    return ListOperation(
        household=locked.household,
        shopping_list=locked,
        item=change.item,
        operation=id,
        asked=change.asked,
        number=change.item.number,
        kind=change.kind,
        by=source.by,
        link=source.link,
        before=change.before,
        after=record_of(change.item),
    )


def keep_refusal(shopping_list: ShoppingList, kind: OperationKind, why: str, source: Source) -> None:
    """So that a late copy of what was refused is refused as well, whatever has happened since."""
    ListOperation.objects.create(
        household=shopping_list.household,
        shopping_list=shopping_list,
        operation=source.operation or new_id(),
        kind=kind,
        by=source.by,
        link=source.link,
        why=why[:LONGEST_WHY],
    )


def kept_operation(household: Household, operation: UUID) -> ListOperation | None:
    """What an operation did before, its first item's line where it did several; None for a new one."""
    found = ListOperation.objects.filter(household=household, operation=operation)
    return found.select_related("shopping_list", "item").order_by("number").first()
