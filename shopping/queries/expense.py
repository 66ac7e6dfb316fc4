"""A bill as it is drawn: who paid, what each owes of it, who has agreed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import Household, User
from kitchen.money import tell_money
from kitchen.tones import tone_of
from shopping.models import Expense, ExpenseShare


@dataclass(frozen=True)
class ShareLine:
    """One person's part; `tone` 0 is somebody who is gone."""

    id: UUID
    name: str
    initial: str
    tone: int
    amount: str
    paid: bool
    is_me: bool
    confirmed_at: datetime | None


@dataclass(frozen=True)
class ExpensePage:
    expense: Expense
    total: str
    paid_by: str
    lines: list[ShareLine]
    mine: ShareLine | None

    @property
    def agreed(self) -> bool:
        return all(line.confirmed_at for line in self.lines)


def expenses_of(household: Household) -> QuerySet[Expense]:
    return Expense.objects.filter(household=household, deleted_at=None).select_related("household", "paid_by")


def expense_page(expense: Expense, reader: User) -> ExpensePage:
    shares = expense.shares.select_related("user")
    lines = [_line(share, expense, reader) for share in shares]
    return ExpensePage(
        expense=expense,
        total=tell_money(expense.total, expense.currency),
        paid_by=_payer(expense, lines),
        lines=lines,
        mine=next((line for line in lines if line.is_me), None),
    )


def _line(share: ExpenseShare, expense: Expense, reader: User) -> ShareLine:
    name = share.user.called if share.user else share.name
    return ShareLine(
        id=share.pk,
        name=name,
        initial=name[:1].upper(),
        tone=tone_of(share.user_id) if share.user_id else 0,
        amount=tell_money(share.amount, expense.currency),
        paid=share.user_id is not None and share.user_id == expense.paid_by_id,
        is_me=share.user_id == reader.pk,
        confirmed_at=share.confirmed_at,
    )


def _payer(expense: Expense, lines: list[ShareLine]) -> str:
    """Who has left is called as on their share."""
    if expense.paid_by:
        return expense.paid_by.called
    return next((line.name for line in lines if line.paid), "")
