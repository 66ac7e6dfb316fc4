"""Papers point at what exists: files, headings, commands."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.core.management import get_commands

from tests.conventions.project import ROOT, at, files, lines_with, obey, text_of

LINK = re.compile(r"(?<!`)\[[^\]]*\]\(([^)\s]+)\)")
MAKE = re.compile(r"\bmake ([a-z][a-z0-9-]+)")
MANAGE = re.compile(r"\bmanage\.py ([a-z_]+)")
# The papers that tell commands to type; elsewhere "make sure" is English.
COMMANDS_IN = ("README.md", "docs/operations.md")


def anchors(path: Path) -> set[str]:
    """The headings of a paper as addresses, as GitHub writes them."""
    headings = re.findall(r"^#+ (.+)$", text_of(path), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def links(path: Path) -> Iterator[tuple[int, str]]:
    for line, text in lines_with(path, LINK.pattern):
        yield from ((line, target) for target in LINK.findall(text) if "://" not in target and "mailto:" not in target)


def is_broken(path: Path, target: str) -> bool:
    file, _, anchor = target.partition("#")
    pointed = (path.parent / file).resolve() if file else path
    if not pointed.exists():
        return True
    return bool(anchor) and pointed.suffix == ".md" and anchor not in anchors(pointed)


def test_links_lead_somewhere() -> None:
    obey(
        f"{at(path, line)}: the link {target} leads nowhere."
        for path in files(".md")
        for line, target in links(path)
        if is_broken(path, target)
    )


def targets() -> set[str]:
    return set(re.findall(r"^([a-z][\w-]*):", text_of(ROOT / "Makefile"), re.MULTILINE))


def commands(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    for name in COMMANDS_IN:
        for line, text in lines_with(ROOT / name, pattern.pattern):
            code = " ".join(re.findall(r"`([^`]+)`", text)) or text
            yield from ((at(ROOT / name, line), command) for command in pattern.findall(code))


def test_make_targets_exist() -> None:
    obey(f"{where}: the Makefile has no target {name}." for where, name in commands(MAKE) if name not in targets())


def test_commands_of_manage_exist() -> None:
    known = get_commands()
    obey(f"{where}: manage.py has no command {name}." for where, name in commands(MANAGE) if name not in known)
