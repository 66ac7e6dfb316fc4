"""The shopping of the cast: lists with things to buy and in the basket, each for a dish; a bill with its shares."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from accounts.models import Household, User
from accounts.services.stored_file import store_file
from shopping.models import ItemState, ListLink
from tests.database import as_owner
from tests.factories import (
    ExpenseFactory,
    ExpenseShareFactory,
    ItemReasonFactory,
    RecipeFactory,
    RecurringItemFactory,
    ShoppingListFactory,
    ShoppingListItemFactory,
)
from tests.factories.shopping import (
    ExpenseItemFactory,
    PriceRecordFactory,
    SettlementFactory,
    ShoppingTripFactory,
    StoreFactory,
)

# A word that only rows of the tests hold (cast.FACT), so that a page may show it untranslated.
THING = "Vortle"


def cast_lists(household: Household, owner: User, many: int) -> dict[str, object]:
    """What stands in the URLs of shopping. There are always two lists: one alone would open by itself."""
    lists = [ShoppingListFactory(household=household, name=THING, position=n) for n in range(many + 1)]
    dish = RecipeFactory(household=household, name=THING, servings=2, lines="\n".join([f"2 {THING}"] * many))
    items = [_item(lists[0], owner, state) for _ in range(many) for state in (ItemState.OPEN, ItemState.TICKED)]
    for item in items:
        ItemReasonFactory(item=item, recipe=dish)
    _pictured(items[0])
    recurring = [RecurringItemFactory(shopping_list=lists[0], name=THING, note=THING) for _ in range(many)]
    for number in range(many):
        ShoppingListFactory(household=household, name=THING, archived_at=datetime(2026, 3, 1 + number % 28, tzinfo=UTC))
    shops = [StoreFactory(household=household, name=THING) for _ in range(many)]
    bought = _bought(lists[0], owner, shops)
    return _shared(household, owner, many) | {
        "shopping:list": lists[0].pk,
        "shopping:put_away": lists[0].pk,
        "shopping:list_paper": lists[0].pk,
        "shopping:recurring": recurring[0].pk,
        "shopping:list_link": lists[0].pk,
        "shopping:list_store": lists[0].pk,
        "shopping:public": items[0].pk,
        "shopping:public:token": _link(lists[0], owner).token,
        "shopping:item": items[0].pk,
        "shopping:need": dish.pk,
        "shopping:store": shops[0].pk,
        "shopping:trip": lists[0].pk,
        "shopping:purchase": bought,
    }


def _shared(household: Household, owner: User, many: int) -> dict[str, object]:
    """A bill thing by thing, others beside it, and payments between the owner and somebody who is gone."""
    bills = [_bill(household, owner, many if at == 0 else 1) for at in range(many)]
    paid = [
        SettlementFactory(household=household, payer=None, payer_name=THING, payee=owner, payee_name=THING)
        for _ in range(many)
    ]
    return {"shopping:expense": bills[0].pk, "shopping:settlement": paid[0].pk}


def _bill(household: Household, owner: User, many: int) -> Any:
    total = Decimal(10 * (many + 1))
    bill = ExpenseFactory(household=household, title=THING, total=total, paid_by=owner, mode="items")
    for user in [owner, *[None] * many]:
        ExpenseShareFactory(expense=bill, user=user, name=THING, amount=Decimal(10))
    for _ in range(many + 1):
        ExpenseItemFactory(expense=bill, name=THING, people=[owner.pk])
    return bill


def _pictured(item: Any) -> None:
    with as_owner():
        item.picture = store_file(item.household, [b"no picture"], media_type="image/webp")
        item.save(update_fields=["picture"])


def _bought(kept: Any, owner: User, shops: list[Any]) -> UUID:
    """On a trip to each of the stores: put away, with its price. The owner is shopping just now, too."""
    for shop in shops:
        when = datetime(2026, 3, 7, 10, tzinfo=UTC)
        trip = ShoppingTripFactory(shopping_list=kept, store=shop, by=owner, ended_at=when)
        state, price = ItemState.PUT_AWAY, Decimal(2)
        item = _item(kept, owner, state, price=price, store=shop, trip=trip, ticked_at=when)
        PriceRecordFactory(household=kept.household, item=item, name=THING, store=shop, quantity=2, unit="piece")
    ShoppingTripFactory(shopping_list=kept, store=shops[0], by=owner)
    found: UUID = item.pk
    return found


def _item(kept: Any, owner: User, state: str, **more: Any) -> Any:
    return ShoppingListItemFactory(
        shopping_list=kept,
        name=THING,
        quantity=2,
        unit="piece",
        note=THING,
        state=state,
        added_by=owner,
        ticked_by=owner,
        **more,
    )


def _link(kept: Any, owner: User) -> ListLink:
    with as_owner():
        return ListLink.objects.create(household=kept.household, shopping_list=kept, created_by=owner)
