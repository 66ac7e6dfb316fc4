"""The lists that were put aside."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q

from accounts.models import Household
from shopping.models import ItemState, ShoppingList

A_PAGE = 30


def aside_page(household: Household, number: str | None) -> Any:
    """A page of lists, the newest first, each with `bought` and `left`: how much was bought, and not."""
    bought = Count("items", filter=Q(items__state__in=(ItemState.TICKED, ItemState.PUT_AWAY)))
    left = Count("items", filter=Q(items__state=ItemState.OPEN))
    aside = ShoppingList.objects.filter(household=household, archived_at__isnull=False)
    found = aside.annotate(bought=bought, left=left, ever=Count("items")).order_by("-archived_at", "-id")
    return Paginator(found, A_PAGE).get_page(number)
