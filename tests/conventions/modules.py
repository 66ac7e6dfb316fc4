"""Which module of ours imports which, read from the source."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.conventions.project import APPS, ROOT, app_modules, text_of


@dataclass(frozen=True)
class Import:
    """`source` names `target` at `line` of `path`; both are full module names of ours."""

    path: Path
    line: int
    source: str
    target: str


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def names() -> frozenset[str]:
    return frozenset(name_of(path) for path in app_modules())


@cache
def imports() -> tuple[Import, ...]:
    """Every import between our modules, also those inside functions and in `TYPE_CHECKING` blocks."""
    return tuple(
        Import(path, line, name_of(path), target)
        for path in app_modules()
        for line, target in _targets(path)
        if target != name_of(path)
    )


def _targets(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(text_of(path))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield from _ours(node.lineno, alias.name)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(path, node)
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                yield from _ours(node.lineno, inner if inner in names() else base)


def _absolute(path: Path, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = path.relative_to(ROOT).parts[: -node.level]
    return ".".join([*package, *([node.module] if node.module else [])])


def _ours(line: int, name: str) -> Iterator[tuple[int, str]]:
    if name.partition(".")[0] in APPS:
        yield line, name
