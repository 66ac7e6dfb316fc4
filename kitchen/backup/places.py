"""Where backups are kept: a directory, or a bucket of an object store that speaks S3."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from django.conf import settings

from kitchen.backup.errors import BackupError

S3 = "s3://"
PART = ".part"  # a backup gets its name when it is whole


class Place(Protocol):
    """Where files of one directory are put, listed and removed by their names."""

    def __str__(self) -> str: ...

    @property
    def workshop(self) -> Path:
        """A directory of this machine in which a backup is made."""
        ...

    def names(self) -> list[str]: ...

    def keep(self, part: Path, name: str) -> str:
        """Take over the finished file `part`; where it lies now."""
        ...

    def remove(self, name: str) -> None: ...


class Folder:
    def __init__(self, directory: Path) -> None:
        self._directory = directory.absolute()

    def __str__(self) -> str:
        return str(self._directory)

    @property
    def workshop(self) -> Path:
        try:
            self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise BackupError(f"No backup can be kept in {self} ({error.strerror}): mend BACKUP_TO.") from error
        return self._directory

    def names(self) -> list[str]:
        return [path.name for path in self._directory.iterdir() if path.is_file()]

    def keep(self, part: Path, name: str) -> str:
        target = self._directory / name
        part.rename(target)
        handle = os.open(self._directory, os.O_RDONLY)
        try:
            os.fsync(handle)  # the name, too, shall outlast a power failure
        finally:
            os.close(handle)
        return str(target)

    def remove(self, name: str) -> None:
        (self._directory / name).unlink(missing_ok=True)


class Bucket:
    """Keys and address come from where boto3 looks: AWS_ACCESS_KEY_ID, AWS_ENDPOINT_URL_S3, the machine's own role."""

    def __init__(self, url: str) -> None:
        self._bucket, _, prefix = url.removeprefix(S3).partition("/")
        self._prefix = f"{prefix.strip('/')}/" if prefix.strip("/") else ""
        if not self._bucket:
            raise BackupError(f"{url} names no bucket: write s3://bucket/prefix.")

    def __str__(self) -> str:
        return f"{S3}{self._bucket}/{self._prefix}".rstrip("/")

    @cached_property
    def client(self) -> Any:
        import boto3

        return boto3.session.Session().client("s3")

    @property
    def workshop(self) -> Path:
        return Folder(settings.VAR_DIR / "backups").workshop

    def names(self) -> list[str]:
        with _asking(self) as client:
            pages = client.get_paginator("list_objects_v2").paginate(Bucket=self._bucket, Prefix=self._prefix)
            keys = [one["Key"].removeprefix(self._prefix) for page in pages for one in page.get("Contents", ())]
        return [name for name in keys if name and "/" not in name]

    def keep(self, part: Path, name: str) -> str:
        with _asking(self) as client:
            client.upload_file(str(part), self._bucket, self._prefix + name)
            there = client.head_object(Bucket=self._bucket, Key=self._prefix + name)["ContentLength"]
        if there != part.stat().st_size:
            raise BackupError(f"{self} has kept {there} bytes of {part.stat().st_size}: the backup is not whole there.")
        part.unlink()
        return f"{S3}{self._bucket}/{self._prefix}{name}"

    def remove(self, name: str) -> None:
        with _asking(self) as client:
            client.delete_object(Bucket=self._bucket, Key=self._prefix + name)

    def fetch(self, name: str, target: Path) -> None:
        with _asking(self) as client:
            client.download_file(self._bucket, self._prefix + name, str(target))


@contextmanager
def _asking(bucket: Bucket) -> Iterator[Any]:
    """The client, whose refusals become one sentence."""
    from boto3.exceptions import Boto3Error
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        yield bucket.client
    except (Boto3Error, BotoCoreError, ClientError) as error:
        raise BackupError(f"The object store does not take or give backups at {bucket} ({error}).") from error


def place_of(to: str) -> Place:
    return Bucket(to) if to.startswith(S3) else Folder(Path(to).expanduser())


@contextmanager
def at_hand(file: str) -> Iterator[Path]:
    """The file that a path or an s3:// address names, for as long as it is needed."""
    if not file.startswith(S3):
        yield Path(file).expanduser()
        return
    directory, _, name = file.rpartition("/")
    bucket = Bucket(directory)
    with workroom(bucket.workshop) as room:
        bucket.fetch(name, room / name)
        yield room / name


@contextmanager
def workroom(directory: Path) -> Iterator[Path]:
    """A directory that only we may enter, and that goes with all in it."""
    with tempfile.TemporaryDirectory(dir=directory, prefix="work-", suffix=PART) as room:
        yield Path(room)
