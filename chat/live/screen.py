"""What a page at a conversation shows, as its socket knows it, and what brings it up to date."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.template.loader import render_to_string
from django.utils import timezone, translation

from accounts.live.seat import Reader, Seat
from accounts.models import Household, Membership
from chat.markdown import blocks_of
from chat.models import Conversation, MessageState, Run, RunEvent
from chat.queries.conversation import readable
from chat.queries.message import Line, RunNow, lines_of, told
from chat.queries.thing import Things
from chat.runs.ledger import interrupt_overdue
from chat.viewer import Viewer, viewer_of
from kitchen import tenancy
from kitchen.templatetags.kitchen import dom_id
from kitchen.zones import zone

# What a step of the assistant changes is drawn by itself; everything else but text draws the message anew.
QUIET = {"text", "tool"}


@dataclass
class Screen:
    """`first` and `last` are the numbers of the messages at the ends of the page, `runs` how far each run is shown."""

    conversation: UUID
    first: int = 0
    last: int = 0
    title: str | None = None
    runs: dict[str, int] = field(default_factory=dict)
    blocks: dict[str, tuple[str, ...]] = field(default_factory=dict)


def is_readable(seat: Seat, conversation: UUID) -> bool:
    with tenancy.scope(household=seat.household, person=seat.person, reads_only=True):
        membership = Membership.objects.select_related("household").get(household=seat.household, user=seat.person)
        return readable(membership.household, viewer_of(membership)).filter(pk=conversation).exists()


def look(seat: Seat, reader: Reader, screen: Screen) -> dict[str, Any] | None:
    """The message that brings a screen up to date, and the screen as it is then; None for who may not read it."""
    with tenancy.scope(household=seat.household, person=seat.person):
        household = Household.objects.get(pk=seat.household)
        viewer = Viewer(seat.person, reader.role)
        conversation = readable(household, viewer).filter(pk=screen.conversation).first()
        if conversation is None:
            return None
        interrupt_overdue(conversation=conversation)
        with translation.override(reader.language), timezone.override(zone(household.time_zone)):
            return Look(household, conversation, viewer, screen).update()


@dataclass
class Look:
    household: Household
    conversation: Conversation
    viewer: Viewer
    screen: Screen

    def update(self) -> dict[str, Any]:
        told_of: dict[str, Any] = {"messages": [], "tails": [], "steps": []}
        stale = self._stale()
        for line in self._lines(stale):
            self._tell(line, told_of)
        if stale:
            told_of["stop"] = self._stop()
        told_of["new"] = bool(stale or told_of["messages"] or self.screen.title != self.conversation.title)
        self.screen.title = self.conversation.title
        told_of |= {"last": self.screen.last, "runs": self.screen.runs, "title": self.conversation.title}
        return told_of

    def _stale(self) -> set[UUID]:
        """Answers whose newest run has gone on since the screen was drawn."""
        runs = Run.objects.filter(conversation=self.conversation, answer__number__gte=self.screen.first)
        rows = runs.order_by("created_at").values_list("answer", "pk", "last_number")
        newest = {answer: (str(run), number) for answer, run, number in rows}
        return {answer for answer, (run, number) in newest.items() if self.screen.runs.get(run, -1) != number}

    def _lines(self, stale: set[UUID]) -> list[Line]:
        newer = told(self.conversation).filter(number__gt=self.screen.last)
        older = told(self.conversation).filter(number__lte=self.screen.last, pk__in=stale)
        rows = [*(older if stale else ()), *(newer if self.conversation.last_number > self.screen.last else ())]
        things = Things(self.household, self.viewer, timezone.localdate())
        return lines_of(rows, self.conversation, self.viewer, things)

    def _tell(self, line: Line, told_of: dict[str, Any]) -> None:
        run, shown = line.run, self.screen.last
        self.screen.last = max(shown, line.message.number)
        if run is None or line.message.number > shown or not self._goes_on(line, run, told_of):
            told_of["messages"].append(self._draw("chat/message/_message.html", line))
        if run:
            self.screen.runs[str(run.id)] = run.number
            self.screen.blocks[str(run.id)] = line.blocks

    def _goes_on(self, line: Line, run: RunNow, told_of: dict[str, Any]) -> bool:
        """Whether all that is new is text and steps of an answer that is on the screen: then only those are sent."""
        since = self.screen.runs.get(str(run.id))
        if since is None or line.message.state != MessageState.RUNNING:
            return False
        kinds = set(RunEvent.objects.filter(run=run.id, number__gt=since).values_list("kind", flat=True))
        if not kinds or not kinds <= QUIET:
            return False
        if "tool" in kinds:
            told_of["steps"].append(self._draw("chat/message/_steps.html", line))
        if "text" in kinds:
            told_of["tails"].append(self._tail(line, run, since))
        return True

    def _tail(self, line: Line, run: RunNow, since: int) -> dict[str, Any]:
        """Only the blocks that are not on the screen as they are now."""
        shown, now = self.screen.blocks.get(str(run.id)) or blocks_at(run.id, since), line.blocks
        keep = next((at for at, (one, other) in enumerate(zip(shown, now, strict=False)) if one != other), None)
        keep = min(len(shown), len(now)) if keep is None else keep
        return {"id": dom_id(line.message, "text"), "keep": keep, "html": "".join(now[keep:])}

    def _draw(self, template: str, line: Line) -> str:
        return render_to_string(template, {"line": line, "household": self.household, "viewer": self.viewer})

    def _stop(self) -> str:
        unfinished = Run.objects.filter(conversation=self.conversation, finished_at=None).first()
        return render_to_string("chat/message/_stop.html", {"running": unfinished, "household": self.household})


def blocks_at(run: UUID, number: int) -> tuple[str, ...]:
    """What was on a page that had heard a run up to `number`, read back from its log."""
    pieces = RunEvent.objects.filter(run=run, kind="text", number__lte=number).values_list("payload__piece", flat=True)
    return blocks_of("".join(pieces), unfinished=True)
