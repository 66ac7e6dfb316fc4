"""The messages of a conversation with everything that is drawn around them, in one query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, Count, IntegerField, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, JSONObject
from django.utils import timezone

from accounts.models import Household
from chat.models import Conversation, ConversationKind, Message, MessageRole, Run, RunEvent, RunState
from chat.models.run import UNFINISHED
from chat.queries.attachment import files_of_message
from chat.queries.line import Line, RunNow, Step
from chat.queries.path import path_of
from chat.queries.proposal import offers_of, offers_of_message
from chat.queries.thing import Things
from chat.viewer import Viewer
from kitchen.tones import tone_of

PAGE = 30
BEFORE = Run.objects.filter(
    conversation=OuterRef("conversation"), state__in=UNFINISHED, created_at__lt=OuterRef("created_at")
)
AHEAD = Subquery(BEFORE.order_by().values("conversation").annotate(runs=Count("pk")).values("runs"))
STATE = JSONObject(
    id="id",
    state="state",
    number="last_number",
    error="error",
    lease_until="lease_until",
    asked_by="asked_by_id",
    model="model",
    ahead=Case(
        When(state=RunState.QUEUED, then=Coalesce(AHEAD, Value(0))), default=Value(0), output_field=IntegerField()
    ),
)


@dataclass(frozen=True)
class Page:
    lines: list[Line]
    earlier: int | None

    @property
    def running(self) -> RunNow | None:
        return next((line.run for line in self.lines if line.run and line.run.unfinished), None)

    @property
    def read_to(self) -> int:
        """The number of the last message before one that is still being written."""
        return read_to(self.lines)


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


def page_with(conversation: Conversation, at: int) -> int | None:
    """Before which number a page ends that has the message `at` in its middle; None for the newest page."""
    later = list(path_of(conversation).filter(number__gt=at).values_list("number", flat=True)[:PAGE])
    return later[PAGE // 2] if len(later) == PAGE else None


def read_to(lines: Iterable[Line]) -> int:
    rows = list(lines)
    first = next((line.message.number for line in rows if line.running), None)
    return max((line.message.number for line in rows if first is None or line.message.number < first), default=0)


def told(conversation: Conversation, messages: QuerySet[Message] | None = None) -> QuerySet[Message]:
    """Some messages, else those on the page, with their newest run, its steps and what it proposed."""
    newest = Run.objects.filter(answer=OuterRef("pk")).order_by("-created_at", "-id")
    steps = RunEvent.objects.filter(run__answer=OuterRef("pk"), kind__in=["tool", "thought"]).order_by("number")
    path = path_of(conversation).order_by("-number").values("number")
    return (
        (path_of(conversation) if messages is None else messages)
        .select_related("author")
        .annotate(
            run_now=Subquery(newest.values(told=STATE)[:1]),
            step_rows=ArraySubquery(steps.values(told=JSONObject(run="run_id", payload="payload"))),
            offer_rows=offers_of_message(),
            file_rows=files_of_message(),
            branch_rows=_branches(conversation),
            leaf=Subquery(path[:1]),
            last_answer=Subquery(path.filter(role=MessageRole.ASSISTANT)[:1]),
        )
    )


def _branches(conversation: Conversation) -> Case:
    """What was said in the place of each message, itself among it."""
    first = Message.objects.filter(conversation=conversation, parent=None).order_by("number").values("pk")
    others = Message.objects.filter(parent=OuterRef("parent")).order_by("number").values("pk")
    return Case(When(parent=None, then=ArraySubquery(first)), default=ArraySubquery(others))


def lines_of(messages: Iterable[Any], conversation: Conversation, viewer: Viewer, things: Things) -> list[Line]:
    rows = list(messages)
    things.fetch(rows)
    group = conversation.kind == ConversationKind.GROUP
    # In one's own conversation nothing comes after the newest answer; in a group others talk on.
    return [
        _line(row, viewer, things, newest=row.number == row.last_answer and (group or row.number == row.leaf))
        for row in rows
    ]


def line_of(message: Message, viewer: Viewer, household: Household) -> Line:
    """One message, read anew."""
    rows = told(message.conversation, Message.objects.filter(pk=message.pk))
    return lines_of(rows, message.conversation, viewer, Things(household, viewer, timezone.localdate()))[0]


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
        branches=row.branch_rows,
        seconds=sum(one["seconds"] for one in _payloads(row, run) if "seconds" in one),
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
    latest = {one["step"]: one for one in _payloads(row, run) if "step" in one}
    return [Step(one["title"], one["summary"], _state(one["state"], run)) for one in latest.values()]


def _payloads(row: Any, run: RunNow | None) -> list[dict[str, Any]]:
    return [one["payload"] for one in row.step_rows if run and UUID(one["run"]) == run.id]


def _state(state: str, run: RunNow) -> str:
    return "done" if state == "running" and not run.unfinished else state
