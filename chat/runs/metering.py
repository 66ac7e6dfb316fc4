"""Whom a run asks, whether the household has anything left for it, and what it has taken in the end."""

from django.utils import timezone, translation
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from accounts.models import Household
from chat.agent.deps import Kitchen
from chat.assistants import BUILTIN, builtin
from chat.assistants.meter import Meter
from chat.models import Run, RunState
from chat.queries.assistant import assistant_of
from chat.queries.usage import day_of, tokens_today
from chat.services.usage import record_use
from kitchen.zones import zone

REFUSED = "refused"


def meter_of(run: Run, kitchen: Kitchen) -> Meter:
    """Whoever asked the built-in assistant instead of the household's gets it for this answer."""
    household = kitchen.household
    assistant = builtin(household.currency) if run.model == BUILTIN else assistant_of(household)
    meter = Meter(assistant, person=kitchen.person.pk, run=run.pk)
    if assistant.daily_tokens is not None and not assistant.is_builtin:
        meter.most_tokens = max(0, assistant.daily_tokens - tokens_today(household))
    run.model = assistant.model[:80]
    return meter


def nothing_left(meter: Meter, kitchen: Kitchen) -> str:
    """Why this is not asked today, "" where it is."""
    if meter.most_tokens is None or meter.most_tokens > 0:
        return ""
    with translation.override(kitchen.person.language):
        told = _("What %(name)s may take in a day is used up: it goes on at %(until)s.")
        return told % {"name": meter.assistant.name, "until": _midnight(kitchen.household)}


def settle(run: Run, meter: Meter | None, state: str) -> None:
    """Write down what a locked run has taken; the caller saves it."""
    if meter is None:
        return
    result = record_use(run.household_id, meter, state)
    run.model = meter.assistant.model[:80]
    run.input_tokens, run.output_tokens = result.input_tokens, result.output_tokens


def settle_interrupted(run: Run) -> None:
    """Of a run whose process is gone only the text is known."""
    if run.state != RunState.RUNNING or run.model in {"", BUILTIN}:
        return
    meter = Meter(assistant_of(run.household), person=run.asked_by_id, run=run.pk)
    meter.note_words(run.answer.text)
    record_use(run.household_id, meter, "failed")


def _midnight(household: Household) -> str:
    _begin, end = day_of(household)
    return time_format(timezone.localtime(end, zone(household.time_zone)))
