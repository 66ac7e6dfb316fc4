from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, Household, User
from accounts.roles import TABLE
from accounts.services.activity import record
from accounts.services.membership import lock_household, require_role
from accounts.services.notice import announce
from kitchen.errors import DomainError
from kitchen.ids import new_id
from shopping.models import ItemState, ShoppingList

ON_IT = (ItemState.OPEN, ItemState.TICKED)


def lock_list(household: Household, id: UUID, *, by: User, roles: Any = TABLE, archived: bool = False) -> ShoppingList:
    """The list's row, held to the end of the transaction: what is decided about its items is decided in turn.

    Who needs the household's lock as well takes that one first.
    """
    require_role(household, by, roles)
    lists = ShoppingList.objects.select_for_update(no_key=True, of=("self",)).select_related("household")
    found = lists.filter(household=household, pk=id).first()
    if found is None:
        raise DomainError(_("This list is not there any more."))
    if found.archived_at and not archived:
        raise DomainError(_("This list has been put aside: undo that first."))
    return found


@transaction.atomic
def default_list(household: Household, *, by: User) -> ShoppingList:
    """The first list that is open, made if there is none."""
    locked = lock_household(household)
    require_role(locked, by, TABLE)
    found = ShoppingList.objects.filter(household=locked, archived_at=None).first()
    return found or create_list(household, _("Shopping list"), by=by)


@transaction.atomic
def create_list(
    household: Household, name: str, *, by: User, emoji: str = "🛒", id: UUID | None = None
) -> ShoppingList:
    """`id` is the form's own: sent twice, it makes one."""
    require_role(lock_household(household), by, TABLE)
    last = ShoppingList.objects.filter(household=household).order_by("position").last()
    position = last.position + 1 if last else 0
    made = ShoppingList(id=id or new_id(), household=household, name=name, emoji=emoji, position=position, added_by=by)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as error:
        return _made_before(household, made.pk, error)
    record(household, "list.created", by=by, subject=made.pk, facts={"name": name})
    announce(household, "list", made.pk)
    return made


def _made_before(household: Household, id: UUID, error: IntegrityError) -> ShoppingList:
    found = ShoppingList.objects.filter(household=household, pk=id).first()
    if found is None:
        raise DomainError(_("This could not be saved: open the form again.")) from error
    return found


@transaction.atomic
def rename_list(shopping_list: ShoppingList, *, by: User, name: str, emoji: str) -> ShoppingList:
    locked = lock_list(shopping_list.household, shopping_list.pk, by=by)
    facts = {"from": locked.name, "to": name, "from_emoji": locked.emoji, "to_emoji": emoji}
    if (locked.name, locked.emoji) != (name, emoji):
        _name(locked, name, emoji)
        record(locked.household, "list.renamed", by=by, subject=locked.pk, facts=facts)
    return locked


@transaction.atomic
def archive_list(shopping_list: ShoppingList, *, by: User) -> ShoppingList:
    """Out of sight, with everything on it. Twice is the same as once."""
    locked = lock_list(shopping_list.household, shopping_list.pk, by=by, archived=True)
    if locked.archived_at is None:
        _archive(locked)
        record(locked.household, "list.archived", by=by, subject=locked.pk, facts={"name": locked.name})
    return locked


@transaction.atomic
def undo_creating(activity: Activity, by: User) -> None:
    locked = _of(activity, by)
    if locked.items.filter(state__in=ON_IT).exists():
        raise DomainError(_("There is something on this list by now."))
    if locked.archived_at is None:
        _archive(locked)


@transaction.atomic
def undo_renaming(activity: Activity, by: User) -> None:
    locked, facts = _of(activity, by), activity.facts
    if (locked.name, locked.emoji) != (facts["to"], facts["to_emoji"]):
        raise DomainError(_("This has been changed again since."))
    _name(locked, facts["from"], facts["from_emoji"])


@transaction.atomic
def undo_archiving(activity: Activity, by: User) -> None:
    locked = _of(activity, by)
    locked.archived_at = None
    locked.save(update_fields=["archived_at"])
    announce(locked.household, "list", locked.pk)


def _of(activity: Activity, by: User) -> ShoppingList:
    return lock_list(activity.household, activity.subject or new_id(), by=by, archived=True)


def _name(locked: ShoppingList, name: str, emoji: str) -> None:
    locked.name, locked.emoji = name, emoji
    locked.save(update_fields=["name", "emoji"])
    announce(locked.household, "list", locked.pk)


def _archive(locked: ShoppingList) -> None:
    locked.archived_at = timezone.now()
    locked.save(update_fields=["archived_at"])
    announce(locked.household, "list", locked.pk)
