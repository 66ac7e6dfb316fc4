"""The two languages that models speak, as their makers document them, in small and broken pieces."""

import json
from collections.abc import Iterator
from typing import Any

from tests.chat.models.serving import Refuse


def pieces(data: bytes, size: int) -> Iterator[bytes]:
    for at in range(0, len(data), size):
        yield data[at : at + size]


def halves(text: str) -> list[str]:
    """A text as it comes: in three pieces, wherever they break."""
    third = max(1, len(text) // 3)
    return [part for part in (text[:third], text[third : 2 * third], text[2 * third :]) if part]


class OpenAI:
    """Chat completions: a chunk a line of `data:`, usage in one without choices, `[DONE]` at the end."""

    provider, path = "openai", "/v1/chat/completions"
    own_headers: frozenset[str] = frozenset()
    base = "/v1"

    def chunk(self, delta: dict[str, Any], reason: str | None = None, **more: Any) -> bytes:
        choice = {"index": 0, "delta": delta, "finish_reason": reason}
        told = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice], **more}
        return f"data: {json.dumps(told)}\n\n".encode()

    def text(self, text: str) -> Iterator[bytes]:
        yield self.chunk({"role": "assistant", "content": ""})
        for piece in halves(text):
            yield self.chunk({"content": piece})

    def thought(self, text: str) -> Iterator[bytes]:
        yield self.chunk({"role": "assistant", "reasoning_content": text})

    def call(self, name: str, arguments: str, id: str = "call_1") -> Iterator[bytes]:
        head = {"index": 0, "id": id, "type": "function", "function": {"name": name, "arguments": ""}}
        yield self.chunk({"tool_calls": [head]})
        for piece in halves(arguments):
            yield self.chunk({"tool_calls": [{"index": 0, "function": {"arguments": piece}}]})

    def end(self, reason: str = "stop", read: int = 100, written: int = 20) -> Iterator[bytes]:
        yield self.chunk({}, {"tool_use": "tool_calls"}.get(reason, reason))
        usage = {"prompt_tokens": read, "completion_tokens": written, "total_tokens": read + written}
        yield self.chunk({}, choices=[], usage=usage)
        yield b"data: [DONE]\n\n"

    def refuse(self, status: int, code: str, said: str, **headers: str) -> Refuse:
        return Refuse(status, {"error": {"message": said, "type": code, "code": code}}, headers)


class Anthropic:
    """Messages: named events, blocks that begin and end, usage at both ends."""

    provider, path = "anthropic", "/v1/messages"
    own_headers = frozenset({"x-api-key"})
    base = ""

    def event(self, name: str, **more: Any) -> bytes:
        return f"event: {name}\ndata: {json.dumps({'type': name, **more})}\n\n".encode()

    def start(self) -> bytes:
        usage = {"input_tokens": 100, "output_tokens": 1}
        told = {"id": "m1", "type": "message", "role": "assistant", "model": "m", "content": [], "usage": usage}
        return self.event("message_start", message={**told, "stop_reason": None, "stop_sequence": None})

    def text(self, text: str) -> Iterator[bytes]:
        yield self.start()
        yield self.event("content_block_start", index=0, content_block={"type": "text", "text": ""})
        yield self.event("ping")
        for piece in halves(text):
            yield self.event("content_block_delta", index=0, delta={"type": "text_delta", "text": piece})
        yield self.event("content_block_stop", index=0)

    def thought(self, text: str) -> Iterator[bytes]:
        yield self.start()
        block = {"type": "thinking", "thinking": "", "signature": ""}
        yield self.event("content_block_start", index=0, content_block=block)
        yield self.event("content_block_delta", index=0, delta={"type": "thinking_delta", "thinking": text})
        yield self.event("content_block_stop", index=0)

    def call(self, name: str, arguments: str, id: str = "call_1") -> Iterator[bytes]:
        yield self.start()
        block = {"type": "tool_use", "id": id, "name": name, "input": {}}
        yield self.event("content_block_start", index=1, content_block=block)
        for piece in halves(arguments):
            yield self.event("content_block_delta", index=1, delta={"type": "input_json_delta", "partial_json": piece})
        yield self.event("content_block_stop", index=1)

    def end(self, reason: str = "end_turn", read: int = 100, written: int = 20) -> Iterator[bytes]:
        usage = {"input_tokens": read, "output_tokens": written}
        reason = {"stop": "end_turn"}.get(reason, reason)
        yield self.event("message_delta", delta={"stop_reason": reason, "stop_sequence": None}, usage=usage)
        yield self.event("message_stop")

    def refuse(self, status: int, code: str, said: str, **headers: str) -> Refuse:
        return Refuse(status, {"type": "error", "error": {"type": code, "message": said}}, headers)


Wire = OpenAI | Anthropic
WIRES: list[Wire] = [OpenAI(), Anthropic()]
