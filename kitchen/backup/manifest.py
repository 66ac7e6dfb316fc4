"""What a backup says of itself: versions, what each table holds, and every file in it with its hash."""

import json
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath

from kitchen.backup.errors import BackupError
from kitchen.postgres.counting import Told

NAME, DUMP, MEDIA = "manifest.json", "database.dump", "media/"
FORMAT = "kitchen backup 1"


@dataclass(frozen=True)
class Member:
    """A file of the backup."""

    bytes: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    made_at: str  # UTC, ISO 8601
    python: str
    server: str
    pg_dump: str  # version and place of the program that made the dump
    migrations: list[str]  # app.name, all that were applied
    sealed: str  # a word sealed with this installation's keys, to tell whether another can open what is sealed
    tables: dict[str, Told]
    members: dict[str, Member]

    @property
    def rows(self) -> int:
        return sum(told.rows for told in self.tables.values())

    @property
    def dump_major(self) -> int:
        return int(self.pg_dump.partition(".")[0])

    def to_json(self) -> bytes:
        return json.dumps({"format": FORMAT, **asdict(self)}, indent=1).encode()

    @classmethod
    def from_json(cls, text: bytes) -> "Manifest":
        """Raises BackupError when it is none, or its members have names that lead elsewhere."""
        try:
            found = json.loads(text)
            if found.pop("format") != FORMAT:
                raise BackupError("The backup has a form that is not known here: use the Kitchen that made it.")
            found["tables"] = {str(name): Told(**told) for name, told in found["tables"].items()}
            found["members"] = {str(name): Member(**member) for name, member in found["members"].items()}
            manifest = cls(**found)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise BackupError("The file is no backup of Kitchen: its manifest cannot be read.") from error
        if DUMP not in manifest.members or not all(_is_safe(name) for name in manifest.members):
            raise BackupError("The file is no backup of Kitchen: it holds what a backup never holds.")
        return manifest


def _is_safe(name: str) -> bool:
    """The dump, or a file that stays below `media/` wherever it is unpacked."""
    path = PurePosixPath(name)
    below = name.startswith(MEDIA) and len(path.parts) > 1 and ".." not in path.parts and str(path) == name
    return name == DUMP or (below and not any(mark in name for mark in ("\\", "\0", ":")))
