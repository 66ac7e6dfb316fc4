"""The model that an answer is asked of."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from pydantic_ai import UsageLimits
from pydantic_ai.models import Model
from pydantic_ai.settings import ModelSettings

from chat.agent.builtin.model import builtin_model
from chat.agent.deps import Kitchen
from chat.agent.fencing import behind_fence
from chat.assistants.meter import Meter
from chat.assistants.speaking import settings_for, speaking

STEPS, CALLS = 12, 24


@asynccontextmanager
async def chosen_model(kitchen: Kitchen, meter: Meter) -> AsyncIterator[Model]:
    """Open as long as it is asked: what it was asked through is closed behind it."""
    if meter.instead or meter.assistant.is_builtin:
        yield behind_fence(meter.instead or builtin_model(kitchen))
        return
    async with speaking(meter.assistant, meter) as model:
        yield behind_fence(model)


def limits_of(meter: Meter) -> UsageLimits:
    """So many steps; and no more tokens than are left of the day."""
    return UsageLimits(request_limit=STEPS, tool_calls_limit=CALLS, total_tokens_limit=meter.most_tokens)


def settings_of(meter: Meter) -> ModelSettings | None:
    return None if meter.assistant.is_builtin else settings_for()
