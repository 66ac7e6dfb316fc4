"""Bills on the cards of messages, and how their conversation stands: read with the other things, in the same query."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from accounts.models import Household, User
from shopping.models import Expense, ExpenseItem, ExpenseShare
from shopping.queries.balance import Balances, as_id, as_text
from shopping.queries.expense import ExpensePage, page_of


@dataclass(frozen=True)
class SplitCard(ExpensePage):
    """`balances` is how the people of the conversation stand; None for a bill that was told elsewhere."""

    balances: Balances | None = None


def splits(household: Household, ids: set[UUID]) -> QuerySet[Any, Any]:
    shares = ExpenseShare.objects.filter(expense=OuterRef("pk")).order_by("position", "id")
    items = ExpenseItem.objects.filter(expense=OuterRef("pk")).order_by("position", "id")
    share = JSONObject(
        id="id",
        user="user_id",
        called="user__name",
        name="name",
        amount=as_text("amount"),
        weight=as_text("weight"),
        confirmed_at="confirmed_at",
    )
    told = JSONObject(
        id="id",
        title="title",
        total=as_text("total"),
        currency="currency",
        mode="mode",
        conversation="conversation",
        paid_by="paid_by_id",
        payer=F("paid_by__name"),
        paid_by_name="paid_by_name",
        shares=ArraySubquery(shares.values(told=share)),
        items=ArraySubquery(items.values(told=JSONObject(name="name", amount=as_text("amount"), people="people"))),
    )
    here = Expense.objects.filter(household=household, pk__in=ids, deleted_at=None)
    rows: QuerySet[Any, Any] = here.values(told=told)
    return rows


def drawn_split(told: dict[str, Any], reader: UUID, balances: Balances | None) -> SplitCard:
    expense = Expense(
        **{name: told[name] for name in ("title", "currency", "mode", "paid_by_name")},
        pk=UUID(told["id"]),
        total=Decimal(told["total"]),
        conversation=as_id(told["conversation"]),
        paid_by=_user(told["paid_by"], told["payer"] or told["paid_by_name"]),
    )
    shares = [_share(one) for one in told["shares"]]
    items = [_item(one) for one in told["items"]]
    page = page_of(expense, shares, items, reader)
    return SplitCard(**vars(page), balances=balances if expense.conversation else None)


def _share(told: dict[str, Any]) -> ExpenseShare:
    return ExpenseShare(
        pk=UUID(told["id"]),
        user=_user(told["user"], told["called"] or told["name"]),
        name=told["name"],
        amount=Decimal(told["amount"]),
        weight=Decimal(told["weight"]) if told["weight"] else None,
        confirmed_at=datetime.fromisoformat(told["confirmed_at"]) if told["confirmed_at"] else None,
    )


def _item(told: dict[str, Any]) -> ExpenseItem:
    people = [UUID(one) for one in told["people"]]
    return ExpenseItem(name=told["name"], amount=Decimal(told["amount"]), people=people)


def _user(id: str | None, name: str) -> User | None:
    return User(pk=UUID(id), name=name) if id else None
