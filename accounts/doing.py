"""What people are at just now, as the shell shows it beside their names: the apps to the right know."""

from dataclasses import dataclass
from typing import Any

from kitchen.registry import Registry


@dataclass(frozen=True)
class Doing:
    """`since` is an expression of a membership (`household`, `user`), null for whoever is not at it."""

    since: Any
    words: Any
    icon: str


doings: Registry[Doing] = Registry("doing")
