"""A bill as it is drawn: who paid, what each owes of it and why, who has agreed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Household, User
from kitchen.money import tell_money
from kitchen.tones import tone_of
from shopping.models import Expense, ExpenseItem, ExpenseShare, SplitMode


@dataclass(frozen=True)
class ShareLine:
    """One person's part; `tone` 0 is somebody who is gone. `why` is the percent, the shares or the things."""

    id: UUID
    name: str
    initial: str
    tone: int
    amount: str
    paid: bool
    is_me: bool
    confirmed_at: datetime | None
    why: str = ""


@dataclass(frozen=True)
class ItemLine:
    """A thing on the bill; "" is the name of the rest."""

    name: str
    amount: str
    people: str


@dataclass(frozen=True)
class ExpensePage:
    expense: Expense
    total: str
    paid_by: str
    lines: list[ShareLine]
    items: list[ItemLine]
    mine: ShareLine | None

    @property
    def agreed(self) -> bool:
        return all(line.confirmed_at for line in self.lines)

    @property
    def waits_for_me(self) -> bool:
        return self.mine is not None and self.mine.confirmed_at is None

    @property
    def how(self) -> str:
        if len(self.lines) == 1:
            return _("for %(name)s alone") % {"name": self.lines[0].name}
        if self.expense.mode == SplitMode.EQUAL:
            count = len(self.lines)
            return ngettext("equally", "equally between %(count)d", count) % {"count": count}
        return str(SplitMode(self.expense.mode).label)


def expenses_of(household: Household) -> QuerySet[Expense]:
    return Expense.objects.filter(household=household, deleted_at=None).select_related("household", "paid_by")


def whole(expenses: QuerySet[Expense]) -> QuerySet[Expense]:
    """With all that they say, in two more queries."""
    return expenses.prefetch_related(Prefetch("shares", ExpenseShare.objects.select_related("user")), "items")


def expense_page(expense: Expense, reader: User) -> ExpensePage:
    return page_of(expense, list(expense.shares.select_related("user")), list(expense.items.all()), reader.pk)


def page_of(
    expense: Expense, shares: Sequence[ExpenseShare], items: Sequence[ExpenseItem], reader: UUID
) -> ExpensePage:
    """Of rows that were read already, shares with their users."""
    lines = [_line(share, expense, reader, items) for share in shares]
    names = {share.user_id: line.name for share, line in zip(shares, lines, strict=True)}
    return ExpensePage(
        expense=expense,
        total=tell_money(expense.total, expense.currency),
        paid_by=_payer(expense),
        lines=lines,
        items=[_item(item, expense, names) for item in items],
        mine=next((line for line in lines if line.is_me), None),
    )


def _line(share: ExpenseShare, expense: Expense, reader: UUID, items: Sequence[ExpenseItem]) -> ShareLine:
    name = share.user.called if share.user else share.name
    return ShareLine(
        id=share.pk,
        name=name,
        initial=name[:1].upper(),
        tone=tone_of(share.user_id) if share.user_id else 0,
        amount=tell_money(share.amount, expense.currency),
        paid=share.user_id is not None and share.user_id == expense.paid_by_id,
        is_me=share.user_id == reader,
        confirmed_at=share.confirmed_at,
        why=_why(share, expense, items),
    )


def _why(share: ExpenseShare, expense: Expense, items: Sequence[ExpenseItem]) -> str:
    if expense.mode == SplitMode.ITEMS:
        mine = [item for item in items if share.user_id in item.people]
        return ", ".join(item.name or _("the rest") for item in mine)
    if share.weight is None:
        return ""
    number = f"{share.weight.normalize():f}"
    if expense.mode == SplitMode.PERCENT:
        return f"{number} %"
    return ngettext("%(count)s share", "%(count)s shares", int(share.weight.to_integral_value("ROUND_UP"))) % {
        "count": number
    }


def _item(item: ExpenseItem, expense: Expense, names: dict[UUID | None, str]) -> ItemLine:
    everybody = len(names) > 1 and set(item.people) == set(names)
    people = [names.get(id) or _("somebody who left") for id in item.people]
    told = _("everybody") if everybody else get_text_list(people, _("and"))
    return ItemLine(item.name, tell_money(item.amount, expense.currency), told)


def _payer(expense: Expense) -> str:
    """Who has left is called as when they paid."""
    return expense.paid_by.called if expense.paid_by else expense.paid_by_name or _("Somebody who left")
