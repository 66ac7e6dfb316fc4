"""The answer as it grows in memory, and what of it is not yet in the database."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from time import monotonic
from typing import Any

from chat.agent.events import Card, Ended, Event, Proposed, Source, Text, Thinking, ToolEnded, ToolStarted

LONGEST = 20_000
# PostgreSQL keeps no NUL, and no half of a letter that takes two.
HALVES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Entry:
    """One line of the run's log; `proposal` is the change to write down with it."""

    kind: str
    payload: dict[str, Any]
    proposal: Proposed | None = None


@dataclass(frozen=True)
class Portion:
    """What is written in one transaction: the new entries, and the message as it stands after them."""

    entries: list[Entry]
    text: str
    thinking: str
    sources: list[dict[str, str]]
    card: str
    payload: dict[str, Any]


@dataclass
class Draft:
    """`clock` counts seconds, for how long it was thought."""

    text: str = ""
    thinking: str = ""
    sources: list[dict[str, str]] = field(default_factory=list)
    card: str = ""
    payload: dict[str, Any] = field(default_factory=dict)
    proposals: int = 0
    ended: Ended | None = None
    filled: asyncio.Event = field(default_factory=asyncio.Event)
    clock: Callable[[], float] = monotonic
    _pieces: list[str] = field(default_factory=list)
    _kind: str = "text"
    _thinks_since: float | None = None
    _entries: list[Entry] = field(default_factory=list)
    _steps: list[tuple[int, ToolStarted]] = field(default_factory=list)
    _step: int = 0

    @property
    def says_something(self) -> bool:
        return bool(self.text.strip() or self.proposals or self.card)

    def add(self, told: Event) -> None:
        event = replace(told, **{one.name: kept(getattr(told, one.name)) for one in fields(told)})
        if not isinstance(event, Thinking):
            self._end_thinking()
        match event:
            case Text():
                self.text = self._write("text", self.text, event.piece)
            case Thinking():
                self._thinks_since = self._thinks_since or self.clock()
                self.thinking = self._write("thinking", self.thinking, event.piece)
            case ToolStarted():
                self._start(event)
            case ToolEnded():
                self._end(event)
            case Card():
                self.card, self.payload = event.kind, event.payload
                self._put("card", {"kind": event.kind})
            case Source():
                self._rest_on({"kind": event.kind, "id": event.id, "title": event.title[:120]})
            case Proposed():
                self.proposals += 1
                self._put("proposal", {"call": event.call_id}, event)
            case Ended():
                self.ended = event
        self.filled.set()

    def take(self) -> Portion:
        """Everything new since the last time."""
        self._settle_pieces()
        entries, self._entries = self._entries, []
        self.filled.clear()
        return Portion(entries, self.text, self.thinking, list(self.sources), self.card, self.payload)

    def close(self) -> Portion:
        """The last of it."""
        self._end_thinking()
        return self.take()

    def _write(self, kind: str, before: str, piece: str) -> str:
        if kind != self._kind:
            self._settle_pieces()
            self._kind = kind
        piece = piece[: LONGEST - len(before)]
        self._pieces.append(piece)
        return before + piece

    def _end_thinking(self) -> None:
        if self._thinks_since is not None:
            seconds = max(1, round(self.clock() - self._thinks_since))
            self._thinks_since = None
            self._put("thought", {"seconds": seconds})

    def _start(self, event: ToolStarted) -> None:
        self._step += 1
        self._steps.append((self._step, event))
        self._put("tool", {"step": self._step, "title": event.title, "summary": "", "state": "running"})

    def _end(self, event: ToolEnded) -> None:
        found = next((one for one in self._steps if one[1].name == event.name), None)
        if found is None:
            return
        self._steps.remove(found)
        step, started = found
        state = "failed" if event.failed else "done"
        self._put("tool", {"step": step, "title": started.title, "summary": event.summary, "state": state})

    def _rest_on(self, source: dict[str, str]) -> None:
        if source not in self.sources:
            self.sources.append(source)
            self._put("card", {"source": source["id"]})

    def _put(self, kind: str, payload: dict[str, Any], proposal: Proposed | None = None) -> None:
        self._settle_pieces()
        self._entries.append(Entry(kind, payload, proposal))

    def _settle_pieces(self) -> None:
        """Pieces that came together are one line of the log, before whatever came after them."""
        if piece := "".join(self._pieces):
            self._entries.append(Entry(self._kind, {"piece": piece}))
        self._pieces.clear()


def kept(value: Any) -> Any:
    """What was said, in texts that the database can hold: a model may say anything."""
    match value:
        case str():
            return HALVES.sub("\ufffd", value.replace("\x00", ""))
        case dict():
            return {kept(key): kept(one) for key, one in value.items()}
        case list() | tuple():
            return type(value)(map(kept, value))
    return value
