"""A basket put away as it is proposed: by one tap, or without asking where the household wants it so."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from uuid import UUID, uuid5

import structlog
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership, User
from accounts.roles import TABLE
from accounts.services.membership import lock_household
from kitchen.errors import DomainError
from kitchen.ids import new_id
from pantry.models import StockItem
from pantry.queries.day import today_in
from shopping.models import ItemState, ShoppingList, ShoppingListItem
from shopping.queries.settling import is_quiet, puts_away_at_once, settled_items, still_shopping
from shopping.services.list import lock_list
from shopping.services.put_away import SETTLED, Line, done_before, proposed_for, put_away

log = structlog.get_logger("kitchen.lists")


def basket_operation(shopping_list: ShoppingList, until: int) -> UUID:
    """The one operation that "put all of it away" is, on every page that shows the list at that number."""
    return uuid5(shopping_list.pk, f"put away {until}")


@transaction.atomic
def put_all_away(shopping_list: ShoppingList, until: int, *, by: User) -> tuple[list[StockItem], int]:
    """What lay in the basket when the list was at number `until`; what came since stays there.

    Returns the lots, and how many things were no food and went nowhere. Twice is the same as once.
    """
    household = lock_household(shopping_list.household)
    locked, operation = lock_list(household, shopping_list.pk, by=by), basket_operation(shopping_list, until)
    if done_before(household, operation):
        return [], 0
    items = locked.items.filter(state=ItemState.TICKED, number__lte=until).select_related("product")
    lines = _lines(locked, list(items.order_by("ticked_at", "id")))
    lots = put_away(locked, lines, by=by, operation=operation)
    return lots, sum(not line.keep for line in lines)


@transaction.atomic
def settle_basket(shopping_list: ShoppingList, *, by: User) -> list[StockItem]:
    """To be called when `by` has ended a trip with this list: nothing happens where the household wants to be asked.

    What somebody has who is still in a shop with the list waits for them. Never refuses: a trip ends anyway.
    """
    household = lock_household(shopping_list.household)
    at_home = Membership.objects.filter(household=household, user=by, role__in=TABLE).exists()
    if not at_home or not puts_away_at_once(household):
        return []
    items = settled_items(shopping_list).exclude(ticked_by__in=still_shopping(shopping_list).values("by"))
    return _settle(shopping_list, list(items), by)


@transaction.atomic
def settle_quiet_basket(shopping_list: ShoppingList, now: datetime) -> list[StockItem]:
    """Where no trip was ended: once nothing has been ticked for a while. Each member's things are put away by them."""
    household = lock_household(shopping_list.household)
    if not puts_away_at_once(household) or not is_quiet(shopping_list, now):
        return []
    items = sorted(settled_items(shopping_list), key=lambda item: str(item.ticked_by_id))
    groups = [(by, list(group)) for by, group in groupby(items, key=lambda item: item.ticked_by)]
    return [lot for by, group in groups if by for lot in _settle(shopping_list, group, by)]


def _settle(shopping_list: ShoppingList, items: Sequence[ShoppingListItem], by: User) -> list[StockItem]:
    if not items:
        return []
    try:
        with transaction.atomic():
            lines = _lines(shopping_list, items)
            return put_away(shopping_list, lines, by=by, operation=new_id(), verb=SETTLED)
    except DomainError as error:
        log.info("basket stays", list=str(shopping_list.pk), why=str(error))
        return []


def _lines(shopping_list: ShoppingList, items: Sequence[ShoppingListItem]) -> list[Line]:
    if not items:
        raise DomainError(_("All of this has been put away already, or taken out of the basket."))
    proposals = proposed_for(items, shopping_list.household, today_in(shopping_list.household))
    return [proposal.line for proposal in proposals]
