"""A row of every table of shopping."""

from datetime import date
from decimal import Decimal
from typing import Any

from accounts.models import User
from kitchen.ids import new_id
from pantry.models import Category, Product
from recipes.models import Recipe
from shopping.models import (
    AisleChoice,
    Expense,
    ExpenseItem,
    ExpenseShare,
    ItemReason,
    ListLink,
    ListOperation,
    OperationKind,
    PriceRecord,
    RecurringItem,
    Settlement,
    ShoppingHabits,
    ShoppingList,
    ShoppingListItem,
    ShoppingTrip,
    Store,
)


def lay_out_shopping(here: dict[str, Any], user: User, recipe: Recipe, n: int = 0) -> None:
    store = Store.objects.create(**here, name="Corner")
    kept = ShoppingList.objects.create(**here, name="Week", store=store)
    trip = ShoppingTrip.objects.create(**here, shopping_list=kept, store=store, by=user)
    product = Product.objects.filter(**here).first()
    salt = {"name": "Salt", "name_key": "salt"}
    item = ShoppingListItem.objects.create(
        **here, **salt, shopping_list=kept, store=store, trip=trip, product=product, removed_by=user
    )
    ItemReason.objects.create(**here, item=item, recipe=recipe)
    link = ListLink.objects.create(**here, shopping_list=kept, created_by=user)
    ListOperation.objects.create(
        **here, shopping_list=kept, item=item, operation=new_id(), number=1, kind=OperationKind.ADD, by=user, link=link
    )
    AisleChoice.objects.create(**here, name_key=f"salt {n}", category=Category.objects.all()[0])
    RecurringItem.objects.create(**here, **salt, shopping_list=kept, next_on=date(2026, 1, 1))
    paid = {"price": Decimal(1), "currency": "EUR", "paid_on": date(2026, 1, 1)}
    PriceRecord.objects.create(**here, **salt, **paid, item=item, store=store, product=product)
    ShoppingHabits.objects.get_or_create(**here)
    expense = Expense.objects.create(**here, title="Pizza", total=Decimal(10), currency="EUR", paid_by=user)
    ExpenseShare.objects.create(**here, expense=expense, user=user, name="A", amount=Decimal(10))
    ExpenseItem.objects.create(**here, expense=expense, name="Wine", amount=Decimal(4), people=[user.pk])
    Settlement.objects.create(
        **here, payer=user, payer_name="A", payee_name="B", amount=Decimal(4), currency="EUR", paid_on=date(2026, 1, 2)
    )
