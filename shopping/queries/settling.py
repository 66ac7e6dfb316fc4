"""Which baskets may be put away without asking: those of households that want it so, once nobody ticks any more."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F, Max, OuterRef, Q, QuerySet, Subquery

from accounts.models import Household, Membership
from accounts.roles import TABLE
from shopping.models import (
    ItemState,
    ListOperation,
    OperationKind,
    PuttingAway,
    ShoppingHabits,
    ShoppingList,
    ShoppingListItem,
    ShoppingTrip,
)

# Where nobody says that the shopping is done, it is once nothing has been ticked for so long.
QUIET = timedelta(hours=2)


def puts_away_at_once(household: Household) -> bool:
    return ShoppingHabits.objects.filter(household=household, putting_away=PuttingAway.AT_ONCE).exists()


def settled_items(shopping_list: ShoppingList) -> QuerySet[ShoppingListItem]:
    """What members have ticked. A guest's and a visitor's ticks wait for a member, and so does what was put away
    once and taken back: somebody wants to see to it.
    """
    members = Membership.objects.filter(household=shopping_list.household_id, role__in=TABLE)
    kinds = (OperationKind.TICK, OperationKind.TAKE_BACK)
    newest = ListOperation.objects.filter(household=shopping_list.household_id, item=OuterRef("pk"), kind__in=kinds)
    ticked = shopping_list.items.filter(state=ItemState.TICKED, ticked_by__in=members.values("user"))
    last = Subquery(newest.order_by("-number").values("kind")[:1])
    found = ticked.annotate(last=last).filter(Q(last=None) | Q(last=OperationKind.TICK))
    return found.select_related("product", "ticked_by").order_by("ticked_at", "id")


def still_shopping(shopping_list: ShoppingList) -> QuerySet[ShoppingTrip]:
    return ShoppingTrip.objects.filter(shopping_list=shopping_list, ended_at=None)


def is_quiet(shopping_list: ShoppingList, now: datetime) -> bool:
    newest: datetime | None = shopping_list.items.filter(state=ItemState.TICKED).aggregate(at=Max("ticked_at"))["at"]
    return newest is not None and newest <= now - QUIET


def quiet_baskets(now: datetime) -> Sequence[tuple[UUID, UUID]]:
    """Household and list. It looks across all households, so it looks as the owner, and tells ids only."""
    items = ShoppingListItem.objects.using("owner").filter(
        state=ItemState.TICKED,
        ticked_by__isnull=False,
        shopping_list__archived_at=None,
        household__shopping_habits__putting_away=PuttingAway.AT_ONCE,
    )
    lists = items.order_by().values("household_id", "shopping_list_id").annotate(newest=Max("ticked_at"))
    found = lists.filter(newest__lte=now - QUIET).values_list(F("household_id"), F("shopping_list_id"))
    return list(found)
