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


def untranslated(text: str) -> str:
    """What stands outside of the marks, also where translated texts hold translated texts."""
    while (shorter := INNERMOST.sub(" ", text)) != text:
        text = shorter
    return text
