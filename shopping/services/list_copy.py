"""Another list with the same things on it: next Saturday's shop, the same party again."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, User
from accounts.services.activity import record
from accounts.services.notice import announce
from kitchen.errors import DomainError
from kitchen.ids import new_id
from shopping.models import ItemState, OperationKind, ShoppingList, ShoppingListItem
from shopping.queries.copied import Extent, copied_items
from shopping.services.list import lock_list, make_list
from shopping.services.operation import Change, Source, keep

# What a copy is told with; who has it, when it is needed and what it cost are of the first one only.
SAME = ("name", "name_key", "category_id", "quantity", "unit", "note", "product_id", "picture_id", "food_ref")


@transaction.atomic
def copy_list(  # noqa: PLR0913  (a list is told with its parts)
    shopping_list: ShoppingList, *, by: User, name: str, emoji: str, extent: Extent, id: UUID | None = None
) -> ShoppingList:
    """Everything is to be bought on the new one. `id` is the form's own: sent twice, it makes one."""
    household = shopping_list.household
    said = {"name": name, "emoji": emoji, "budget": shopping_list.budget, "store_id": shopping_list.store_id}
    made, is_new = make_list(household, by=by, id=id, **said)
    if not is_new:
        return made
    locked = lock_list(household, made.pk, by=by)
    copies = [_copy(item, locked, by) for item in copied_items(shopping_list, extent)]
    keep(locked, [Change(copy, OperationKind.ADD, None) for copy in copies], Source(by))
    facts = {"name": name, "from": shopping_list.name, "number": locked.number}
    record(household, "list.copied", by=by, subject=locked.pk, facts=facts)
    announce(household, "list", locked.pk)
    return locked


def _copy(item: ShoppingListItem, to: ShoppingList, by: User) -> ShoppingListItem:
    copy = ShoppingListItem(id=new_id(), household=to.household, shopping_list=to, added_by=by, state=ItemState.OPEN)
    for field in SAME:
        setattr(copy, field, getattr(item, field))
    return copy


@transaction.atomic
def undo_copying(activity: Activity, by: User) -> None:
    """The copy is put aside, unless somebody has done something with it."""
    locked = lock_list(activity.household, activity.subject or new_id(), by=by, archived=True)
    if locked.number != activity.facts["number"]:
        raise DomainError(_("Somebody has changed, bought or removed some of it since."))
    if locked.archived_at is None:
        locked.archived_at = timezone.now()
        locked.save(update_fields=["archived_at"])
        announce(locked.household, "list", locked.pk)
