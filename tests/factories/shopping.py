from datetime import date
from decimal import Decimal
from typing import Any

import factory

from pantry.matching import match, name_key
from pantry.models import Food
from shopping import models
from tests.database import as_owner
from tests.factories.accounts import HouseholdFactory
from tests.factories.base import RowFactory


class ShoppingListFactory(RowFactory):
    class Meta:
        model = models.ShoppingList

    household = factory.SubFactory(HouseholdFactory)
    name = factory.Sequence(lambda n: f"List {n}")


class ShoppingListItemFactory(RowFactory):
    """`linked` looks the name up, as adding it would."""

    class Meta:
        model = models.ShoppingListItem

    shopping_list = factory.SubFactory(ShoppingListFactory)
    household = factory.SelfAttribute("shopping_list.household")
    name = factory.Sequence(lambda n: f"Thing {n}")
    name_key = factory.LazyAttribute(lambda item: name_key(item.name))

    class Params:
        linked = factory.Trait(food=factory.LazyAttribute(lambda item: food_named(item.name)))
        ticked = factory.Trait(state=models.ItemState.TICKED)


class RecurringItemFactory(RowFactory):
    class Meta:
        model = models.RecurringItem

    shopping_list = factory.SubFactory(ShoppingListFactory)
    household = factory.SelfAttribute("shopping_list.household")
    name = factory.Sequence(lambda n: f"Thing {n}")
    name_key = factory.LazyAttribute(lambda item: name_key(item.name))
    next_on = date(2026, 1, 5)

    class Params:
        linked = factory.Trait(food=factory.LazyAttribute(lambda item: food_named(item.name)))


class ItemReasonFactory(RowFactory):
    class Meta:
        model = models.ItemReason

    item = factory.SubFactory(ShoppingListItemFactory)
    household = factory.SelfAttribute("item.household")
    quantity = Decimal(100)
    unit = "g"


class StoreFactory(RowFactory):
    class Meta:
        model = models.Store

    household = factory.SubFactory(HouseholdFactory)
    name = factory.Sequence(lambda n: f"Store {n}")


class ShoppingTripFactory(RowFactory):
    class Meta:
        model = models.ShoppingTrip

    shopping_list = factory.SubFactory(ShoppingListFactory)
    household = factory.SelfAttribute("shopping_list.household")


class PriceRecordFactory(RowFactory):
    class Meta:
        model = models.PriceRecord

    household = factory.SubFactory(HouseholdFactory)
    name = factory.Sequence(lambda n: f"Thing {n}")
    name_key = factory.LazyAttribute(lambda one: name_key(one.name))
    price = Decimal("2.00")
    currency = factory.SelfAttribute("household.currency")
    paid_on = date(2026, 1, 10)


class ExpenseFactory(RowFactory):
    class Meta:
        model = models.Expense

    household = factory.SubFactory(HouseholdFactory)
    title = factory.Sequence(lambda n: f"Bill {n}")
    total = Decimal("30.00")
    currency = "EUR"


class ExpenseShareFactory(RowFactory):
    class Meta:
        model = models.ExpenseShare

    expense = factory.SubFactory(ExpenseFactory)
    household = factory.SelfAttribute("expense.household")
    name = factory.LazyAttribute(lambda share: share.user.name)
    amount = Decimal("15.00")


class ExpenseItemFactory(RowFactory):
    class Meta:
        model = models.ExpenseItem

    expense = factory.SubFactory(ExpenseFactory)
    household = factory.SelfAttribute("expense.household")
    name = factory.Sequence(lambda n: f"Thing {n}")
    amount = Decimal("10.00")
    people = factory.LazyFunction(list)


class SettlementFactory(RowFactory):
    class Meta:
        model = models.Settlement

    household = factory.SubFactory(HouseholdFactory)
    payer_name = factory.LazyAttribute(lambda one: one.payer.name)
    payee_name = factory.LazyAttribute(lambda one: one.payee.name)
    amount = Decimal("5.00")
    currency = factory.SelfAttribute("household.currency")
    paid_on = date(2026, 1, 10)


def food_named(name: str) -> Any:
    found = match(name).food
    assert found is not None, name
    with as_owner():
        return Food.objects.get(pk=found.id)
