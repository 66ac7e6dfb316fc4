"""What one use of an assistant takes, counted while it goes on: also of what is stopped, cut or fails."""

from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING
from uuid import UUID

from chat.assistants.assistant import Assistant

if TYPE_CHECKING:
    from pydantic_ai import RunUsage
    from pydantic_ai.models import Model

# Bytes of a token, roughly, for what a model did not come to tell.
BYTES_A_TOKEN = 4


@dataclass(frozen=True)
class Used:
    """`outcome` is a value of `AIModelResult.outcome`; times are in milliseconds."""

    input_tokens: int
    output_tokens: int
    milliseconds: int
    first_words: int | None
    outcome: str


def _nothing_used() -> "RunUsage":
    from pydantic_ai import RunUsage

    return RunUsage()


@dataclass
class Meter:
    """`person` asks for `purpose`, in a run where it is an answer. `usage` is filled by the agent's library when a
    request has come to its end; `sent` and `received` are bytes of which nobody has told yet how many tokens they were.

    `fault` is the outcome of what went wrong, said by whoever knows it. `most_tokens` is what the household has left
    for today; `instead` a model that is asked in place of the assistant's own.
    """

    assistant: Assistant
    person: UUID | None = None
    run: UUID | None = None
    purpose: str = "answer"
    most_tokens: int | None = None
    instead: "Model | None" = None
    usage: "RunUsage" = field(default_factory=_nothing_used)
    sent: int = 0
    received: int = 0
    letters: int = 0
    fault: str = ""
    began: float = field(default_factory=monotonic)
    first: float | None = None
    _told: int = 0

    def note_sent(self, size: int) -> None:
        self._settle()
        self.sent += size

    def note_words(self, piece: str) -> None:
        self.first = self.first or monotonic()
        self.letters += len(piece)
        self.received += len(piece.encode(errors="replace"))

    def read(self, outcome: str) -> Used:
        self._settle()
        first = None if self.first is None else round((self.first - self.began) * 1000)
        guessed = not self.assistant.is_builtin
        return Used(
            input_tokens=self.usage.input_tokens + (self.sent // BYTES_A_TOKEN if guessed else 0),
            output_tokens=self.usage.output_tokens + (self.received // BYTES_A_TOKEN if guessed else 0),
            milliseconds=round((monotonic() - self.began) * 1000),
            first_words=first,
            outcome=self.fault if outcome == "failed" and self.fault else outcome,
        )

    def _settle(self) -> None:
        """What the model has told of by now is not guessed any more."""
        if self.usage.requests and self.usage.input_tokens != self._told:
            self._told, self.sent, self.received = self.usage.input_tokens, 0, 0
