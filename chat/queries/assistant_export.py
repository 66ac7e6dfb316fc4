"""What a person takes along of the household's assistant: what they chose, without the key, and what they used."""

from typing import Any

from django.db.models import QuerySet

from accounts.models import User
from accounts.queries.export import rows_in_households
from chat.models import AIModelResult, AssistantSettings

CHOSEN = ("source", "provider", "base_url", "model", "input_price", "output_price", "daily_tokens", "approvals")
USED = (
    "created_at", "purpose", "source", "provider", "model", "outcome", "input_tokens", "output_tokens",
    "first_words", "milliseconds", "cost", "currency",
)  # fmt: skip


def _chosen(user: User) -> QuerySet[Any, Any]:
    rows: QuerySet[Any, Any] = AssistantSettings.objects.filter(changed_by=user).values(*CHOSEN, "changed_at")
    return rows


def _used(user: User) -> QuerySet[Any, Any]:
    rows: QuerySet[Any, Any] = AIModelResult.objects.filter(asked_by=user).order_by("created_at").values(*USED)
    return rows


chosen = rows_in_households("assistant", _chosen)
used = rows_in_households("results-of-models", _used)
