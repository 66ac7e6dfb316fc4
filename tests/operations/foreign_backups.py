"""Backups that somebody has changed: whole zips with other members than their manifest tells of."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

from kitchen.backup.manifest import DUMP, NAME

Members = dict[str, bytes]


def rewritten(file: Path, change: Callable[[Members], None]) -> Path:
    """The same backup with other members, in a zip that is whole."""
    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    changed = file.with_name("changed.zip")
    with zipfile.ZipFile(changed, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return changed


def says(members: Members, said: dict[str, object]) -> None:
    members[NAME] = json.dumps(json.loads(members[NAME]) | said).encode()


def without(members: Members, name: str) -> None:
    del members[name]


def with_file(members: Members, name: str) -> None:
    told = json.loads(members[NAME])["members"]
    members[name] = b""
    told[name] = told["media/plain.webp"]
    says(members, {"members": told})


FOREIGN: dict[str, tuple[Callable[[Members], None], str]] = {
    "another dump": (lambda members: members.update({DUMP: members[DUMP][:-1] + b"!"}), "is damaged"),
    "a file nobody told of": (lambda members: members.update({"media/more": b""}), "is damaged"),
    "a file that is missing": (lambda members: without(members, "media/plain.webp"), "is damaged"),
    "no manifest": (lambda members: without(members, NAME), "is damaged"),
    "another form": (lambda members: says(members, {"format": "kitchen backup 9"}), "a form that is not known"),
    "a manifest of another": (lambda members: says(members, {"tables": 3}), "its manifest cannot be read"),
    "out of the place": (lambda members: with_file(members, "media/../../owned"), "holds what a backup never holds"),
    "from the root": (lambda members: with_file(members, "/etc/owned"), "holds what a backup never holds"),
    "a newer program": (lambda members: says(members, {"migrations": ["accounts.9999_later"]}), "of a newer Kitchen"),
}
