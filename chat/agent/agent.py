"""One agent with tools by domain, and one answer of it."""

import logging
from collections.abc import AsyncIterator, Sequence
from functools import cache
from typing import Any

from django.utils.translation import gettext as _
from pydantic_ai import (
    Agent,
    AgentRunError,
    AgentRunResult,
    AgentRunResultEvent,
    DeferredToolRequests,
)

from chat.agent import history as told_before
from chat.agent.builtin.name import NAME as BUILTIN
from chat.agent.choice import chosen_model, limits_of, settings_of
from chat.agent.deps import Kitchen
from chat.agent.events import Decided, Ended, Event, Text
from chat.agent.instructions import instructions
from chat.agent.kit import toolsets
from chat.agent.telling import Telling
from chat.assistants.faults import fault_of
from chat.assistants.meter import Meter
from chat.queries.assistant import assistant_of
from kitchen.errors import DomainError

SECONDS = 175.0
LONGEST = 20_000
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
    kitchen: Kitchen,
    text: str,
    history: list[Any],
    *,
    pending: Sequence[Decided] = (),
    meter: Meter | None = None,
) -> AsyncIterator[Event]:
    """See `chat.agent.events.Answer`. Raises a DomainError of one sentence when the model brings it to no end."""
    messages, results = told_before.closed(told_before.messages_of(history), pending)
    telling = Telling(skip=results.calls if results else ())
    meter = meter or Meter(await kitchen.ask(assistant_of, kitchen.household))
    try:
        async with (
            chosen_model(kitchen, meter) as asked,
            build_agent().run_stream_events(
                text,
                message_history=messages,
                deferred_tool_results=results,
                deps=kitchen,
                model=asked,
                model_settings=settings_of(meter),
                usage=meter.usage,
                usage_limits=limits_of(meter),
                timeout=SECONDS,
            ) as events,
        ):
            async for event in events:
                for told in telling.of(event):
                    counted(told, meter)
                    yield told
                if isinstance(event, AgentRunResultEvent):
                    for told in ending(event.result, telling, meter):
                        yield told
    except Exception as error:
        raise went_wrong(error, meter, spoke=telling.wrote) from error


def counted(told: Event, meter: Meter) -> None:
    if isinstance(told, Text):
        meter.note_words(told.piece)
        if meter.letters > LONGEST:
            raise DomainError(_("The answer had no end, so it was cut here."))


def ending(result: AgentRunResult[str | DeferredToolRequests], telling: Telling, meter: Meter) -> list[Event]:
    """What is told when the run has come to its end, `Ended` last."""
    events: list[Event] = []
    model = (result.response.model_name or "") if meter.instead else meter.assistant.model
    if isinstance(result.output, DeferredToolRequests):
        events.extend(telling.proposals(result.output, silent=model == BUILTIN))
    elif not telling.wrote:
        raise DomainError(_("The assistant had no answer to this. Please ask in other words."))
    usage = result.usage
    ended = Ended(
        messages=told_before.as_json(result.new_messages()),
        agent=telling.agent,
        model=model,
        confidence=telling.confidence,
        input_tokens=usage.input_tokens,
        output_tokens=usage.output_tokens,
    )
    return [*events, ended]


def went_wrong(error: Exception, meter: Meter, *, spoke: bool) -> DomainError:
    """One sentence for a person about a run that broke off. The log has no word of what a model said: it may repeat
    the key, or what was asked.
    """
    fault = fault_of(error, meter.assistant, spoke=spoke)
    meter.fault = fault.outcome
    known = isinstance(error, AgentRunError | DomainError)
    logger.warning("the assistant's run broke off: %s", type(error).__name__, exc_info=None if known else error)
    return error if isinstance(error, DomainError) and str(error) == fault.sentence else DomainError(fault.sentence)
