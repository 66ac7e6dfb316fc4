"""A language in which every translated text stands between ⟦ and ⟧, so that what was not translated shows."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.utils import translation

BEGIN, END = "⟦", "⟧"
GETTEXT = ("gettext", "ngettext", "pgettext", "npgettext")
INNERMOST = re.compile(f"{BEGIN}[^{BEGIN}{END}]*{END}")
PIECE = re.compile(r"<[^>]*>|[^<]+|<")


@contextmanager
def pseudo_locale() -> Iterator[None]:
    """All of Django's ways to translate, lazy ones too, end in these four functions."""
    with pytest.MonkeyPatch.context() as patch:
        for name in GETTEXT:
            patch.setattr(translation._trans, name, _marking(getattr(translation._trans, name)))
        yield


def _marking(translate: Callable[..., str]) -> Callable[..., str]:
    def marked(*args: Any, **kwargs: Any) -> str:
        text = translate(*args, **kwargs)
        return f"{BEGIN}{text}{END}" if text.strip() else text

    return marked


def without_translated(html: str) -> str:
    """The page with what is translated left out: words in texts and attributes, also across the tags inside a text."""
    depth = 0
    left: list[str] = []
    for piece in PIECE.findall(html):
        if piece.startswith("<"):
            left.append(_unmarked(piece) if depth == 0 else _bare(piece))
            continue
        for sign in piece:
            depth += (sign == BEGIN) - (sign == END)
            left.append(sign if sign == "\n" or (depth == 0 and sign != END) else " ")
    return "".join(left)


def _bare(tag: str) -> str:
    """A tag inside a translated text: its attributes were translated with it."""
    name = re.match(r"</?\w*", tag)
    return f"{name.group() if name else '<'}>" + "\n" * tag.count("\n")


def _unmarked(tag: str) -> str:
    """A tag without the translated words of its attributes; translated texts may hold others."""
    while (shorter := INNERMOST.sub(_lines, tag)) != tag:
        tag = shorter
    return tag


def _lines(found: re.Match[str]) -> str:
    return "\n" * found.group().count("\n")
