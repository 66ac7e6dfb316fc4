"""Telling a bill anew, and taking that back."""

import json
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Activity, User
from accounts.services.activity import record
from accounts.services.notice import announce
from kitchen.errors import DomainError
from shopping.models import Expense, ExpenseItem, ExpenseShare
from shopping.services.expense import LONGEST_NAME, at_table, check_split, facts_of, keep_split, lock_expense, titled
from shopping.splitting import Split

SAID = ("title", "total", "mode", "paid_by", "paid_by_name")


@transaction.atomic
def change_expense(  # noqa: PLR0913  (a bill is told with all its parts)
    expense: Expense, *, title: str, total: Decimal, paid_by: User, split: Split, by: User, seen: str = ""
) -> Expense:
    """Who has agreed to a share that stays as it was, for the same payer, has still agreed; the others are asked anew.

    `seen` is the mark of the bill on the page that was filled in: a bill that changed meanwhile is not written over.
    """
    locked = lock_expense(expense.household, expense.pk, by)
    before = told_of(locked)
    if seen and seen != mark_of(before):
        raise DomainError(_("Somebody changed this bill meanwhile: open the form again."))
    if any(share["user"] is None for share in before["shares"]):
        raise DomainError(_("Somebody of this bill is gone: it can be deleted, not changed."))
    known = {UUID(share["user"]) for share in before["shares"]} | ({locked.paid_by_id} if locked.paid_by_id else set())
    same_payer = locked.paid_by_id == paid_by.pk
    agreed = {UUID(one["user"]): Decimal(one["amount"]) for one in before["shares"] if one["confirmed_at"]}
    locked.title, locked.total, locked.mode = titled(title), total, split.mode
    locked.paid_by_id, locked.paid_by_name = paid_by.pk, paid_by.called[:LONGEST_NAME]
    check_split(locked, split, at_table(locked.household) | known)
    locked.save(update_fields=SAID)
    keep_split(locked, split, agreed if same_payer else {})
    after = told_of(locked)
    if _agreement(after) != _agreement(before):
        facts = {**facts_of(locked), "before": before, "after": after}
        record(locked.household, "expense.changed", by=by, subject=locked.pk, facts=facts)
        announce(locked.household, "expense", locked.pk)
    return locked


@transaction.atomic
def undo_changing(activity: Activity, by: User) -> None:
    """Back to what it said before, with everybody's word on that; refused once somebody agreed to what it says now."""
    locked = lock_expense(activity.household, activity.subject, by)
    before, after, now = activity.facts["before"], activity.facts["after"], told_of(locked)
    if _agreement(now) != _agreement(after):
        raise DomainError(_("This has been changed again since."))
    if _agreed(now) - _agreed(after) - {str(by.pk)}:
        raise DomainError(_("Somebody has agreed to their share already: talk to them first."))
    locked.title, locked.total, locked.mode = before["title"], Decimal(before["total"]), before["mode"]
    locked.paid_by_id = UUID(before["paid_by"]) if before["paid_by"] else None
    locked.paid_by_name = before["paid_by_name"]
    locked.save(update_fields=SAID)
    locked.shares.all().delete()
    locked.items.all().delete()
    ExpenseShare.objects.bulk_create(_share(locked, at, one) for at, one in enumerate(before["shares"]))
    ExpenseItem.objects.bulk_create(_item(locked, at, one) for at, one in enumerate(before["items"]))
    announce(locked.household, "expense", locked.pk)


def told_of(expense: Expense) -> dict[str, Any]:
    """All that a bill says, as JSON."""
    return {
        "title": expense.title,
        "mode": str(expense.mode),
        "total": str(expense.total),
        "paid_by": str(expense.paid_by_id or ""),
        "paid_by_name": expense.paid_by_name,
        "shares": [_told_share(share) for share in expense.shares.all()],
        "items": [
            {"name": item.name, "amount": str(item.amount), "people": [str(id) for id in item.people]}
            for item in expense.items.all()
        ],
    }


def _told_share(share: ExpenseShare) -> dict[str, str | None]:
    told = {
        "user": share.user_id,
        "name": share.name,
        "amount": share.amount,
        "weight": share.weight,
        "confirmed_at": share.confirmed_at,
    }
    return {name: None if value is None else str(value) for name, value in told.items()}


def mark_of(told: dict[str, Any]) -> str:
    """Short, and another one for every other bill; who has agreed does not count."""
    return sha256(json.dumps(_agreement(told), sort_keys=True).encode()).hexdigest()[:16]


def _agreement(told: dict[str, Any]) -> dict[str, Any]:
    shares = [{name: value for name, value in one.items() if name != "confirmed_at"} for one in told["shares"]]
    return {**told, "total": f"{Decimal(told['total']):.2f}", "shares": shares}


def _agreed(told: dict[str, Any]) -> set[str]:
    return {one["user"] for one in told["shares"] if one["confirmed_at"] and one["user"] != told["paid_by"]}


def _share(expense: Expense, at: int, told: dict[str, Any]) -> ExpenseShare:
    return ExpenseShare(
        household=expense.household,
        expense=expense,
        user_id=UUID(told["user"]) if told["user"] else None,
        name=told["name"],
        amount=Decimal(told["amount"]),
        weight=Decimal(told["weight"]) if told["weight"] else None,
        position=at,
        confirmed_at=datetime.fromisoformat(told["confirmed_at"]) if told["confirmed_at"] else None,
    )


def _item(expense: Expense, at: int, told: dict[str, Any]) -> ExpenseItem:
    people = [UUID(id) for id in told["people"]]
    name, amount = told["name"], Decimal(told["amount"])
    return ExpenseItem(
        household=expense.household, expense=expense, name=name, amount=amount, people=people, position=at
    )
