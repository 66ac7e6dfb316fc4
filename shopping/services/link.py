"""The link of a list: whoever has its address sees this one list and ticks on it, until it is revoked."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, Household, User
from accounts.services.activity import record
from accounts.services.notice import announce
from kitchen.errors import DomainError
from kitchen.ids import new_id
from shopping.models import ListLink, ShoppingList
from shopping.services.list import lock_list

SHARED, UNSHARED = "list.shared", "list.unshared"


@transaction.atomic
def share_list(shopping_list: ShoppingList, *, by: User) -> ListLink:
    """The open link: the one that there is, or a new one."""
    locked = lock_list(shopping_list.household, shopping_list.pk, by=by)
    if found := open_link(locked):
        return found
    link = ListLink.objects.create(household=locked.household, shopping_list=locked, created_by=by)
    _tell(locked, SHARED, link, by)
    return link


@transaction.atomic
def revoke_link(shopping_list: ShoppingList, *, by: User) -> None:
    """It opens nothing any more, also on pages that are open; a later link has another address. Twice is as once."""
    locked = lock_list(shopping_list.household, shopping_list.pk, by=by, archived=True)
    if found := open_link(locked):
        found.revoked_at = timezone.now()
        found.save(update_fields=["revoked_at"])
        _tell(locked, UNSHARED, found, by)


def open_link(shopping_list: ShoppingList) -> ListLink | None:
    links = ListLink.objects.filter(household_id=shopping_list.household_id, shopping_list=shopping_list)
    return links.filter(revoked_at=None).first()


def undo_sharing(activity: Activity, by: User) -> None:
    revoke_link(ShoppingList(household=activity.household, pk=activity.subject or new_id()), by=by)


@transaction.atomic
def undo_revoking(activity: Activity, by: User) -> None:
    """The same address opens the list again, unless it has a new one by now."""
    locked = lock_list(activity.household, activity.subject or new_id(), by=by, archived=True)
    if open_link(locked):
        raise DomainError(_("This list has a new link by now."))
    link = _revoked(activity.household, locked, UUID(activity.facts["link"]))
    link.revoked_at = None
    link.save(update_fields=["revoked_at"])
    announce(locked.household, "list", locked.pk)


def _revoked(household: Household, locked: ShoppingList, id: UUID) -> ListLink:
    found = ListLink.objects.filter(household=household, shopping_list=locked, pk=id).first()
    if found is None:
        raise DomainError(_("This link is not there any more."))
    return found


def _tell(locked: ShoppingList, verb: str, link: ListLink, by: User) -> None:
    """The id of the link, never its token: the feed is read by guests too."""
    record(locked.household, verb, by=by, subject=locked.pk, facts={"name": locked.name, "link": str(link.pk)})
    announce(locked.household, "list", locked.pk)
