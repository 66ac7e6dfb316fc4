"""What a proposal's tool does once a person has agreed: each tool that changes something registers its change."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from chat.agent.deps import Kitchen
from kitchen.registry import Registry


@dataclass(frozen=True)
class Applied:
    """`sentence` says what was done; `activity_id` is the line of the feed that undoes it, if one does."""

    sentence: str
    activity_id: UUID | None = None


@dataclass(frozen=True)
class Change:
    """`apply` runs in the transaction of the click: it looks again, calls the service, or refuses (DomainError)."""

    apply: Callable[[Kitchen, dict[str, Any]], Applied]


CHANGES: Registry[Change] = Registry("change")
