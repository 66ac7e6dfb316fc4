"""Every page that can be asked for, asked for once by its owner and once by nobody."""

import gzip
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.conventions.cast import Cast
from tests.conventions.doors import Door, doors

# What the audit sets before a statement is sent with it, and frames of transactions ask nothing.
CONTEXT = re.compile(r"^SELECT set_config\('pghistory[^;]*; ")
FRAME = re.compile(r"^(?:SAVEPOINT|RELEASE SAVEPOINT|ROLLBACK|BEGIN|COMMIT|SET CONSTRAINTS)\b")


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
    """The owner's pages, then those that anonymous people reach."""
    logging.disable()  # what breaks is told by the rules, a line a page
    try:
        found = list(_ask(people, people.client, "owner"))
        return [*found, *_ask(people, Client(raise_request_exception=False), "nobody")]
    finally:
        logging.disable(logging.NOTSET)


def _ask(people: Cast, client: Client, reader: str) -> Iterator[Page]:
    for door in doors():
        arguments = people.arguments(door)
        if arguments is None or not door.name or ends_the_visit(door):
            continue
        url = reverse(door.name, kwargs=arguments)
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(url)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[arg-type]
        statements = [CONTEXT.sub("", query["sql"]) for query in captured]
        queries = [sql for sql in statements if not FRAME.match(sql)]
        headers = {name.lower(): value for name, value in answer.headers.items()}
        error = repr(answer.exc_info[1]) if getattr(answer, "exc_info", None) else ""
        yield Page(door, url, reader, answer.status_code, headers, body, queries, error)


def ends_the_visit(door: Door) -> bool:
    """Asking these by GET would sign the walker out."""
    return door.name == "account_logout"
