"""A message as it is drawn for one viewer."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from chat.agent.builtin.name import NAME as BUILTIN
from chat.markdown import blocks_of
from chat.models import Message, MessageRole, MessageState, RunState
from chat.models.run import UNFINISHED
from chat.queries.proposal import Offer

CAN_BE_RETRIED = (RunState.FAILED, RunState.INTERRUPTED, RunState.STOPPED)


@dataclass(frozen=True)
class Step:
    """One look of the assistant into the kitchen; `state` is running, done or failed."""

    title: str
    summary: str
    state: str


@dataclass(frozen=True)
class RunNow:
    """The newest try to fill a message; `ahead` is how many are before it where it waits."""

    id: UUID
    state: str
    number: int
    error: str
    lease_until: datetime | None
    asked_by: UUID | None
    ahead: int = 0
    model: str = ""

    @property
    def unfinished(self) -> bool:
        return self.state in UNFINISHED

    @property
    def waits(self) -> bool:
        """Not begun, because another is before it."""
        return self.state == RunState.QUEUED and self.ahead > 0


@dataclass(frozen=True)
class Line:
    """`branches` are this message and what else was said in its place, by their order; `seconds` how long the
    assistant thought before it spoke, 0 while it does or did not.
    """

    message: Message
    mine: bool
    name: str
    tone: int
    run: RunNow | None
    steps: list[Step] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    newest: bool = False
    card: Any = None
    branches: Sequence[UUID] = ()
    seconds: int = 0

    @property
    def by_assistant(self) -> bool:
        return self.message.role == MessageRole.ASSISTANT

    @property
    def running(self) -> bool:
        return self.message.state == MessageState.RUNNING

    @property
    def waits(self) -> bool:
        return self.running and self.run is not None and self.run.waits

    @property
    def blocks(self) -> tuple[SafeString, ...]:
        return blocks_of(self.message.text, unfinished=self.running)

    @property
    def thoughts(self) -> tuple[SafeString, ...]:
        return blocks_of(self.message.thinking, unfinished=self.running)

    @property
    def thinks(self) -> bool:
        """Thinking is all that is heard of it so far."""
        return self.running and not self.message.text and not self.seconds

    @property
    def may_retry(self) -> bool:
        return self.newest and self.run is not None and self.run.state in CAN_BE_RETRIED

    @property
    def may_ask_builtin(self) -> bool:
        """Another did not answer: ours can."""
        run = self.run
        return self.may_retry and run is not None and run.state == RunState.FAILED and run.model not in {"", BUILTIN}

    @property
    def spoken_by(self) -> str:
        """Which assistant it is, or was."""
        model = self.run.model if self.run else ""
        return _("built-in assistant") if model == BUILTIN else model

    @property
    def place(self) -> int:
        """Which of the branches this is, from 1."""
        return self.branches.index(self.message.pk) + 1 if self.message.pk in self.branches else 1

    @property
    def former(self) -> UUID | None:
        return self.branches[self.place - 2] if self.place > 1 else None

    @property
    def next(self) -> UUID | None:
        return self.branches[self.place] if self.place < len(self.branches) else None
