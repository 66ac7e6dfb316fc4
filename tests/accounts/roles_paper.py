"""What docs/roles.md says of each page, and the pages that there are."""

import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from accounts.models import Role

ROOT = Path(__file__).resolve().parents[2]
PAPER = (ROOT / "docs/roles.md").read_text(encoding="utf-8")
COLUMNS = (Role.OWNER, Role.ADMIN, Role.MEMBER, Role.GUEST)
ROW = re.compile(
    r"^\| (?P<name>[\w:.]+)(?: \((?P<kind>socket)\))? \| (\w+) \| (\w+) \| (\w+) \| (\w+) \|$", re.MULTILINE
)


def table() -> dict[str, dict[str, str]]:
    """What the paper says of each page: "yes", "no" or "own" by role."""
    return {
        row["name"]: dict(zip(COLUMNS, row.groups()[2:], strict=True)) for row in ROW.finditer(PAPER) if not row["kind"]
    }


def doors_without_account() -> set[str]:
    part = PAPER.split("## Doors without an account")[1].split("## Staff")[0]
    return set(re.findall(r"^\| ([\w:.]+) \| (?!what)", part, re.MULTILINE)) - {"URL"}


def patterns(found: list[Any], path: str = "", space: str = "") -> Iterator[tuple[str, str, URLPattern]]:
    """Name, path and pattern of every URL of ours."""
    for one in found:
        here = path + str(one.pattern)
        if isinstance(one, URLResolver):
            inner = f"{space}{one.namespace}:" if one.namespace else space
            yield from patterns(one.url_patterns, here, inner)
        else:
            yield f"{space}{one.name}", here, one


def of_households() -> dict[str, str]:
    return {name: path for name, path, _ in patterns(get_resolver().url_patterns) if path.startswith("h/<slug:code>/")}


def anew(client: Client) -> Client:
    """The same person, as before the client asked for anything; signing in for each page takes as long as the page."""
    fresh = Client()
    fresh.cookies = deepcopy(client.cookies)
    return fresh
