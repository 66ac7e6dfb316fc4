"""What the agent tells while it answers, and what it is told: the language between `chat.agent` and `chat.runs`.

`chat.agent.agent.answer` has the signature of `Answer`. It yields events in the order in which they happen and `Ended`
last. It asks the database only through `Kitchen.ask`, and holds nothing open while the model thinks. What went wrong
and can be said to a person, it raises as a `DomainError` with that sentence; anything else that it raises is told as
"could not answer". Cancelling its task stops the model: a `CancelledError` is let through.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Protocol

from chat.agent.deps import Kitchen


@dataclass(frozen=True)
class Text:
    """A piece of the answer, Markdown: pieces are joined as they come."""

    piece: str


@dataclass(frozen=True)
class Thinking:
    """A piece of what a model says to itself before it answers: shown to whoever asked, in no export."""

    piece: str


@dataclass(frozen=True)
class ToolStarted:
    """`name` is the tool's, `title` what it does in plain words, translated: "Looking through the pantry"."""

    name: str
    title: str


@dataclass(frozen=True)
class ToolEnded:
    """Of the oldest step with that name that has not ended. `summary` is for people ("12 things"), "" for none."""

    name: str
    summary: str = ""
    failed: bool = False


@dataclass(frozen=True)
class Card:
    """One card beside the text; the last one counts. `kind` is a value of `chat.models.Card`.

    `payload` holds ids of what is shown: `{"ids": ["…", …]}` for lots (StockItem), recipes (Recipe), and split
    (shopping's Expense); `{"id": "…"}` for list (ShoppingList). What is gone meanwhile is left out.
    """

    kind: str
    payload: dict[str, Any]


@dataclass(frozen=True)
class Source:
    """What the answer rests on. `kind`: "lot", "recipe", "list", "expense", "eater"; `id` as text; drawn as a chip."""

    kind: str
    id: str
    title: str


@dataclass(frozen=True)
class Proposed:
    """A change that waits for a person: `tool` is a name in `chat.agent.changes.CHANGES`.

    `arguments` (JSON) are all that the change needs; they name exact things, so that what is done is what was shown.
    `effect` is what it would do, a line each, for people: `[{"emoji": "🥬", "name": …, "where": …, "amount": …}]`, of
    which only `name` is needed.
    """

    call_id: str
    tool: str
    arguments: dict[str, Any]
    effect: list[dict[str, Any]]


@dataclass(frozen=True)
class Ended:
    """`messages` are the run's new messages as JSON (the agent's library's own form): the next run's history.

    `agent` is the set of tools that answered ("pantry", "recipes", …), `confidence` our own matcher's, if it had one.
    """

    messages: list[Any]
    agent: str = ""
    model: str = ""
    confidence: Decimal | None = None
    input_tokens: int = 0
    output_tokens: int = 0


Event = Text | Thinking | ToolStarted | ToolEnded | Card | Source | Proposed | Ended


@dataclass(frozen=True)
class Decided:
    """What became of a proposal of an earlier run: `approved` or not, and the sentence that people read about it."""

    call_id: str
    tool: str
    approved: bool
    sentence: str = field(default="")


class Answer(Protocol):
    """`history` is the new messages of all earlier runs, oldest first; `pending` what became of every proposal that
    the history has no result for. There may be calls in the history without a decision: those were not decided.
    `meter` (`chat.assistants.meter`) names who is asked, and counts; without one it is whom the household has chosen.
    """

    def __call__(
        self,
        kitchen: Kitchen,
        text: str,
        history: list[Any],
        *,
        pending: Sequence[Decided] = (),
        meter: Any = None,
    ) -> AsyncIterator[Event]: ...
