"""What can be told in the feed: each verb's sentence, picture and, where there is one, its inverse."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from accounts.models import Activity, User
from kitchen.registry import Registry


@dataclass(frozen=True)
class Verb:
    """`sentence` takes `{actor}` and the activity's facts; `undo` is the service that takes it back."""

    sentence: Any
    icon: str
    undo: Callable[[Activity, User], object] | None = None

    def tell(self, activity: Activity, actor: str) -> str:
        return str(self.sentence).format(actor=actor, **activity.facts)


verbs: Registry[Verb] = Registry("verb")
