"""One search over everything: each app on the way up registers what it can find."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kitchen.registry import Registry

MOST_HITS = 8
SHORTEST = 2
LONGEST = 80


@dataclass(frozen=True)
class Hit:
    """One thing found: `title` and `detail` as they are shown, `url` the page that has it."""

    title: str
    detail: str
    url: str
    icon: str


@dataclass(frozen=True)
class Ask:
    """What is looked for, and by whom: `household` and `membership` are those of the request."""

    text: str
    household: Any
    membership: Any


@dataclass(frozen=True)
class Provider:
    """`find` gives at most MOST_HITS hits, best first; `heading` is lazy, in the language of the reader."""

    heading: Any
    find: Callable[[Ask], list[Hit]]


@dataclass(frozen=True)
class Group:
    name: str
    heading: str
    hits: list[Hit]


# Results are grouped in the order of registration.
providers: Registry[Provider] = Registry("search provider")


def search(ask: Ask) -> list[Group]:
    """The groups that found something; nothing is looked for with less than SHORTEST characters."""
    if len(ask.text) < SHORTEST:
        return []
    groups = [Group(name, str(one.heading), one.find(ask)[:MOST_HITS]) for name, one in providers]
    return [group for group in groups if group.hits]


def matches(ask: Ask, name: str, also: str = "") -> bool:
    """Whether each word typed is somewhere in `name` or begins a word of `also`, without regard to case."""
    haystack, begins = name.casefold(), f" {also.casefold()}"
    return all(word in haystack or f" {word}" in begins for word in ask.text.casefold().split())
