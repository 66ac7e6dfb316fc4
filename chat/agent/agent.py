"""One agent with tools by domain, and one answer of it."""

import logging
from collections.abc import AsyncIterator, Sequence
from functools import cache
from typing import Any

from django.utils.translation import gettext as _
from pydantic_ai import (
    Agent,
    AgentRunResult,
    AgentRunResultEvent,
    DeferredToolRequests,
    RunTimedOut,
    UnexpectedModelBehavior,
    UsageLimitExceeded,
    UsageLimits,
)
from pydantic_ai.models import Model

from chat.agent import history as told_before
from chat.agent.builtin.model import NAME as BUILTIN
from chat.agent.choice import chosen_model
from chat.agent.deps import Kitchen
from chat.agent.events import Decided, Ended, Event
from chat.agent.instructions import instructions
from chat.agent.kit import toolsets
from chat.agent.telling import Telling
from kitchen.errors import DomainError

LIMITS = UsageLimits(request_limit=12, tool_calls_limit=24)
SECONDS = 120.0
logger = logging.getLogger(__name__)

KitchenAgent = Agent[Kitchen, str | DeferredToolRequests]


@cache
def build_agent() -> KitchenAgent:
    return Agent(
        deps_type=Kitchen,
        output_type=[str, DeferredToolRequests],
        instructions=instructions,
        toolsets=toolsets(),
        retries=2,
        name="kitchen",
    )


async def answer(
    kitchen: Kitchen, text: str, history: list[Any], *, pending: Sequence[Decided] = (), model: Model | None = None
) -> AsyncIterator[Event]:
    """See `chat.agent.events.Answer`. Raises a DomainError of one sentence when the model brings it to no end."""
    messages, results = told_before.closed(told_before.messages_of(history), pending)
    telling = Telling(skip=results.calls if results else ())
    try:
        async with build_agent().run_stream_events(
            text,
            message_history=messages,
            deferred_tool_results=results,
            deps=kitchen,
            model=model or chosen_model(kitchen),
            usage_limits=LIMITS,
            timeout=SECONDS,
        ) as events:
            async for event in events:
                for told in telling.of(event):
                    yield told
                if isinstance(event, AgentRunResultEvent):
                    for told in ending(event.result, telling):
                        yield told
    except DomainError:
        raise
    except Exception as error:
        raise DomainError(sentence_for(error)) from error


def ending(result: AgentRunResult[str | DeferredToolRequests], telling: Telling) -> list[Event]:
    """What is told when the run has come to its end, `Ended` last."""
    events: list[Event] = []
    if isinstance(result.output, DeferredToolRequests):
        events.extend(telling.proposals(result.output, silent=result.response.model_name == BUILTIN))
    elif not telling.wrote:
        raise DomainError(_("The assistant had no answer to this. Please ask in other words."))
    usage = result.usage
    ended = Ended(
        messages=told_before.as_json(result.new_messages()),
        agent=telling.agent,
        model=result.response.model_name or "",
        confidence=telling.confidence,
        input_tokens=usage.input_tokens,
        output_tokens=usage.output_tokens,
    )
    return [*events, ended]


def sentence_for(error: Exception) -> str:
    """One sentence for a person about a run that broke off; what happened stands in the log."""
    logger.warning("the assistant's run broke off", exc_info=error)
    if isinstance(error, RunTimedOut):
        return _("The assistant took too long. Please try again.")
    if isinstance(error, UsageLimitExceeded):
        return _("This took too many steps. Please ask for less at once.")
    if isinstance(error, UnexpectedModelBehavior):
        return _("The assistant got muddled and gave up. Please ask in other words.")
    return _("The assistant could not answer. Please try again in a moment.")
