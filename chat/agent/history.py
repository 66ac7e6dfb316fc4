"""What was said before, in the form of the agent's library, always such that the next run can go on from it."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _
from pydantic import ValidationError
from pydantic_ai import DeferredToolResults, ModelMessage, ModelMessagesTypeAdapter
from pydantic_ai.messages import ModelRequest, ModelResponse, ToolReturnPart, UserPromptPart, repair_messages

from chat.agent.events import Decided

# How many questions a model is shown again with their answers.
QUESTIONS_KEPT = 12
logger = logging.getLogger(__name__)


def messages_of(history: Sequence[Any]) -> list[ModelMessage]:
    """The messages of earlier runs, the newest questions of them. What this version cannot read is left out."""
    try:
        messages = ModelMessagesTypeAdapter.validate_python(list(history))
    except ValidationError:
        logger.exception("a conversation's history cannot be read and is left out")
        return []
    starts = [index for index, message in enumerate(messages) if _question_in(message)]
    if len(starts) <= QUESTIONS_KEPT:
        return messages
    first, *rest = messages[starts[-QUESTIONS_KEPT] :]
    # What this request says about calls before it goes with them.
    asked = [part for part in first.parts if isinstance(part, UserPromptPart)]
    return [replace(first, parts=asked), *rest]  # type: ignore[arg-type]


def as_json(messages: Sequence[ModelMessage]) -> list[Any]:
    """Without the instructions, which each run gives anew."""
    kept = [replace(one, instructions=None) if isinstance(one, ModelRequest) else one for one in messages]
    found: list[Any] = ModelMessagesTypeAdapter.dump_python(kept, mode="json")
    return found


def closed(
    messages: list[ModelMessage], pending: Sequence[Decided]
) -> tuple[list[ModelMessage], DeferredToolResults | None]:
    """The history, and a result for each call of its last response that has none: what people decided, or that they
    did not. The library closes by itself what was left open before.
    """
    waiting = open_calls(messages)
    if not waiting:
        return repair_messages(messages), None
    decided = {one.call_id: one for one in pending}
    results = DeferredToolResults(calls={call: outcome(decided.get(call)) for call in waiting})
    return messages, results


def open_calls(messages: Sequence[ModelMessage]) -> list[str]:
    """The ids of the last response's calls without a result."""
    answered = {
        part.tool_call_id
        for message in messages
        for part in message.parts
        if isinstance(message, ModelRequest) and isinstance(part, ToolReturnPart)
    }
    responses = [message for message in messages if isinstance(message, ModelResponse)]
    calls = responses[-1].tool_calls if responses else []
    return [call.tool_call_id for call in calls if call.tool_call_id not in answered]


def outcome(decided: Decided | None) -> dict[str, Any]:
    """What a model is told about its proposal."""
    if decided is not None and decided.approved:
        return {"approved": True, "what_happened": decided.sentence}
    sentence = decided.sentence if decided else ""
    return {"approved": False, "what_happened": sentence or _("This was not approved; nothing was changed.")}


def _question_in(message: ModelMessage) -> bool:
    return isinstance(message, ModelRequest) and any(isinstance(part, UserPromptPart) for part in message.parts)
