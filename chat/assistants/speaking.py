"""The model of the agent's library that an assistant is. What the makers' packages hold is loaded when it is needed."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import monotonic

import httpx2
from pydantic_ai.models import Model
from pydantic_ai.settings import ModelSettings

from chat.assistants import connecting
from chat.assistants.assistant import HOMES, Assistant
from chat.assistants.connecting import client_for
from chat.assistants.meter import Meter
from chat.models import Provider

# Seconds until the first words, and for one request whole.
FIRST_WORDS, WHOLE = 60.0, 180.0
MOST_WORDS = 4096


@asynccontextmanager
async def speaking(assistant: Assistant, meter: Meter) -> AsyncIterator[Model]:
    async with client_for(assistant, meter) as client:
        make = _anthropic if assistant.provider == Provider.ANTHROPIC else _openai
        # The first time it loads a maker's package, which takes seconds: other answers go on meanwhile.
        model = await asyncio.to_thread(make, assistant, client)
        meter.began = monotonic()  # what was loaded for the first time is not the model's time
        yield model


def settings_for(*, seconds: float | None = None, most_words: int | None = None) -> ModelSettings:
    """Trying again is the transport's, which knows when words have come. `seconds` is for something short."""
    whole = seconds or WHOLE
    made = ModelSettings(
        max_retries=0,
        first_event_timeout=min(FIRST_WORDS, whole),
        request_timeout=whole,
        timeout=httpx2.Timeout(min(connecting.SILENCE, whole), connect=connecting.CONNECT),
    )
    if most_words:
        made["max_tokens"] = most_words
    return made


def _openai(assistant: Assistant, client: httpx2.AsyncClient) -> Model:
    from pydantic_ai.models.openai import OpenAIChatModel
    from pydantic_ai.providers.openai import OpenAIProvider
    from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider

    key = assistant.key or "none"
    if assistant.address == HOMES[Provider.OPENAI]:
        return OpenAIChatModel(
            assistant.model, provider=OpenAIProvider(base_url=assistant.address, api_key=key, http_client=client)
        )
    provider = OpenAICompatibleProvider("compatible", base_url=assistant.address, api_key=key, http_client=client)
    return OpenAIChatModel(assistant.model, provider=provider)


def _anthropic(assistant: Assistant, client: httpx2.AsyncClient) -> Model:
    from pydantic_ai.models.anthropic import AnthropicModel
    from pydantic_ai.providers.anthropic import AnthropicProvider

    provider = AnthropicProvider(api_key=assistant.key or "none", base_url=assistant.address, http_client=client)
    return AnthropicModel(assistant.model, provider=provider, settings=ModelSettings(max_tokens=MOST_WORDS))
