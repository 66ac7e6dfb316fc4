"""The file itself: a zip that stores its members unpacked, as the dump is packed already and pictures are, too."""

import hashlib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Self

from kitchen.backup.errors import BackupError
from kitchen.backup.manifest import MEDIA, NAME, Manifest, Member

PIECE = 1 << 20
LONGEST_MANIFEST = 256 << 20  # bytes
ODD = (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, RuntimeError, KeyError, OverflowError)


class Writing:
    """Adds members as they come; `stream` need not be able to go back."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED)
        self.members: dict[str, Member] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def add(self, name: str, source: IO[bytes]) -> None:
        digest, size = hashlib.sha256(), 0
        with self._zip.open(name, "w", force_zip64=True) as target:
            while piece := source.read(PIECE):
                digest.update(piece)
                size += len(piece)
                target.write(piece)
        self.members[name] = Member(size, digest.hexdigest())

    def tell(self, manifest: Manifest) -> None:
        self._zip.writestr(NAME, manifest.to_json())


class Backup:
    """One that was read through: every member is there and as the manifest says."""

    def __init__(self, archive: zipfile.ZipFile, manifest: Manifest) -> None:
        self._zip = archive
        self.manifest = manifest

    @property
    def media(self) -> list[str]:
        return [name for name in self.manifest.members if name.startswith(MEDIA)]

    def unpack(self, name: str, target: Path) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        with self._zip.open(name) as source, target.open("xb") as file:
            while piece := source.read(PIECE):
                file.write(piece)


@contextmanager
def read(path: Path) -> Iterator[Backup]:
    """Raises BackupError before anything is touched when the file is cut, changed, or none of ours."""
    with _opened(path) as archive:
        try:
            manifest = _manifest_of(archive)
            _compare(archive, manifest)
        except ODD as error:
            raise damaged(path) from error
        yield Backup(archive, manifest)


def damaged(path: Path) -> BackupError:
    return BackupError(f"{path.name} is damaged, or no backup of Kitchen: nothing was touched; take another one.")


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(path)
    except OSError as error:
        raise BackupError(f"{path} cannot be read ({error.strerror or error}).") from error
    except ODD as error:
        raise damaged(path) from error
    with archive:
        yield archive


def _manifest_of(archive: zipfile.ZipFile) -> Manifest:
    if archive.getinfo(NAME).file_size > LONGEST_MANIFEST:
        raise zipfile.BadZipFile
    return Manifest.from_json(archive.read(NAME))


def _compare(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """Names, forms, sizes and hashes; a member that nobody told of is refused like one that is missing."""
    infos = [info for info in archive.infolist() if info.filename != NAME]
    if sorted(info.filename for info in infos) != sorted(manifest.members):
        raise zipfile.BadZipFile
    for info in infos:
        wanted = manifest.members[info.filename]
        if info.compress_type != zipfile.ZIP_STORED or info.file_size != wanted.bytes:
            raise zipfile.BadZipFile
        with archive.open(info) as source:
            digest = hashlib.sha256()
            while piece := source.read(PIECE):
                digest.update(piece)
        if digest.hexdigest() != wanted.sha256:
            raise zipfile.BadZipFile
