"""Bills of Linden 12, as services keep them."""

import re
from decimal import Decimal
from typing import Any

from accounts.models import Household, User
from kitchen import tenancy
from shopping.models import Expense, Settlement
from shopping.services.expense import add_expense
from shopping.services.settlement import record_settlement
from shopping.splitting import Money, equally


def split(household: Household, by: User, people: list[User], total: str = "31.01", **more: Any) -> Expense:
    """A dinner that `by` paid, split equally."""
    with tenancy.scope(household=household.pk, person=by.pk):
        told = more.pop("split", None) or equally(Money(Decimal(total)), people)
        values = {"title": "Dinner", "total": Decimal(total), "paid_by": by, "split": told, **more}
        return add_expense(household, by=by, **values)


def pay(household: Household, payer: User, payee: User, amount: str, *, by: User, **more: Any) -> Settlement:
    with tenancy.scope(household=household.pk, person=by.pk):
        return record_settlement(household, payer=payer, payee=payee, amount=Decimal(amount), by=by, **more)


def costs(household: Household, rest: str = "expenses/") -> str:
    return f"/h/{household.code}/shopping/{rest}"


def form(
    people: list[User], payer: User, mode: str, values: list[str], total: str = "84.50", **more: str
) -> dict[str, str]:
    """What the form of a bill sends: everybody ticked, `values` in the way that is chosen."""
    sent = {"title": "Dinner", "total": total, "paid_by": str(payer.pk), "mode": mode}
    sent |= {f"{one.pk}-shares_it": "on" for one in people}
    sent |= {f"{one.pk}-{mode}": value for one, value in zip(people, values, strict=False)}
    return sent | more


def typed(page: str, name: str) -> str:
    """What a field of a page holds: a box, or the chosen one of a list."""
    if box := re.search(rf'<input[^>]*name="{name}"[^>]*value="([^"]*)"', page):
        return box[1]
    chosen = re.search(rf'<select[^>]*name="{name}".*?<option value="([^"]*)" selected', page, re.DOTALL)
    return chosen[1] if chosen else ""
