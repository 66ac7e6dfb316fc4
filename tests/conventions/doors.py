"""Every URL of the program with its name and view, read from the URLconf."""

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from tests.conventions.project import ROOT

# Where the views and templates of each namespace live.
HOMES = {
    "kitchen": ("kitchen/views", ""),
    "accounts": ("accounts/views", "accounts"),
    "home": ("kitchen/home/views", "home"),
    "pantry": ("pantry/views", "pantry"),
    "recipes": ("recipes/views", "recipes"),
    "shopping": ("shopping/views", "shopping"),
    "chat": ("chat/views", "chat"),
}
ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True)
class Door:
    """A URL: its full name ("accounts:member.remove"), its route and the view behind it."""

    name: str
    route: str
    view: Callable[..., Any]

    @property
    def is_ours(self) -> bool:
        return self.app in HOMES

    @property
    def app(self) -> str:
        return self.name.partition(":")[0] if ":" in self.name else ""

    @property
    def noun(self) -> str:
        """The first part of the name behind the namespace: "member"."""
        return self.name.rpartition(":")[2].partition(".")[0]

    @property
    def verb(self) -> str:
        """The second part: "remove"; "" for a bare name such as `home:today`."""
        return self.name.rpartition(":")[2].partition(".")[2]

    @property
    def arguments(self) -> list[str]:
        return ARGUMENT.findall(self.route)

    @property
    def function(self) -> Callable[..., Any]:
        """The view without its decorators."""
        return inspect.unwrap(self.view)

    @property
    def module(self) -> Path:
        return Path(inspect.getsourcefile(self.function) or "").resolve().relative_to(ROOT)


def doors() -> list[Door]:
    """All of them, those of packages included, except the admin's."""
    return [door for door in _below(get_resolver().url_patterns, "", "") if not door.route.startswith("admin/")]


def our_doors() -> list[Door]:
    return [door for door in doors() if door.is_ours]


def _below(patterns: list[URLPattern | URLResolver], spaces: str, route: str) -> Iterator[Door]:
    for pattern in patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{spaces}{pattern.namespace}:" if pattern.namespace else spaces
            yield from _below(pattern.url_patterns, inner, here)
        elif pattern.callback is not None:
            yield Door(f"{spaces}{pattern.name or ''}", here, pattern.callback)
