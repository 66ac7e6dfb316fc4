"""A household into a zip, a table at a time; nothing of it lies in memory as a whole."""

import hashlib
import zipfile
from collections.abc import Callable, Iterator
from typing import IO, Any

from django.db import models
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from accounts.models import Household, StoredFile, User
from accounts.services.stored_file import chunks_of
from accounts.transfer.form import FORMAT, HOUSEHOLD, MANIFEST, PEOPLE, VERSION, as_json, file_name, table_name
from accounts.transfer.people import stubs_of
from accounts.transfer.registries import catalogues
from accounts.transfer.tables import Column, Table, carried, columns, target_of
from accounts.transfer.values import told

AT_ONCE, A_FEW = 2000, 10
# Pictures are packed already.
STORED_TYPES = ("image/", "video/", "application/zip")
Progress = Callable[[int], object]


class Writer:
    """Of one household, as the scope lets it be seen: rows that are private to others are not in it."""

    def __init__(self, household: Household, archive: zipfile.ZipFile, progress: Progress) -> None:
        self.household, self.archive, self.progress = household, archive, progress
        self.named: set[str] = set()
        self.tables: dict[str, dict[str, Any]] = {}
        self.files: dict[str, dict[str, Any]] = {}
        self.names = {label: names.told() for label, names in catalogues}
        self.done = 0

    def write(self) -> None:
        for model in carried():
            self._table(model)
        for file in StoredFile.objects.filter(household=self.household).order_by("pk").iterator(AT_ONCE):
            self._file(file_name(file.sha256, file.media_type), file.media_type, chunks_of(file))
        for model, field in binaries():
            self._binaries(model, field)
        self._papers()

    def _table(self, model: Table) -> None:
        label, digest, rows = model._meta.label, hashlib.sha256(), 0
        with self.archive.open(table_name(label), "w", force_zip64=True) as out:
            for row in self._rows(model):
                line = as_json({field.name: self._told(field, row) for field in columns(model)}) + b"\n"
                out.write(line)
                digest.update(line)
                rows += 1
                self._count()
        self.tables[label] = {"rows": rows, "sha256": digest.hexdigest()}

    def _rows(self, model: Table) -> Iterator[Any]:
        large = any(isinstance(field, models.BinaryField) for field in columns(model))
        found = model._base_manager.filter(household=self.household).order_by("pk")
        return found.iterator(A_FEW if large else AT_ONCE)

    def _told(self, field: Column, row: Any) -> Any:
        value, target = getattr(row, field.attname), target_of(field)
        if target is User and value is not None:
            self.named.add(str(value))
        if target is not None and target._meta.label in self.names:
            return None if value is None else self.names[target._meta.label][value]
        if isinstance(field, models.BinaryField):
            return file_name(hashlib.sha256(value).hexdigest(), row.media_type)
        return told(value)

    def _binaries(self, model: Table, field: Column) -> None:
        for row in self._rows(model):
            data = bytes(getattr(row, field.attname))
            self._file(file_name(hashlib.sha256(data).hexdigest(), row.media_type), row.media_type, [data])

    def _file(self, name: str, media_type: str, chunks: Any) -> None:
        if name in self.files:
            return
        member = zipfile.ZipInfo(name, timezone.now().timetuple()[:6])
        member.compress_type = zipfile.ZIP_STORED if media_type.startswith(STORED_TYPES) else zipfile.ZIP_DEFLATED
        size = 0
        with self.archive.open(member, "w", force_zip64=True) as out:
            for chunk in chunks:
                size += out.write(chunk)
        self.files[name] = {"size": size}
        self._count()

    def _papers(self) -> None:
        fields = [field for field in Household._meta.local_concrete_fields if field.name not in {"id", "code"}]
        settings_ = {field.name: told(getattr(self.household, field.attname)) for field in fields}
        self.archive.writestr(HOUSEHOLD, as_json(settings_))
        self.archive.writestr(PEOPLE, as_json(stubs_of(self.household, self.named)))
        manifest = {
            "format": FORMAT,
            "version": VERSION,
            "program": newest_migrations(),
            "made_at": timezone.now().isoformat(),
            "tables": self.tables,
            "files": self.files,
        }
        self.archive.writestr(MANIFEST, as_json(manifest))

    def _count(self) -> None:
        self.done += 1
        if self.done % AT_ONCE == 0:
            self.progress(self.done)


def newest_migrations() -> dict[str, str]:
    """The version of the program, as its tables see it: the newest migration of each app."""
    own = {model._meta.app_label for model in carried()}
    return {app: name for app, name in sorted(MigrationLoader(None).graph.leaf_nodes()) if app in own}


def binaries() -> Iterator[tuple[Table, Column]]:
    """Columns of bytes, which lie in the file as files; their rows say the `media_type`."""
    for model in carried():
        for field in columns(model):
            if isinstance(field, models.BinaryField):
                yield model, field


def write_zip(household: Household, to: IO[bytes], progress: Progress = lambda _done: None) -> int:
    """How many rows and files there are in it. To be called in a scope, best in a snapshot."""
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        writer = Writer(household, archive, progress)
        writer.write()
    return writer.done
