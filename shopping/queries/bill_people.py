"""Between whom a bill can be split, and what an existing one says in the words of its form."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from accounts.models import Household, Membership, User
from accounts.roles import TABLE
from kitchen.money import smallest
from shopping.models import Expense


def people_of_bills(household: Household, reader: User, expense: Expense | None = None) -> list[User]:
    """Everybody at the table; with a bill (read whole) also who is on it and has moved out."""
    shares = expense.shares.all() if expense else []
    on_it = [share.user or User(pk=share.user_id, name=share.name) for share in shares if share.user_id]
    if expense and expense.paid_by_id:
        on_it.append(expense.paid_by or User(pk=expense.paid_by_id, name=expense.paid_by_name))
    return table_with(household, reader, on_it)


def table_with(household: Household, reader: User, others: Iterable[User]) -> list[User]:
    """The reader, then everybody else at the table and who is named besides, once each and by name."""
    table = Membership.objects.filter(household=household, role__in=TABLE).select_related("user")
    people = {one.pk: one for one in others} | {one.user_id: one.user for one in table}
    return sorted(people.values(), key=lambda one: (one != reader, one.called.casefold()))


def initial_of(expense: Expense, mark: str) -> dict[str, Any]:
    part = smallest(expense.currency)
    shares = list(expense.shares.all())
    items = [item for item in expense.items.all() if item.name]
    rest = {str(id) for item in expense.items.all() if not item.name for id in item.people}
    return {
        "id": expense.pk,
        "seen": mark,
        "title": expense.title,
        "total": expense.total.quantize(part),
        "paid_by": str(expense.paid_by_id or ""),
        "mode": expense.mode,
        "parts": {
            str(share.user_id): {
                "shares_it": not items or not rest or str(share.user_id) in rest,
                "exact": share.amount.quantize(part),
                expense.mode: _plain(share.weight) if share.weight is not None else share.amount.quantize(part),
                **({} if expense.mode == "shares" else {"shares": "1"}),
            }
            for share in shares
        },
        "items": [
            {
                "name": item.name,
                "amount": item.amount.quantize(part),
                "people": [str(id) for id in item.people],
            }
            for item in items
        ],
    }


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
