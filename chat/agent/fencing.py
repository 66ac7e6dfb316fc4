"""Results of tools as a model gets them: data between marks that no text inside can write.

Only what goes to the model is fenced. The log keeps the plain values, which the built-in assistant reads.
"""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

from pydantic_ai import ModelMessage, RunContext
from pydantic_ai.messages import ModelRequest, ModelResponse, ToolReturnPart
from pydantic_ai.models import Model, ModelRequestParameters, StreamedResponse
from pydantic_ai.models.wrapper import WrapperModel
from pydantic_ai.settings import ModelSettings

from chat.agent.builtin.name import NAME as BUILTIN

BEGIN, END = "<data>", "</data>"


class FencedModel(WrapperModel):
    """Any model, told what tools found as data."""

    async def request(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        model_request_parameters: ModelRequestParameters,
    ) -> ModelResponse:
        return await self.wrapped.request(fenced(messages), model_settings, model_request_parameters)

    @asynccontextmanager
    async def request_stream(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        model_request_parameters: ModelRequestParameters,
        run_context: RunContext[Any] | None = None,
    ) -> AsyncIterator[StreamedResponse]:
        async with self.wrapped.request_stream(
            fenced(messages), model_settings, model_request_parameters, run_context
        ) as response:
            yield response


def behind_fence(model: Model) -> Model:
    """The built-in assistant takes wishes from the person's words alone, and needs none."""
    return model if model.model_name == BUILTIN else FencedModel(model)


def fenced(messages: list[ModelMessage]) -> list[ModelMessage]:
    return [
        replace(one, parts=[_fenced(part) for part in one.parts]) if isinstance(one, ModelRequest) else one
        for one in messages
    ]


def _fenced(part: Any) -> Any:
    return replace(part, content=as_data(part.content)) if isinstance(part, ToolReturnPart) else part


def as_data(value: Any) -> str:
    """JSON in which no "<" is left, so that nothing in it can end the data."""
    text = json.dumps(value, ensure_ascii=False, default=str).replace("<", "\\u003c").replace(">", "\\u003e")
    return f"{BEGIN}{text}{END}"
