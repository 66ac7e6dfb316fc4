"""All bills and payments of a household, newest first, by month, as one reader stands to each."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.core.paginator import Page, Paginator
from django.db.models import CharField, F, OuterRef, Value
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Household, User
from kitchen.ids import new_id
from kitchen.money import tell_money
from kitchen.zones import zone
from shopping.models import Expense, ExpenseShare, Settlement
from shopping.queries.balance import as_text

PAGE = 30
NOTHING = Decimal(0)


@dataclass(frozen=True)
class BillRow:
    """`stake` is the reader's: "lent" is what others owe them, "owes" their share; else "own" or "none"."""

    id: UUID
    title: str
    day: date
    total: str
    payer: str
    paid_by_me: bool
    stake: str
    amount: str
    open: int
    waits_for: str
    waits_for_me: bool
    kind: str = "bill"


@dataclass(frozen=True)
class PaymentRow:
    id: UUID
    day: date
    payer: str
    payee: str
    amount: str
    confirmed: bool
    from_me: bool
    to_me: bool
    kind: str = "payment"


@dataclass(frozen=True)
class Month:
    day: date
    rows: list[BillRow | PaymentRow]


@dataclass(frozen=True)
class ExpenseList:
    months: list[Month]
    page: Page[Any]


def expense_list(household: Household, reader: User, number: str | None) -> ExpenseList:
    """Three queries."""
    at = "at"
    bills = Expense.objects.filter(household=household, deleted_at=None).order_by()
    paid = Settlement.objects.filter(household=household, deleted_at=None).order_by()
    told = bills.values("id").annotate(kind=Value("bill", CharField()), **{at: F("created_at")})
    back = paid.values("id").annotate(kind=Value("payment", CharField()), **{at: F("created_at")})
    both: Any = told.union(back, all=True)
    page = Paginator(both.order_by("-at", "-id"), PAGE).get_page(number)
    keys: list[dict[str, Any]] = list(page.object_list)
    by_id = {row.id: row for row in _rows(household, keys, reader)}
    ordered = [by_id[one["id"]] for one in keys if one["id"] in by_id]
    months = groupby(ordered, key=lambda row: row.day.replace(day=1))
    return ExpenseList([Month(day, list(found)) for day, found in months], page)


def _rows(household: Household, keys: list[dict[str, Any]], reader: User) -> list[BillRow | PaymentRow]:
    """All rows of a page in one query, whichever of them are bills."""
    own = ExpenseShare.objects.filter(expense=OuterRef("pk")).order_by("position", "id")
    share = JSONObject(user="user_id", name="name", amount=as_text("amount"), confirmed="confirmed_at")
    bill = {name: name for name in ("id", "title", "currency", "created_at", "paid_by_name")}
    bills = Expense.objects.filter(household=household, pk__in=_ids(keys, "bill")).values(
        told=JSONObject(
            **bill,
            total=as_text("total"),
            paid_by="paid_by_id",
            payer="paid_by__name",
            shares=ArraySubquery(own.values(told=share)),
        )
    )
    named = {name: name for name in ("id", "currency", "created_at", "confirmed_at", "payer_name", "payee_name")}
    paid = Settlement.objects.filter(household=household, pk__in=_ids(keys, "payment")).values(
        told=JSONObject(
            **named,
            amount=as_text("amount"),
            payer="payer_id",
            payee="payee_id",
            payer_now="payer__name",
            payee_now="payee__name",
        )
    )
    here = Household.objects.filter(pk=household.pk)
    told = here.values(bills=ArraySubquery(bills), paid=ArraySubquery(paid)).get()
    return [
        *(_bill(one, reader, household) for one in told["bills"]),
        *(_payment(one, reader, household) for one in told["paid"]),
    ]


def _ids(keys: list[dict[str, Any]], kind: str) -> list[UUID]:
    """At least one, as none at all would be another query."""
    return [one["id"] for one in keys if one["kind"] == kind] or [new_id()]


def _bill(told: dict[str, Any], reader: User, household: Household) -> BillRow:
    shares, currency, total = told["shares"], told["currency"], Decimal(told["total"])
    own = next((share for share in shares if share["user"] == str(reader.pk)), None)
    mine, paid = Decimal(own["amount"]) if own else NOTHING, told["paid_by"] == str(reader.pk)
    lent = total - mine
    waiting = [share["name"] for share in shares if not share["confirmed"]]
    return BillRow(
        id=UUID(told["id"]),
        title=told["title"],
        day=day_of(datetime.fromisoformat(told["created_at"]), household),
        total=tell_money(total, currency),
        payer=told["payer"] or told["paid_by_name"] or _("Somebody who left"),
        paid_by_me=paid,
        stake=_stake(lent, mine, paid=paid),
        amount=tell_money(lent if paid else mine, currency),
        open=len(waiting),
        waits_for=waiting[0] if len(waiting) == 1 else "",
        waits_for_me=own is not None and not own["confirmed"],
    )


def _stake(lent: Decimal, mine: Decimal, *, paid: bool) -> str:
    if paid:
        return "lent" if lent else "own"
    return "owes" if mine else "none"


def _payment(told: dict[str, Any], reader: User, household: Household) -> PaymentRow:
    return PaymentRow(
        id=UUID(told["id"]),
        day=day_of(datetime.fromisoformat(told["created_at"]), household),
        payer=told["payer_now"] or told["payer_name"],
        payee=told["payee_now"] or told["payee_name"],
        amount=tell_money(Decimal(told["amount"]), told["currency"]),
        confirmed=told["confirmed_at"] is not None,
        from_me=told["payer"] == str(reader.pk),
        to_me=told["payee"] == str(reader.pk),
    )


def day_of(at: datetime, household: Household) -> date:
    return timezone.localdate(at, timezone=zone(household.time_zone))
