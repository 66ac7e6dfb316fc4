"""A trial beside the requests: nobody's page and nobody's connection waits for a model."""

from typing import TYPE_CHECKING

import structlog
from asgiref.sync import ThreadSensitiveContext
from channels.db import database_sync_to_async
from django.utils import timezone, translation

from accounts.models import Household, User
from chat.assistants.meter import Meter
from chat.models import AssistantSettings
from chat.queries.assistant import chosen
from chat.runs.loop import runner
from chat.services.assistant import end_trial
from chat.services.usage import record_use
from kitchen import tenancy
from kitchen.zones import zone

if TYPE_CHECKING:
    from chat.assistants.trying import Trial

log = structlog.get_logger("kitchen.chat")


def start_trial(row: AssistantSettings, household: Household, by: User) -> None:
    """Soon after the transaction has been committed; all that it needs is read now."""
    meter = Meter(chosen(row, household), person=by.pk, purpose="trial")
    tenancy.on_commit(lambda: runner.also(carry_out(row, household, by, meter)))


async def carry_out(row: AssistantSettings, household: Household, by: User, meter: Meter) -> None:
    from chat.assistants.trying import try_out

    def done(trial: "Trial") -> None:
        with tenancy.scope(household=household.pk, person=by.pk):
            end_trial(row, well=trial.well, said=trial.said)
            if not meter.assistant.is_builtin:
                record_use(household.pk, meter, "done" if trial.well else "failed")

    try:
        async with ThreadSensitiveContext():
            with translation.override(by.language), timezone.override(zone(household.time_zone)):
                trial = await try_out(meter.assistant, meter)
            await database_sync_to_async(done, thread_sensitive=True)(trial)
    except Exception:
        log.exception("trial broken")
