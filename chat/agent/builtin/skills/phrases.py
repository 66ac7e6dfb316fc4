"""Pieces of sentences that several skills write."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from chat.agent.builtin.wish import Option

MOST_NAMED = 4
LONGEST = 80
# What would be read as Markdown where a name is only a name.
SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>#|~"})


def plain(name: str) -> str:
    """A name as it is, whatever it holds, of a length that a sentence bears."""
    words = " ".join(name.split())
    shown = words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"
    return shown.translate(SIGNS)


def sentence(text: str) -> str:
    """A whole sentence that somebody else wrote, not shortened."""
    return " ".join(text.split()).translate(SIGNS)


def bold(name: str) -> str:
    return f"**{plain(name)}**"


def listed(names: Iterable[str]) -> str:
    """As in: rice, milk and 3 more."""
    every = list(names)
    shown = every[:MOST_NAMED] if len(every) > MOST_NAMED + 1 else every
    if len(shown) < len(every):
        return _("%(names)s and %(count)s more") % {"names": ", ".join(shown), "count": len(every) - len(shown)}
    return get_text_list(shown, _("and"))


def either(names: Iterable[str]) -> str:
    return get_text_list(list(names), _("or"))


def lines(texts: Sequence[str], *, numbered: int = 0) -> str:
    """A list, with numbers from `numbered` on if there is one."""
    if numbered:
        return "\n".join(f"{number}. {text}" for number, text in enumerate(texts, start=numbered))
    return "\n".join(f"- {text}" for text in texts)


def options(kind: str, values: Iterable[Mapping[str, Any]]) -> tuple[Option, ...]:
    return tuple(Option(kind, str(value["id"]), str(value["name"])) for value in values)
