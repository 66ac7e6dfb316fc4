"""What the agent's tools are made of. Knows no model and no library: `chat.agent.kit` hands the tools to it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from accounts.doors import may
from chat.agent.deps import Kitchen
from chat.agent.events import Card, Source
from kitchen.errors import DomainError
from kitchen.registry import Registry

Effect = list[dict[str, str]]


@dataclass(frozen=True)
class Told:
    """What a reading tool found: `value` (JSON) is for the model, the rest is for people.

    `confidence` is that of our own matcher, from 0 to 1, where it was asked. `foreign`: words of others than those who
    live here are in it, such as a recipe's (chat/agent/trust.py).
    """

    value: dict[str, Any]
    summary: str = ""
    card: Card | None = None
    sources: tuple[Source, ...] = ()
    confidence: float | None = None
    foreign: bool = False


@dataclass(frozen=True)
class Planned:
    """What a changing tool would do: `arguments` (JSON) name exact things, `effect` says it to people, a line each.

    `lead` is said above the effect where the model says nothing itself; `card` shows what is there once it is done.
    """

    arguments: dict[str, Any]
    effect: Effect
    lead: str = ""
    confidence: float | None = None
    card: Card | None = None


@dataclass(frozen=True)
class ToolEntry:
    """`agent` is the set it belongs to; `door` the URL name of the page on which people do the same."""

    name: str
    agent: str
    title: Any
    door: str
    work: Callable[..., Told | Planned] = field(repr=False)

    def run(self, kitchen: Kitchen, arguments: dict[str, Any]) -> Told | Planned:
        """Its answer in the person's language. Refuses (DomainError) what the person's role does not open."""
        with translation.override(kitchen.person.language):
            require_door(kitchen, self.door)
            return self.work(kitchen, **arguments)


TOOLS: Registry[ToolEntry] = Registry("tool")


def require_door(kitchen: Kitchen, door: str) -> None:
    if not may(kitchen.membership.role, door):
        raise DomainError(_("Your role in this household does not allow this."))


def tool(agent: str, title: Any, door: str) -> Callable[[Callable[..., Told | Planned]], Callable[..., Told | Planned]]:
    """Register a function of a Kitchen and JSON arguments; its docstring is what a model reads about it."""

    def register(work: Callable[..., Told | Planned]) -> Callable[..., Told | Planned]:
        TOOLS.register(work.__name__, ToolEntry(work.__name__, agent, title, door, work))
        return work

    return register
