"""The project's own files, as the rules read them, and how a rule speaks."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# The order in which code may know of other code: each only what stands before it.
APPS = ("kitchen", "accounts", "pantry", "recipes", "shopping", "chat")
LAYERS = ("models", "queries", "services", "forms", "views")
NOT_OURS = {".git", ".venv", "var", "node_modules", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache"}


@cache
def _everything() -> tuple[Path, ...]:
    return tuple(sorted(_walk(ROOT)))


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name in NOT_OURS or path.is_symlink():
            continue
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path


def files(*suffixes: str, under: str = "") -> list[Path]:
    """Files whose name ends in one of `suffixes`, in the folder `under` (from the root, "" for all)."""
    home = ROOT / under
    return [path for path in _everything() if path.name.endswith(suffixes) and path.is_relative_to(home)]


def python_files() -> list[Path]:
    """Every module but migrations, which the program writes."""
    return [path for path in files(".py") if "migrations" not in path.parts]


def app_modules() -> list[Path]:
    """The modules of our apps and of the ground floor."""
    return [path for path in python_files() if path.relative_to(ROOT).parts[0] in APPS]


@cache
def text_of(path: Path) -> str:
    """The content of a file; a rule about one that is not there is broken."""
    if not path.is_file():
        pytest.fail(f"{path.relative_to(ROOT)} is missing.", pytrace=False)
    return path.read_text(encoding="utf-8")


def at(path: Path, line: int = 1) -> str:
    """`accounts/models/user.py:12`, which editors open."""
    return f"{path.relative_to(ROOT)}:{line}"


def lines_with(path: Path, pattern: str) -> Iterator[tuple[int, str]]:
    """Line number and line of each that the regular expression finds something in."""
    found = re.compile(pattern)
    for number, line in enumerate(text_of(path).splitlines(), start=1):
        if found.search(line):
            yield number, line.strip()


def obey(faults: Iterable[str]) -> None:
    """Fail with every fault, a sentence a line, without a traceback that nobody needs."""
    if found := list(faults):
        pytest.fail("\n".join(found), pytrace=False)
