"""From what the agent's library tells while it runs to the events of `chat.agent.events`."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from pydantic_ai import DeferredToolRequests
from pydantic_ai.messages import (
    FunctionToolCallEvent,
    FunctionToolResultEvent,
    PartDeltaEvent,
    PartStartEvent,
    TextPart,
    TextPartDelta,
    ThinkingPart,
    ThinkingPartDelta,
    ToolReturnPart,
)

from chat.agent.events import Card, Event, Proposed, Source, Text, Thinking, ToolEnded, ToolStarted
from chat.agent.toolbox import TOOLS

PARAGRAPH = "\n\n"
CONFIDENCE = Decimal("0.001")
MOST_SOURCES = 6


@dataclass
class Telling:
    """One run's translation; `skip` are calls of earlier runs whose results are only handed in here."""

    skip: Collection[str] = ()
    wrote: bool = False
    thought: bool = False
    refusals: list[str] = field(default_factory=list)
    agents: Counter[str] = field(default_factory=Counter)
    confidences: list[float] = field(default_factory=list)
    sources: dict[tuple[str, str], Source] = field(default_factory=dict)
    coming: list[str] = field(default_factory=list)

    def of(self, event: Any) -> Iterator[Event]:
        tellers: dict[type, Callable[[Any], Iterator[Event]]] = {
            PartStartEvent: self._part,
            PartDeltaEvent: self._more,
            FunctionToolCallEvent: self._called,
            FunctionToolResultEvent: self._answered,
        }
        if teller := tellers.get(type(event)):
            yield from teller(event)

    @property
    def agent(self) -> str:
        """The set of tools that answered most; of several, the one that answered last."""
        most = max(self.agents.values(), default=0)
        return next((name for name in reversed(self.agents) if self.agents[name] == most), "kitchen")

    @property
    def confidence(self) -> Decimal | None:
        return Decimal(str(min(self.confidences))).quantize(CONFIDENCE) if self.confidences else None

    def _part(self, event: PartStartEvent) -> Iterator[Event]:
        if isinstance(event.part, TextPart):
            if self.wrote:
                yield Text(PARAGRAPH)
            yield from self._text(event.part.content)
        elif isinstance(event.part, ThinkingPart):
            yield from self._thinking(PARAGRAPH if self.thought else "", event.part.content)

    def _more(self, event: PartDeltaEvent) -> Iterator[Event]:
        if isinstance(event.delta, TextPartDelta):
            yield from self._text(event.delta.content_delta)
        elif isinstance(event.delta, ThinkingPartDelta):
            yield from self._thinking(event.delta.content_delta or "")

    def _thinking(self, *pieces: str) -> Iterator[Event]:
        for piece in filter(None, pieces):
            self.thought = True
            yield Thinking(piece)

    def _text(self, piece: str) -> Iterator[Event]:
        if piece:
            self.wrote = True
            yield Text(piece)

    def _called(self, event: FunctionToolCallEvent) -> Iterator[Event]:
        entry = TOOLS.get(event.part.tool_name)
        if entry and event.part.tool_call_id not in self.skip:
            yield ToolStarted(entry.name, str(entry.title))

    def _answered(self, event: FunctionToolResultEvent) -> Iterator[Event]:
        part = event.part
        entry = TOOLS.get(part.tool_name or "")
        if entry is None or part.tool_call_id in self.skip:
            return
        if not isinstance(part, ToolReturnPart) or part.outcome != "success":
            yield from self._failed(entry.name, part)
            return
        self._count(entry.agent)
        told = (part.metadata or {}).get("told", {})
        self._trust(told.get("confidence"))
        yield ToolEnded(entry.name, told.get("summary", ""))
        if told.get("card"):
            yield Card(**told["card"])
        yield from self._name(Source(**one) for one in told.get("sources", ()))

    def _failed(self, name: str, part: Any) -> Iterator[Event]:
        refused = getattr(part, "outcome", "") == "failed"
        sentence = str(part.content) if refused else _("That was not understood.")
        if refused:
            self.refusals.append(sentence)
        yield ToolEnded(name, sentence, failed=True)

    def _name(self, sources: Iterator[Source]) -> Iterator[Event]:
        for source in sources:
            key = (source.kind, source.id)
            if key not in self.sources and len(self.sources) < MOST_SOURCES:
                self.sources[key] = source
                yield source

    def proposals(self, requests: DeferredToolRequests, *, silent: bool) -> Iterator[Event]:
        """The changes that wait for a person, led by a sentence where a `silent` model leaves that to us.

        What was refused beside them is said here as well: no model comes after this.
        """
        planned = {call.tool_call_id: requests.metadata[call.tool_call_id] for call in requests.calls}
        leads = [one["lead"] for one in planned.values()] if silent or not self.wrote else []
        for line in dict.fromkeys([*leads, *self.refusals]):
            yield from self._paragraph(line)
        for call in requests.calls:
            entry, metadata = TOOLS.get(call.tool_name), planned[call.tool_call_id]
            self._trust(metadata["confidence"])
            self._count(entry.agent if entry else "kitchen")
            yield ToolEnded(call.tool_name)
            yield from self._shown(metadata.get("card"))
            yield Proposed(call.tool_call_id, call.tool_name, metadata["arguments"], metadata["effect"])

    def _shown(self, card: Card | None) -> Iterator[Event]:
        """Several proposals of one run share one card, which names all that they will make."""
        if card is not None:
            self.coming = [*self.coming, *card.payload["ids"]]
            yield Card(card.kind, {"ids": self.coming})

    def _paragraph(self, text: str) -> Iterator[Event]:
        if self.wrote:
            yield Text(PARAGRAPH)
        yield from self._text(text)

    def _count(self, agent: str) -> None:
        # Deleted first: the order of the keys is that of the last answers.
        self.agents[agent] = self.agents.pop(agent, 0) + 1

    def _trust(self, confidence: float | None) -> None:
        if confidence is not None:
            self.confidences.append(confidence)
