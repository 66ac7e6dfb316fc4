"""A month of what models have taken, as the household's page tells it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, Sum
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Household, User
from chat.assistants import BUILTIN
from chat.queries.usage import results_of
from kitchen.money import smallest, tell_money
from kitchen.zones import zone

KINDS = ("done", "stopped", "failed", "slow", "refused")
DECEMBER = 12
# What tells people apart, of whom two may have one name, and some none.
PERSON = ("asked_by__name", "asked_by__username", "asked_by__email", "asked_by")


@dataclass(frozen=True)
class Taken:
    """A row: `share` is the length of its bar, 0 to 100; `cost` says where it is not known."""

    label: Any
    questions: int
    tokens: int
    seconds: int
    cost: str
    share: int
    note: str = ""


@dataclass(frozen=True)
class Usage:
    month: date
    earlier: date
    later: date | None
    total: Taken
    days: list[Taken]
    people: list[Taken]
    models: list[Taken]
    outcomes: list[tuple[str, int]]


def usage_of(household: Household, month: date) -> Usage:
    """Of the month that begins with `month`, in the household's own days."""
    there, after = zone(household.time_zone), following(month)
    begin, end = (datetime.combine(day, time.min, there) for day in (month, after))
    rows = results_of(household).filter(created_at__gte=begin, created_at__lt=end)
    telling = Telling(household.currency)
    by_day = summed(rows.annotate(on=TruncDate("created_at", tzinfo=there)), household.currency, "on")
    by_model = summed(rows, household.currency, "model")
    by_person = summed(rows, household.currency, *PERSON)
    whole = rows.aggregate(**sums(household.currency))
    return Usage(
        month=month,
        earlier=(month - timedelta(days=1)).replace(day=1),
        later=after if after <= timezone.localdate(timezone.now(), there) else None,
        total=telling.row("", whole, 0),
        days=telling.rows(by_day, lambda row: row["on"]),
        people=telling.rows(by_person, person_name),
        models=telling.rows(by_model, lambda row: model_name(row["model"])),
        outcomes=[(kind, whole[kind]) for kind in KINDS if whole[kind]],
    )


def following(month: date) -> date:
    return date(month.year + (month.month == DECEMBER), month.month % DECEMBER + 1, 1)


def sums(currency: str) -> dict[str, Any]:
    """Of rows in another currency, and of models without a price, nobody knows the cost."""
    known = Q(cost__isnull=False) & (Q(currency=currency) | Q(cost=0))
    return {
        "questions": Count("pk"),
        "tokens": Sum(F("input_tokens") + F("output_tokens"), default=0),
        "took": Sum("milliseconds", default=0),
        "paid": Sum("cost", filter=known, default=Decimal(0)),
        "unknown": Count("pk", filter=~known),
        **{kind: Count("pk", filter=Q(outcome=kind)) for kind in KINDS},
    }


def summed(rows: Any, currency: str, *by: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = list(rows.order_by().values(*by).annotate(**sums(currency)).order_by(*by))
    return found


def person_name(row: dict[str, Any]) -> str:
    name, username, email, _id = (row[part] for part in PERSON)
    return User(name=name, username=username, email=email).called if email else _("Somebody who left")


def model_name(model: str) -> str:
    return _("Built-in assistant") if model == BUILTIN else model


@dataclass(frozen=True)
class Telling:
    currency: str

    def rows(self, found: Iterable[dict[str, Any]], label: Callable[[dict[str, Any]], Any]) -> list[Taken]:
        every = list(found)
        most = max((row["questions"] for row in every), default=1)
        return [self.row(label(row), row, most) for row in every]

    def row(self, label: Any, row: dict[str, Any], most: int) -> Taken:
        went_wrong = row["failed"] + row["slow"] + row["refused"]
        return Taken(
            label=label,
            questions=row["questions"],
            tokens=row["tokens"],
            seconds=round(row["took"] / 1000),
            cost=self.cost(row["paid"], row["unknown"]),
            share=round(100 * row["questions"] / most) if most else 0,
            note=_("%(count)s without an answer") % {"count": went_wrong} if went_wrong else "",
        )

    def cost(self, paid: Decimal, unknown: int) -> str:
        if unknown and not paid:
            return _("not known")
        least = smallest(self.currency)
        told = tell_money(paid, self.currency)
        if 0 < paid < least:
            told = _("under %(amount)s") % {"amount": tell_money(least, self.currency)}
        return _("%(cost)s and more") % {"cost": told} if unknown else told
