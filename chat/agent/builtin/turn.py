"""A conversation as the agent's library keeps it, read as turns: what was said, and what the tools answered."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic_ai.messages import (
    ModelMessage,
    ModelResponse,
    RetryPromptPart,
    ToolReturnPart,
    UserPromptPart,
)

from chat.agent.builtin.wish import Result


@dataclass(frozen=True)
class Turn:
    """What one person said; `key` begins the ids of the calls that answer it."""

    key: str
    text: str


@dataclass
class Talk:
    """All turns, and the results of all calls by their ids."""

    turns: list[Turn] = field(default_factory=list)
    results: dict[str, Result] = field(default_factory=dict)


def read(messages: Sequence[ModelMessage]) -> Talk:
    talk = Talk()
    for message in messages:
        if isinstance(message, ModelResponse):
            continue
        for part in message.parts:
            if isinstance(part, UserPromptPart):
                key = f"{len(talk.turns)}-{(message.run_id or '')[-8:]}"
                talk.turns.append(Turn(key, said(part.content)))
            elif isinstance(part, ToolReturnPart):
                talk.results[part.tool_call_id] = result_of(part)
            elif isinstance(part, RetryPromptPart):
                talk.results[part.tool_call_id] = Result(refused=str(part.content))
    return talk


def said(content: str | Iterable[Any]) -> str:
    if isinstance(content, str):
        return content
    return "\n".join(part for part in content if isinstance(part, str))


def result_of(part: ToolReturnPart) -> Result:
    if part.outcome != "success":
        return Result(refused=str(part.content))
    value = part.content
    if isinstance(value, str):
        value = _parsed(value)
    return Result(value if isinstance(value, dict) else {"value": value})


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text
