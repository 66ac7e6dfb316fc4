"""`.env.example` tells every variable that Kitchen reads, no other, each with a comment."""

import re
from collections.abc import Iterator

from kitchen.environment import SCHEME
from tests.conventions.project import ROOT, obey, text_of

KEY = re.compile(r"^#? ?([A-Z][A-Z0-9_]*)=")


def told() -> Iterator[tuple[str, bool]]:
    """Each variable of the example, and whether a comment stands above it or above its group."""
    commented = False
    for line in text_of(ROOT / ".env.example").splitlines():
        if found := KEY.match(line):
            yield found.group(1), commented
        else:
            commented = line.startswith("#") or (commented and bool(line.strip()))


def test_the_example_tells_every_variable() -> None:
    names = {name for name, _commented in told()}
    obey(f".env.example: {name} is missing." for name in SCHEME if name not in names)


def test_the_example_tells_no_other() -> None:
    obey(f".env.example: Kitchen does not read {name}." for name, _commented in told() if name not in SCHEME)


def test_each_is_told_once() -> None:
    names = [name for name, _commented in told()]
    obey(f".env.example: {name} stands there twice." for name in sorted(set(names)) if names.count(name) > 1)


def test_each_has_a_comment() -> None:
    obey(f".env.example: {name} has no comment above it." for name, commented in told() if not commented)
