"""The zip that somebody brought: looked at from outside, then held against its own manifest, before a row is made."""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from typing import IO, Any, NoReturn

from django.utils.translation import gettext as _

from accounts.transfer import limits
from accounts.transfer.form import FILE, FORMAT, HOUSEHOLD, MANIFEST, PAPERS, PEOPLE, VERSION, table_name
from accounts.transfer.tables import carried
from accounts.transfer.values import BrokenError
from kitchen.errors import DomainError

CHUNK = 1_000_000
PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What Python says of zips, and of manifests, that are none.
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
)


class Archive:
    """DomainError on opening where it is no such file, is too large, cut, changed, or of a newer program."""

    def __init__(self, file: IO[bytes]) -> None:
        try:
            self.zip = zipfile.ZipFile(file)
            self._judge_outside()
            self.manifest = self._manifest()
            self._judge_inside()
        except UNREADABLE as error:
            raise DomainError(
                _("This file is not whole: make it again where it comes from, and send it once more.")
            ) from error

    def _judge_outside(self) -> None:
        members = self.zip.infolist()
        if len(members) > limits.MOST_MEMBERS or sum(one.file_size for one in members) > limits.MOST_UNPACKED:
            _too_large()
        names = [one.filename for one in members]
        if not set(PAPERS) <= set(names) or len(set(names)) != len(names) or not all(map(_is_known, names)):
            _foreign()
        if any(one.compress_type not in PACKINGS for one in members):
            _foreign()
        for one in members:
            if one.file_size > limits.SMALL and one.file_size > one.compress_size * limits.MOST_SHRUNK:
                _too_large()

    def _manifest(self) -> dict[str, Any]:
        found = self.paper(MANIFEST)
        if not isinstance(found, dict) or found.get("format") != FORMAT:
            _foreign()
        if found.get("version") != VERSION:
            raise DomainError(_("This file is of a newer Kitchen than this one: bring this one up to date first."))
        return found

    def _judge_inside(self) -> None:
        """Each table and file is as long and as the manifest says; what it does not name is not there."""
        tables, files = self.manifest["tables"], self.manifest["files"]
        told = {table_name(label) for label in tables} | set(files) | set(PAPERS)
        if told != set(self.zip.namelist()):
            raise BrokenError("members that the manifest does not name, or the other way round")
        if sum(one["rows"] for one in tables.values()) > limits.MOST_ROWS:
            _too_large()
        for label, said in tables.items():
            if self._hash(table_name(label)) != said["sha256"] or sum(1 for _line in self.lines(label)) != said["rows"]:
                raise BrokenError(label)
        for name, said in files.items():
            found = FILE.fullmatch(name)
            if found is None or self._hash(name) != found[1] or self.size(name) != said["size"]:
                raise BrokenError(name)

    def _hash(self, name: str) -> str:
        digest = hashlib.sha256()
        for chunk in self.chunks(name):
            digest.update(chunk)
        return digest.hexdigest()

    def size(self, name: str) -> int:
        return self.zip.getinfo(name).file_size

    def chunks(self, name: str) -> Iterator[bytes]:
        with self.zip.open(name) as member:
            yield from iter(lambda: member.read(CHUNK), b"")

    def paper(self, name: str) -> Any:
        if self.size(name) > limits.LONGEST_PAPER:
            _too_large()
        return parsed(self.zip.read(name))

    def lines(self, label: str) -> Iterator[bytes]:
        """The rows of a table; none for one that the program which wrote the file did not know."""
        if label not in self.manifest["tables"]:
            return
        with self.zip.open(table_name(label)) as member:
            while line := member.readline(limits.LONGEST_LINE + 1):
                if len(line) > limits.LONGEST_LINE:
                    _too_large()
                yield line

    @property
    def household(self) -> dict[str, Any]:
        return _mapping(self.paper(HOUSEHOLD))

    @property
    def people(self) -> list[dict[str, Any]]:
        return [_mapping(one) for one in self.paper(PEOPLE)]

    @property
    def rows(self) -> int:
        return sum(one["rows"] for one in self.manifest["tables"].values())


def parsed(text: bytes) -> Any:
    """JSON without the numbers that are none. BrokenError for everything else."""
    try:
        return json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise BrokenError("no JSON") from error


def _no_number(_constant: str) -> NoReturn:
    raise BrokenError("no number")


def _mapping(found: Any) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise BrokenError("no object")
    return found


@cache
def _tables() -> frozenset[str]:
    return frozenset(table_name(one._meta.label) for one in carried())


def _is_known(name: str) -> bool:
    return name in PAPERS or FILE.fullmatch(name) is not None or name in _tables()


def _foreign() -> NoReturn:
    raise DomainError(_("This is not the file of a household: choose the zip that Kitchen made of one."))


def _too_large() -> NoReturn:
    raise DomainError(_("This file is too large to be the file of a household."))
