"""Every page that can be asked for, asked for once by its owner and once by nobody."""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.conventions.cast import Cast
from tests.conventions.doors import Door, doors

# Frames of the tests' own transaction, not statements of the page.
FRAME = re.compile(r"^(?:SAVEPOINT|RELEASE SAVEPOINT|ROLLBACK TO|BEGIN|COMMIT)\b")


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

    def __str__(self) -> str:
        return f"{self.door.name} ({self.url}, {self.reader})"

    @property
    def is_html(self) -> bool:
        return self.status == 200 and self.headers.get("content-type", "").startswith("text/html")

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def compressed(self) -> int:
        """Bytes on the wire."""
        return len(gzip.compress(self.body, compresslevel=6))


def walk(people: Cast) -> list[Page]:
    """The owner's pages, then those that anonymous people reach."""
    found = list(_ask(people, people.client, "owner"))
    return [*found, *_ask(people, Client(), "nobody")]


def _ask(people: Cast, client: Client, reader: str) -> Iterator[Page]:
    for door in doors():
        arguments = people.arguments(door)
        if arguments is None or not door.name or ends_the_visit(door):
            continue
        url = reverse(door.name, kwargs=arguments)
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(url)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[arg-type]
        queries = [query["sql"] for query in captured if not FRAME.match(query["sql"])]
        headers = {name.lower(): value for name, value in answer.headers.items()}
        yield Page(door, url, reader, answer.status_code, headers, body, queries)


def ends_the_visit(door: Door) -> bool:
    """Asking these by GET would sign the walker out."""
    return door.name == "account_logout"
