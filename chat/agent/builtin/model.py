"""The built-in assistant as a model of the agent's library: no network, no key, the same answer to the same words."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from typing import Any

from django.utils import translation
from pydantic_ai.messages import ModelMessage, ModelResponse, TextPart, ToolCallPart
from pydantic_ai.models.function import AgentInfo, DeltaToolCall, FunctionModel

from accounts.models import Eater, Membership
from accounts.roles import TABLE
from chat.agent.builtin.name import NAME
from chat.agent.builtin.thinking import Step, think
from chat.agent.builtin.wish import Here, Option
from chat.agent.deps import Kitchen
from chat.queries.about import topic_of
from chat.viewer import Viewer

WORD = re.compile(r"\s*\S+\s*")
# The whole answer is there within this many seconds: words come one by one, and nobody waits for them.
SECONDS = 0.25
PIECES = 40


def builtin_model(kitchen: Kitchen) -> FunctionModel:
    known: list[Here] = []

    async def here() -> Here:
        if not known:
            known.append(await kitchen.ask(here_of, kitchen))
        return known[0]

    async def whole(messages: list[ModelMessage], _info: AgentInfo) -> ModelResponse:
        step = thought(messages, await here())
        text = [TextPart(step.text)] if step.text else []
        return ModelResponse(
            parts=[*text, *(ToolCallPart(one.call.tool, one.call.arguments, one.id) for one in step.calls)]
        )

    async def streamed(messages: list[ModelMessage], _info: AgentInfo) -> AsyncIterator[Any]:
        step = thought(messages, await here())
        pieces = pieces_of(step.text)
        for piece in pieces:
            yield piece
            await asyncio.sleep(SECONDS / len(pieces))
        for at, one in enumerate(step.calls, start=1):
            yield {at: DeltaToolCall(one.call.tool, json.dumps(one.call.arguments), tool_call_id=one.id)}

    return FunctionModel(whole, stream_function=streamed, model_name=NAME)


def here_of(kitchen: Kitchen) -> Here:
    return Here(
        name=kitchen.person.called,
        household=kitchen.household.name,
        currency=kitchen.household.currency,
        lives_here=kitchen.membership.role in TABLE,
        language=kitchen.person.language,
        about=about_of(kitchen),
        people=people_of(kitchen),
        remembered=kitchen.remembered,
    )


def about_of(kitchen: Kitchen) -> Option | None:
    """The thing that the conversation was opened from, as it is called now."""
    if kitchen.about is None:
        return None
    viewer = Viewer(kitchen.person.pk, kitchen.membership.role)
    topic = topic_of(kitchen.household, viewer, *kitchen.about)
    return Option(topic.kind, str(topic.id), topic.name) if topic else None


def people_of(kitchen: Kitchen) -> tuple[str, ...]:
    """Who eats and lives here, whose names are then known however they are written. Not for guests."""
    if kitchen.membership.role not in TABLE:
        return ()
    eaters = Eater.objects.filter(household=kitchen.household).values_list("name", flat=True)
    members = Membership.objects.filter(household=kitchen.household, role__in=TABLE).select_related("user")
    return tuple(dict.fromkeys([*eaters, *(one.user.called for one in members)]))


def thought(messages: list[ModelMessage], here: Here) -> Step:
    with translation.override(here.language):
        return think(messages, here)


def pieces_of(text: str) -> list[str]:
    """The text word by word; a long one in as few pieces as its time allows."""
    words = WORD.findall(text)
    size = max(1, -(-len(words) // PIECES))
    return ["".join(words[at : at + size]) for at in range(0, len(words), size)]
