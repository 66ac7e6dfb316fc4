"""What leaves this process for a log or a service for errors: never a secret, what somebody wrote, or how they are."""

import re
import traceback
from collections.abc import Iterator, Mapping
from typing import Any

import psycopg
from django.db import DatabaseError

KEPT_OUT = "…"
LONGEST = 500
# Names under which such things go; a part of a word is enough.
PRIVATE = re.compile(
    r"pass(?:word|wd|phrase)|secret|(?:^|_)token$|api_?key|^key$|authori[sz]ation|cookie|session|credential|dsn|csrf"
    r"|text|message|content|body|prompt|question|answer|note|email|address"
    r"|weight|height|birth|allerg|diet|calorie|health|sex$|^gender",
    re.IGNORECASE,
)
IN_URLS = re.compile(r"(?<=://)[^/@\s]+(?=@)")
# Of a server's sentence only the names of its own things are told.
QUOTED = re.compile(r"""(?<!constraint )(?<!relation )(?<!column )(?<!role )"[^"]*"|'[^']*'""")
# Sentences that are made of the program's own names; others may quote what was sent.
OF_CODE = (AttributeError, NameError, TypeError, ImportError)
OF_SERVERS = (OSError, DatabaseError, psycopg.Error)


def without_private(told: Any, name: str = "") -> Any:
    """`told` with what goes under a private name, and secrets in addresses, left out."""
    if told is not None and PRIVATE.search(name):
        return KEPT_OUT
    match told:
        case str():
            return IN_URLS.sub(KEPT_OUT, told)[:LONGEST]
        case Mapping():
            return {key: without_private(value, str(key)) for key, value in told.items()}
        case list() | tuple():
            return [without_private(value) for value in told]
    return told


def sentence_of(error: BaseException) -> str:
    """The first line of what an exception says, as far as it can hold nothing of anybody; else ""."""
    said = (str(error).splitlines() or [""])[0]
    if isinstance(error, OF_CODE):
        return said[:LONGEST]
    return QUOTED.sub(KEPT_OUT, str(without_private(said))) if isinstance(error, OF_SERVERS) else ""


def story_of(error: BaseException) -> str:
    """Where it happened and what it was, with what it followed from; lines of code, no values."""
    return "\nwhich followed from\n".join(map(_chapter, chain_of(error)))


def _chapter(error: BaseException) -> str:
    where = "".join(traceback.format_tb(error.__traceback__))
    return f"{where}{type(error).__name__}: {sentence_of(error)}".rstrip(": ")


def chain_of(error: BaseException | None) -> Iterator[BaseException]:
    """The exception, and those it followed from."""
    while error is not None:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
