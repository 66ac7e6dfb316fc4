"""The messages of a conversation with everything that is drawn around them, in one query."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.safestring import SafeString

from accounts.models import Household
from chat.markdown import blocks_of
from chat.models import Conversation, ConversationKind, Message, MessageRole, MessageState, Run, RunEvent
from chat.models.run import UNFINISHED
from chat.queries.proposal import Offer, offers_of, offers_of_message
from chat.queries.thing import Things
from chat.viewer import Viewer
from kitchen.tones import tone_of

PAGE = 30
CAN_BE_RETRIED = ("failed", "interrupted", "stopped")
STATE = JSONObject(
    id="id", state="state", number="last_number", error="error", lease_until="lease_until", asked_by="asked_by_id"
)


@dataclass(frozen=True)
class Step:
    """One look of the assistant into the kitchen; `state` is running, done or failed."""

    title: str
    summary: str
    state: str


@dataclass(frozen=True)
class RunNow:
    """The newest try to fill a message."""

    id: UUID
    state: str
    number: int
    error: str
    lease_until: datetime | None
    asked_by: UUID | None

    @property
    def unfinished(self) -> bool:
        return self.state in UNFINISHED


@dataclass(frozen=True)
class Line:
    """A message as it is drawn for one viewer."""

    message: Message
    mine: bool
    name: str
    tone: int
    run: RunNow | None
    steps: list[Step] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    newest: bool = False
    card: Any = None

    @property
    def by_assistant(self) -> bool:
        return self.message.role == MessageRole.ASSISTANT

    @property
    def running(self) -> bool:
        return self.message.state == MessageState.RUNNING

    @property
    def blocks(self) -> tuple[SafeString, ...]:
        return blocks_of(self.message.text, unfinished=self.running)

    @property
    def may_retry(self) -> bool:
        return self.newest and self.run is not None and self.run.state in CAN_BE_RETRIED


@dataclass(frozen=True)
class Page:
    lines: list[Line]
    earlier: int | None

    @property
    def running(self) -> RunNow | None:
        return next((line.run for line in self.lines if line.run and line.run.unfinished), None)


def page_of(conversation: Conversation, viewer: Viewer, things: Things, before: int | None = None) -> Page:
    """The newest messages, or those before a number; `earlier` is where the page before it begins."""
    found = told(conversation)
    if before is not None:
        found = found.filter(number__lt=before)
    rows = list(found.order_by("-number")[: PAGE + 1])
    shown = rows[:PAGE][::-1]
    return Page(
        lines=lines_of(shown, conversation, viewer, things), earlier=shown[0].number if len(rows) > PAGE else None
    )


def told(conversation: Conversation) -> QuerySet[Message]:
    """Messages with their newest run, its steps and what it proposed."""
    newest = Run.objects.filter(answer=OuterRef("pk")).order_by("-created_at", "-id")
    steps = RunEvent.objects.filter(run__answer=OuterRef("pk"), kind="tool").order_by("number")
    return (
        Message.objects.filter(conversation=conversation)
        .select_related("author")
        .annotate(
            run_now=Subquery(newest.values(told=STATE)[:1]),
            step_rows=ArraySubquery(steps.values(told=JSONObject(run="run_id", payload="payload"))),
            offer_rows=offers_of_message(),
        )
    )


def lines_of(messages: Iterable[Any], conversation: Conversation, viewer: Viewer, things: Things) -> list[Line]:
    rows = list(messages)
    things.fetch(rows)
    last = max((row.number for row in rows if row.role == MessageRole.ASSISTANT), default=0)
    return [_line(row, viewer, things, newest=row.number == last and _is_last(row, conversation)) for row in rows]


def line_of(message: Message, viewer: Viewer, household: Household) -> Line:
    """One message, read anew."""
    rows = told(message.conversation).filter(pk=message.pk)
    return lines_of(rows, message.conversation, viewer, Things(household, viewer, timezone.localdate()))[0]


def _is_last(row: Message, conversation: Conversation) -> bool:
    """Whether no answer came after it: in one's own conversation that is the last message."""
    return conversation.kind == ConversationKind.GROUP or row.number == conversation.last_number


def _line(row: Any, viewer: Viewer, things: Things, *, newest: bool) -> Line:
    run = run_of(row)
    gone = row.author is None
    return Line(
        message=row,
        mine=row.author_id == viewer.person,
        name="" if gone else row.author.called,
        tone=1 if gone else tone_of(row.author_id),
        run=run,
        steps=_steps(row, run),
        offers=offers_of(row, run.asked_by if run else None, viewer),
        newest=newest,
        card=things.card(row),
    )


def run_of(row: Any) -> RunNow | None:
    if not row.run_now:
        return None
    told_of = dict(row.run_now)
    lease, asked_by = told_of["lease_until"], told_of["asked_by"]
    told_of["lease_until"] = datetime.fromisoformat(lease) if lease else None
    return RunNow(**{**told_of, "id": UUID(told_of["id"]), "asked_by": UUID(asked_by) if asked_by else None})


def _steps(row: Any, run: RunNow | None) -> list[Step]:
    """The last word on each step of the newest run."""
    if run is None:
        return []
    of_run = [one["payload"] for one in row.step_rows if UUID(one["run"]) == run.id]
    latest = {one["step"]: one for one in of_run}
    return [Step(one["title"], one["summary"], _state(one["state"], run)) for one in latest.values()]


def _state(state: str, run: RunNow) -> str:
    return "done" if state == "running" and not run.unfinished else state
