"""What will run out, and what was thrown away: the pantry keeper looks ahead and back."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from chat.agent.deps import Kitchen
from chat.agent.events import Card
from chat.agent.toolbox import Told, tool
from chat.agent.tools.pantry import known_food
from chat.agent.values import units_of
from pantry.catalogue import FoodFacts
from pantry.forecast import RunOut
from pantry.models import food_text
from pantry.queries.low import forecast_of, running_low
from pantry.queries.stock import picture_of
from pantry.queries.usage import usage_of
from pantry.queries.wasted_lately import Wasted, wasted_lately

AGENT = "pantry"
LONGEST = 366


@tool(AGENT, gettext_lazy("Reckoning how long it lasts"), "pantry:low.show")
def forecast_stock(kitchen: Kitchen, food: str = "") -> Told:
    """When a food will be used up, by how fast it was used; without a food, all that is low or will run out soon.

    Args:
        food: its name; empty for everything that runs low.

    """
    if food:
        return _of_one(kitchen, food)
    found = running_low(kitchen.household, kitchen.today, units_of(kitchen))
    values = [
        _value(kitchen, low.out, food=low.name, emoji=low.emoji, there=low.there, minimum=low.minimum, buy=low.amount)
        for low in found
    ]
    summary = ngettext("%(count)d food runs low", "%(count)d foods run low", len(found)) % {"count": len(found)}
    card = Card("tracker", {"what": "low", "foods": [low.key for low in found]}) if found else None
    return Told({"foods": values, "count": len(values)}, summary, card)


def _of_one(kitchen: Kitchen, food: str) -> Told:
    known, confidence = known_food(food)
    usage = usage_of(kitchen.household, kitchen.today, only=known.id).get(known.id)
    there = usage.told(units_of(kitchen)) if usage else ""
    out = forecast_of(kitchen.household, known.id, kitchen.today)
    value = _value(kitchen, out, food=known.name, emoji=picture_of(known.id), there=there)
    card = Card("tracker", {"what": "low", "foods": [food_text(known.id)]})
    return Told({"foods": [value], "count": 1}, _summary(known, out), card, confidence=confidence)


def _value(kitchen: Kitchen, out: RunOut | None, **more: str) -> dict[str, Any]:
    """`days` is null where nobody can say: too little was written down, or nothing is there."""
    return {
        "minimum": "",
        "buy": "",
        **more,
        "days": out.days if out else None,
        "earliest": out.earliest if out else None,
        "latest": out.latest if out else None,
        "runs_out": (kitchen.today + timedelta(days=out.days)).isoformat() if out else "",
    }


def _summary(known: FoodFacts, out: RunOut | None) -> str:
    if out is None:
        return known.name
    days = ngettext("about %(count)d day", "about %(count)d days", out.days) % {"count": out.days}
    return f"{known.name}: {days}"


@tool(AGENT, gettext_lazy("Looking what was thrown away"), "pantry:waste.show")
def look_up_waste(kitchen: Kitchen, days: int = 30) -> Told:
    """What was thrown away lately: how often, how much it weighed, what it had cost, why, and which foods most.

    Args:
        days: how far back, 30 is a month, 365 a year.

    """
    days = max(1, min(days, LONGEST))
    report = wasted_lately(kitchen.household, kitchen.today, days, units_of(kitchen))
    value = {
        "days": days,
        "since": (kitchen.today - timedelta(days=days - 1)).isoformat(),
        "times": report.total.times,
        "weight": report.total.weight,
        "money": report.total.money,
        "used": report.used,
        "share": report.share,
        "reasons": [_wasted(one) for one in report.reasons],
        "foods": [_wasted(one) for one in report.foods],
    }
    times = report.total.times
    summary = ngettext("%(count)d time", "%(count)d times", times) % {"count": times} if times else _("nothing")
    return Told(value, summary, Card("tracker", {"what": "waste", "days": days}) if times else None)


def _wasted(one: Wasted) -> dict[str, Any]:
    return {"name": one.name, "times": one.times, "weight": one.weight, "money": one.money}
