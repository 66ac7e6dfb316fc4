"""What models have taken in a household: today, and in a month by day, person and model."""

from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import F, Sum
from django.utils import timezone

from accounts.models import Household
from chat.models import AIModelResult, ModelSource
from kitchen.zones import zone

TOKENS = F("input_tokens") + F("output_tokens")


def results_of(household: Household) -> Any:
    return AIModelResult.objects.filter(household=household)


def day_of(household: Household, now: datetime | None = None) -> tuple[datetime, datetime]:
    """Where the household's day began, and where the next begins."""
    there = zone(household.time_zone)
    today = timezone.localdate(now or timezone.now(), there)
    begin, end = (datetime.combine(day, time.min, there) for day in (today, today + timedelta(days=1)))
    return begin, end


def tokens_today(household: Household) -> int:
    """Of every model but the built-in assistant, which costs nothing."""
    begin, _end = day_of(household)
    asked = results_of(household).filter(created_at__gte=begin).exclude(source=ModelSource.BUILTIN)
    return int(asked.aggregate(all=Sum(TOKENS))["all"] or 0)
