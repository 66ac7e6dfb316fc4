"""What can be told in the feed: each verb's sentence, picture and, where there is one, its inverse."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from accounts.models import Activity, Role, User
from accounts.roles import TABLE
from kitchen.registry import Registry

# Among the facts of what happened before the household came from a file.
BROUGHT = "brought"


@dataclass(frozen=True)
class Verb:
    """`sentence` takes `{actor}` and the activity's facts; `undo` takes it back, for members with one of `undo_by`."""

    sentence: Any
    icon: str
    undo: Callable[[Activity, User], object] | None = None
    undo_by: frozenset[Role] = TABLE

    def tell(self, activity: Activity, actor: str) -> str:
        return str(self.sentence).format(actor=actor, **activity.facts)


verbs: Registry[Verb] = Registry("verb")
