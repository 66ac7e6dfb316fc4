"""What was said in a run that did not come to its end, in the form that the agent's library keeps its history in."""

from typing import Any

from pydantic_ai.messages import (
    ModelMessage,
    ModelMessagesTypeAdapter,
    ModelRequest,
    ModelResponse,
    TextPart,
    UserPromptPart,
)


def spoken(question: str, answer: str) -> list[Any]:
    messages: list[ModelMessage] = [
        ModelRequest(parts=[UserPromptPart(question)]),
        ModelResponse(parts=[TextPart(answer)]),
    ]
    kept: list[Any] = ModelMessagesTypeAdapter.dump_python(messages, mode="json")
    return kept
