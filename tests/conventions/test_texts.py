"""Files hold what is finished and what is true on every machine."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.conventions.project import ROOT, at, files, lines_with, obey

TEXTS = (
    ".py",
    ".md",
    ".html",
    ".txt",
    ".css",
    ".js",
    ".toml",
    ".yml",
    ".yaml",
    ".sql",
    ".svg",
    ".json",
    ".example",
    "file",
)
# Written apart, so that this file keeps its own rule.
UNFINISHED = r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b|(?i:\blo" r"rem\b)"
MACHINE = r"(?<![\w.])/(?:home|Users|root|work|mnt|media|opt)/[\w.]+|[A-Z]:\\\\"
HOSTS = r"--index-url|--extra-index-url|find-links|pypi\.org|files\.pythonhosted"
# Places inside our own image are not those of anybody's machine.
OWN_IMAGE = ("Dockerfile", "docker-compose.yml")


def texts() -> Iterator[Path]:
    yield from (path for path in files(*TEXTS) if path.is_relative_to(ROOT))
    yield from files("run", under=".ci")


def test_nothing_is_left_for_later() -> None:
    obey(
        f"{at(path, line)}: {text[:80]!r} leaves work for later. Do it, or leave it out."
        for path in texts()
        for line, text in lines_with(path, UNFINISHED)
    )


def test_no_path_of_a_machine() -> None:
    obey(
        f"{at(path, line)}: {text[:80]!r} names a place of one machine."
        for path in texts()
        if path.name not in OWN_IMAGE
        for line, text in lines_with(path, MACHINE)
        if path.name != Path(__file__).name
    )


def test_no_package_index() -> None:
    obey(
        f"{at(path, line)}: {text[:80]!r} names a package index; whoever installs chooses theirs."
        for path in texts()
        for line, text in lines_with(path, HOSTS)
        if path.name != Path(__file__).name
    )


def test_every_text_ends_its_last_line() -> None:
    obey(
        f"{at(path)}: the last line has no end."
        for path in texts()
        if (content := path.read_bytes()) and not content.endswith(b"\n")
    )


def test_patterns_find_what_they_should() -> None:
    assert re.search(UNFINISHED, "# TO" + "DO: later")
    assert re.search(MACHINE, "see /ho" + "me/somebody")
