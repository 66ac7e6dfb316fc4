"""What bills and payments hold about a person, for the download of one's data."""

from typing import Any

from django.db.models import Q

from accounts.exports import exports
from accounts.models import User
from accounts.queries.export import rows_in_households
from shopping.models import Expense, ExpenseItem, ExpenseShare, Settlement

ExpenseEvent: Any = Expense.pgh_event_model  # type: ignore[attr-defined]
ShareEvent: Any = ExpenseShare.pgh_event_model  # type: ignore[attr-defined]
ItemEvent: Any = ExpenseItem.pgh_event_model  # type: ignore[attr-defined]
SettlementEvent: Any = Settlement.pgh_event_model  # type: ignore[attr-defined]
WHEN = ("pgh_created_at", "pgh_label")


def _of_bills(user: User) -> Q:
    return Q(added_by_id=user.pk) | Q(paid_by_id=user.pk)


def _of_payments(user: User) -> Q:
    return Q(payer_id=user.pk) | Q(payee_id=user.pk) | Q(noted_by_id=user.pk)


EXPORTS = {
    "shopping.Expense": rows_in_households("bills", lambda user: Expense.objects.filter(_of_bills(user)).values()),
    "shopping.ExpenseShare": rows_in_households(
        "shares-of-bills", lambda user: ExpenseShare.objects.filter(user=user).values()
    ),
    "shopping.ExpenseItem": rows_in_households(
        "things-on-bills",
        lambda user: ExpenseItem.objects.filter(people__contains=[user.pk]).values("expense_id", "name", "amount"),
    ),
    "shopping.Settlement": rows_in_households(
        "payments", lambda user: Settlement.objects.filter(_of_payments(user)).values()
    ),
    "shopping.ExpenseEvent": rows_in_households(
        "history-of-bills",
        lambda user: ExpenseEvent.objects.filter(_of_bills(user)).order_by("pgh_id").values(*WHEN, "title", "total"),
    ),
    "shopping.ExpenseShareEvent": rows_in_households(
        "history-of-shares",
        lambda user: ShareEvent.objects.filter(user_id=user.pk).order_by("pgh_id").values(*WHEN, "amount"),
    ),
    "shopping.ExpenseItemEvent": rows_in_households(
        "history-of-things-on-bills",
        lambda user: (
            ItemEvent.objects.filter(people__contains=[user.pk]).order_by("pgh_id").values(*WHEN, "name", "amount")
        ),
    ),
    "shopping.SettlementEvent": rows_in_households(
        "history-of-payments",
        lambda user: SettlementEvent.objects.filter(_of_payments(user)).order_by("pgh_id").values(*WHEN, "amount"),
    ),
}


def register_exports() -> None:
    for label, export in EXPORTS.items():
        exports.register(label, export)
