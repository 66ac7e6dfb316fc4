"""What a page at a conversation shows, as its socket knows it, and what brings it up to date."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.template.loader import render_to_string
from django.utils import timezone, translation

from accounts.live.seat import Reader, Seat
from accounts.models import Household, Membership
from chat.live.onward import onward
from chat.live.shown import Screen, tail
from chat.markdown import blocks_of
from chat.models import Conversation, ConversationKind, MessageState, Run, RunEvent
from chat.queries.conversation import readable
from chat.queries.line import Line, RunNow
from chat.queries.message import lines_of, read_to, told
from chat.queries.path import fork_of
from chat.queries.thing import Things
from chat.runs.ledger import interrupt_overdue
from chat.services.mark import mark_read
from chat.viewer import Viewer, viewer_of
from kitchen import tenancy
from kitchen.templatetags.kitchen import dom_id
from kitchen.zones import zone

# What a step of the assistant changes is drawn by itself; everything else but text draws the message anew.
QUIET = {"text", "tool", "thinking", "thought"}


@dataclass(frozen=True)
class Opened:
    """A conversation that somebody may read: whether others do too, and what they call the reader."""

    group: bool
    called: str


def opened(seat: Seat, conversation: UUID) -> Opened | None:
    with tenancy.scope(household=seat.household, person=seat.person, reads_only=True):
        found = Membership.objects.select_related("household", "user")
        mine = found.get(household=seat.household, user=seat.person)
        kinds = readable(mine.household, viewer_of(mine)).filter(pk=conversation).values_list("kind", flat=True)
        kind = kinds.first()
        return None if kind is None else Opened(kind == ConversationKind.GROUP, mine.user.called)


def look(seat: Seat, reader: Reader, screen: Screen) -> dict[str, Any] | None:
    """The message that brings a screen up to date, and the screen as it is then; None for who may not read it."""
    with tenancy.scope(household=seat.household, person=seat.person):
        household = Household.objects.get(pk=seat.household)
        viewer = Viewer(seat.person, reader.role)
        conversation = readable(household, viewer).filter(pk=screen.conversation).first()
        if conversation is None:
            return None
        if screen.title == conversation.title and (news := onward(conversation.pk, screen)):
            return news
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
        told_of: dict[str, Any] = {"messages": [], "tails": [], "steps": [], "after": self._turn()}
        stale = self._stale()
        lines = self._lines(stale)
        for line in lines:
            self._tell(line, told_of)
        if read := read_to(lines):
            mark_read(self.conversation, read, person=self.viewer.person)
        if stale:
            told_of["stop"] = self._stop()
        changed = stale or told_of["messages"] or told_of["after"] is not None
        told_of["new"] = bool(changed or self.screen.title != self.conversation.title)
        self.screen.title = self.conversation.title
        told_of |= {"last": self.screen.last, "runs": self.screen.runs, "title": self.conversation.title}
        return told_of

    def _turn(self) -> int | None:
        """After which message the page goes another way now; None where it goes on."""
        fork = fork_of(self.conversation, self.screen.last)
        if fork == self.screen.last:
            return None
        self.screen.last = fork
        return fork

    def _stale(self) -> set[UUID]:
        """Answers on the page whose newest run has gone on since the screen was drawn."""
        runs = Run.objects.filter(conversation=self.conversation, answer__number__gte=self.screen.first)
        rows = runs.filter(answer__shown=True).order_by("created_at").values_list("answer", "pk", "last_number")
        newest = {answer: (str(run), number) for answer, run, number in rows}
        return {answer for answer, (run, number) in newest.items() if self.screen.runs.get(run, -1) != number}

    def _lines(self, stale: set[UUID]) -> list[Line]:
        newer, older = Q(number__gt=self.screen.last), Q(number__lte=self.screen.last, pk__in=stale)
        rows = told(self.conversation).filter(newer | older if stale else newer)
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
            self.screen.thoughts[str(run.id)] = line.thoughts

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
        if "thought" in kinds or ("thinking" in kinds and str(run.id) not in self.screen.thoughts):
            told_of["steps"].append(self._draw("chat/message/_thinking.html", line))
        elif "thinking" in kinds:
            shown = self.screen.thoughts[str(run.id)]
            told_of["tails"].append(tail(dom_id(line.message, "thoughts"), shown, line.thoughts))
        if "text" in kinds:
            shown = self.screen.blocks.get(str(run.id)) or blocks_at(run.id, since)
            told_of["tails"].append(tail(dom_id(line.message, "text"), shown, line.blocks))
        return True

    def _draw(self, template: str, line: Line) -> str:
        return render_to_string(template, {"line": line, "household": self.household, "viewer": self.viewer})

    def _stop(self) -> str:
        unfinished = Run.objects.filter(conversation=self.conversation, finished_at=None, answer__shown=True).first()
        return render_to_string("chat/message/_stop.html", {"running": unfinished, "household": self.household})


def blocks_at(run: UUID, number: int) -> tuple[str, ...]:
    """What was on a page that had heard a run up to `number`, read back from its log."""
    pieces = RunEvent.objects.filter(run=run, kind="text", number__lte=number).values_list("payload__piece", flat=True)
    return blocks_of("".join(pieces), unfinished=True)
