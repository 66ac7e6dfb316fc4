"""Files of a household, in the database: written once, read in parts, wholly in memory only where that is asked for."""

import hashlib
from collections.abc import Iterable, Iterator
from tempfile import SpooledTemporaryFile
from typing import IO

from django.db import transaction

from accounts.models import Household, StoredFile, StoredPart

PART = 4_000_000
IN_MEMORY = 8_000_000


@transaction.atomic
def store_file(household: Household, chunks: Iterable[bytes], *, name: str = "", media_type: str) -> StoredFile:
    """The kept file; one of the same bytes that is here already is not kept twice."""
    with SpooledTemporaryFile(max_size=IN_MEMORY) as spool:
        digest = hashlib.sha256()
        for chunk in chunks:
            digest.update(chunk)
            spool.write(chunk)
        size = spool.tell()
        kept, is_new = StoredFile.objects.get_or_create(
            household=household,
            sha256=digest.hexdigest(),
            media_type=media_type,
            defaults={"name": name[:200], "size": size},
        )
        if is_new:
            spool.seek(0)
            for number, data in enumerate(iter(lambda: spool.read(PART), b"")):
                StoredPart.objects.create(household=household, file=kept, number=number, data=data)
    return kept


def chunks_of(file: StoredFile) -> Iterator[bytes]:
    parts = StoredPart.objects.filter(household_id=file.household_id, file=file).order_by("number")
    for number in parts.values_list("number", flat=True):
        yield bytes(parts.filter(number=number).values_list("data", flat=True)[0])


def open_file(file: StoredFile) -> IO[bytes]:
    """A file to be read and closed; what is large lies on the disk meanwhile."""
    spool: IO[bytes] = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - whoever asked closes it
    for chunk in chunks_of(file):
        spool.write(chunk)
    spool.seek(0)
    return spool


def read_file(file: StoredFile) -> bytes:
    return b"".join(chunks_of(file))
