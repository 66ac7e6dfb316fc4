"""What one answer took, as its details tell it."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Sum

from chat.models import AIModelResult, Run


@dataclass(frozen=True)
class Spent:
    """`cost` is None where nobody has said what the model costs."""

    cost: Decimal | None
    currency: str


def costs_of(run: Run) -> list[Spent]:
    """By currency, as a household may have changed it between two requests of one answer."""
    results = AIModelResult.objects.filter(household=run.household_id, run=run.pk).exclude(cost=None)
    rows = results.order_by("currency").values("currency").annotate(cost=Sum("cost"))
    return [Spent(row["cost"], row["currency"]) for row in rows]
