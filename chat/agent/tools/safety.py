"""The dietitian: how hot food must be, how long it keeps, how long it may lie out."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from chat.agent.deps import Kitchen
from chat.agent.safety import Keeping, Temperature, keepings, sources, temperatures
from chat.agent.safety.advice import hours_told
from chat.agent.safety.finding import rows_in
from chat.agent.safety.table import FREEZER, FRIDGE, HOURS_SOURCE
from chat.agent.toolbox import Told, tool
from kitchen.errors import DomainError

AGENT = "dietitian"


@tool(AGENT, gettext_lazy("Looking up what is safe"), "pantry:home")
def look_up_safety(kitchen: Kitchen, what: str) -> Told:
    """How hot food must be inside to be safe, how long it keeps in the fridge, how long it may lie out. From a table
    with its sources: say no other figures than these.

    Args:
        what: the food or the question, such as "chicken", "leftover rice", "minced beef".

    """
    del kitchen
    words = " ".join(what.split())
    hot, kept = rows_in(words, temperatures()), rows_in(words, keepings())
    if not words:
        raise DomainError(_("Say what it is about: a food, or leftovers."))
    used = dict.fromkeys([*(row.source for row in hot), *(row.source for row in kept), HOURS_SOURCE])
    value: dict[str, Any] = {
        "what": words,
        "temperatures": [_temperature(row) for row in hot],
        "storage": [_keeping(row) for row in kept],
        "rules": [hours_told(), _cold(), _reheat()],
        "sources": [vars(sources()[name]) for name in used],
        "known": bool(hot or kept),
    }
    count = len(hot) + len(kept)
    return Told(value, ngettext("%(count)d figure", "%(count)d figures", count) % {"count": count} if count else "")


def _temperature(row: Temperature) -> dict[str, Any]:
    return {
        "name": row.name,
        "celsius": row.celsius,
        "fahrenheit": row.fahrenheit,
        "rest_minutes": row.rest_minutes,
        "sign": row.sign,
        "source": sources()[row.source].publisher,
    }


def _keeping(row: Keeping) -> dict[str, Any]:
    """`freezer_months` is about taste: what stays frozen stays safe."""
    return {
        "name": row.name,
        "fridge_days": row.fridge_days,
        "freezer_months": row.freezer_months,
        "source": sources()[row.source].publisher,
    }


def _cold() -> str:
    return _("A fridge is at %(fridge)s °C or below, a freezer at %(freezer)s °C.") % {
        "fridge": FRIDGE,
        "freezer": FREEZER,
    }


def _reheat() -> str:
    return _("Leftovers are warmed up to 74 °C (165 °F) all through, once.")
