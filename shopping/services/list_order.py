"""The order in which the lists of a household stand; the first one is what things are put on unless somebody says."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from accounts.models import Household, User
from accounts.roles import TABLE
from accounts.services.membership import lock_household, require_role
from accounts.services.notice import announce
from shopping.models import ShoppingList


@transaction.atomic
def order_lists(household: Household, ids: Sequence[UUID], *, by: User) -> None:
    """Open lists as `ids` name them; those that are not named, made meanwhile, follow as they stood."""
    locked = lock_household(household)
    require_role(locked, by, TABLE)
    wanted = {id: at for at, id in enumerate(ids)}
    there = ShoppingList.objects.filter(household=locked, archived_at=None)
    moved = []
    for at, one in enumerate(sorted(there, key=lambda one: wanted.get(one.pk, len(wanted)))):
        if one.position != at:
            one.position = at
            moved.append(one)
    ShoppingList.objects.bulk_update(moved, ["position"])
    if moved:
        announce(locked, "list", moved[0].pk)
