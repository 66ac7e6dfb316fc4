"""Every page that can be asked for, asked for once by each kind of reader."""

import gzip
import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.conventions.cast import Cast
from tests.conventions.doors import Door, doors

# What the audit sets before a statement is sent with it, and frames of transactions ask nothing.
CONTEXT = re.compile(r"^SELECT set_config\('pghistory[^;]*; ")
FRAME = re.compile(r"^(?:SAVEPOINT|RELEASE SAVEPOINT|ROLLBACK|BEGIN|COMMIT|SET CONSTRAINTS)\b")

# These would sign the walker out when something is sent to them.
ENDS_THE_VISIT = {"account_logout"}


@dataclass(frozen=True)
class Page:
    """What a URL answered to whom, and the SQL it took."""

    door: Door
    url: str
    reader: str
    status: int
    headers: dict[str, str]
    body: bytes = field(repr=False)
    queries: list[str] = field(repr=False)
    error: str

    def __str__(self) -> str:
        return f"{self.door.name} ({self.url}, {self.reader})"

    @property
    def asked(self) -> str:
        """Its queries in short, for whoever must save some."""
        tables = [re.search(r'(?:FROM|UPDATE|INTO) "(\w+)"', sql) for sql in self.queries]
        return ", ".join(table[1] if table else "the scope" for table in tables)

    @property
    def is_html(self) -> bool:
        return self.status == 200 and self.sends_html

    @property
    def sends_html(self) -> bool:
        """Also a page that says what went wrong."""
        return self.headers.get("content-type", "").startswith("text/html")

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def compressed(self) -> int:
        """Bytes on the wire."""
        return len(gzip.compress(self.body, compresslevel=6))


def walk(people: Cast) -> list[Page]:
    """The pages of the owner, of a newcomer without a household, and of nobody."""
    readers = {**people.readers, "nobody": Client(raise_request_exception=False)}
    with quiet():
        return [page for reader, client in readers.items() for page in _ask(people, client.get, reader)]


def walk_as_owner(people: Cast) -> list[Page]:
    with quiet():
        return list(_ask(people, people.readers["owner"].get, "owner"))


def post_nothing(people: Cast) -> list[Page]:
    """What the owner is told who sends every form empty; what needs no filling in is done."""
    with quiet():
        return list(_ask(people, people.readers["owner"].post, "owner, sending nothing"))


@contextmanager
def quiet() -> Iterator[None]:
    """What breaks is told by the rules, a line a page, and not by the log as well."""
    logging.disable()
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


def _ask(people: Cast, ask: Callable[[str], Any], reader: str) -> Iterator[Page]:
    for door in doors():
        arguments = people.arguments(door)
        if arguments is None or not door.name or door.name in ENDS_THE_VISIT:
            continue
        url = reverse(door.name, kwargs=arguments)
        with CaptureQueriesContext(connection) as captured:
            answer = ask(url)
        yield _page(door, url, reader, answer, captured)


def _page(door: Door, url: str, reader: str, answer: Any, captured: CaptureQueriesContext) -> Page:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    statements = [CONTEXT.sub("", query["sql"]) for query in captured]
    queries = [sql for sql in statements if not FRAME.match(sql)]
    headers = {name.lower(): value for name, value in answer.headers.items()}
    error = repr(answer.exc_info[1]) if getattr(answer, "exc_info", None) else ""
    return Page(door, url, reader, answer.status_code, headers, body, queries, error)
