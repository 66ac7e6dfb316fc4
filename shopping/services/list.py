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
from shopping.models import ItemState, ListLink, ShoppingList

ON_IT = (ItemState.OPEN, ItemState.TICKED)


def lock_list(  # noqa: PLR0913  (who may, and whether what was put aside counts)
    household: Household,
    id: UUID,
    *,
    by: User | None,
    roles: Any = TABLE,
    archived: bool = False,
    link: ListLink | None = None,
) -> ShoppingList:
    """The list's row, held to the end of the transaction: what is decided about its items is decided in turn.

    Who needs the household's lock as well takes that one first. Without `by` it is a visitor with the `link` of this
    list, or, without that too, a clock.
    """
    if by is not None:
        require_role(household, by, roles)
    lists = ShoppingList.objects.select_for_update(no_key=True, of=("self",)).select_related("household")
    found = lists.filter(household=household, pk=id).first()
    if found is None or (link is not None and not _opens(link, found)):
        raise DomainError(_("This list is not there any more."))
    if found.archived_at and not archived:
        raise DomainError(_("This list has been put aside: undo that first."))
    return found


def _opens(link: ListLink, kept: ShoppingList) -> bool:
    links = ListLink.objects.filter(household=kept.household, pk=link.pk, shopping_list=kept, revoked_at=None)
    return links.exists()


@transaction.atomic
def default_list(household: Household, *, by: User) -> ShoppingList:
    """The first list that is open, made if there is none."""
    locked = lock_household(household)
    require_role(locked, by, TABLE)
    found = ShoppingList.objects.filter(household=locked, archived_at=None).first()
    return found or create_list(household, _("Shopping list"), by=by)


@transaction.atomic
def create_list(household: Household, name: str, *, by: User, id: UUID | None = None, **said: Any) -> ShoppingList:
    """`id` is the form's own: sent twice, it makes one. `said` is emoji, budget and store."""
    made, is_new = make_list(household, by=by, id=id, name=name, **said)
    if is_new:
        record(household, "list.created", by=by, subject=made.pk, facts={"name": name})
        announce(household, "list", made.pk)
    return made


def make_list(household: Household, *, by: User, id: UUID | None, **said: Any) -> tuple[ShoppingList, bool]:
    """The last of the lists, and whether it was not there before."""
    require_role(lock_household(household), by, TABLE)
    last = ShoppingList.objects.filter(household=household).order_by("position").last()
    position = last.position + 1 if last else 0
    made = ShoppingList(id=id or new_id(), household=household, position=position, added_by=by, **said)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as error:
        return _made_before(household, made.pk, error), False
    return made, True


def _made_before(household: Household, id: UUID, error: IntegrityError) -> ShoppingList:
    found = ShoppingList.objects.filter(household=household, pk=id).first()
    if found is None:
        raise DomainError(_("This could not be saved: open the form again.")) from error
    return found


@transaction.atomic
def undo_creating(activity: Activity, by: User) -> None:
    locked = lock_list(activity.household, activity.subject or new_id(), by=by, archived=True)
    if locked.items.filter(state__in=ON_IT).exists():
        raise DomainError(_("There is something on this list by now."))
    if locked.archived_at is None:
        locked.archived_at = timezone.now()
        locked.save(update_fields=["archived_at"])
        announce(locked.household, "list", locked.pk)
