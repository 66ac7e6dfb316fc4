"""The rows of a file into a household that is new and still empty, in the one transaction that makes it."""

import itertools
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models.sql import InsertQuery

from accounts.models import Household, StoredFile, StoredPart, User
from accounts.services.stored_file import PART
from accounts.transfer.archive import Archive, parsed
from accounts.transfer.form import file_name
from accounts.transfer.people import People
from accounts.transfer.registries import arrivals
from accounts.transfer.renaming import Renaming
from accounts.transfer.rows import Rows
from accounts.transfer.tables import Table, carried
from accounts.transfer.values import BrokenError, read
from accounts.transfer.writing import Progress

AT_ONCE = 500
# What a row that lies about itself makes of the code that looks at it.
MISSHAPEN = (ValidationError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


def household_of(archive: Archive) -> Household:
    """As the file describes it, not saved; it has an id and a code of its own."""
    told, made = archive.household, Household()
    try:
        for field in Household._meta.local_concrete_fields:
            if field.name not in {"id", "code"}:
                setattr(made, field.attname, read(field, told[field.name], str))
        made.clean_fields(exclude=["digest_hour"])
    except MISSHAPEN as error:
        raise BrokenError("household.json") from error
    return made


def fill(household: Household, archive: Archive, me: User, progress: Progress) -> None:
    """In the scope of the household and of `me`. BrokenError where rows cannot be what they say they are."""
    people = _people(archive, me)
    rows = Rows(household, archive, people, Renaming(people))
    done = 0
    for model in carried():
        for batch in batches(_judged(rows, model)):
            insert(model, batch)
            if model is StoredFile:
                for file in batch:
                    _store(archive, file)
            done += len(batch)
            progress(done)
    for _app, arrive in arrivals:
        arrive(household)


def _people(archive: Archive, me: User) -> People:
    try:
        return People.read(archive.people, me)
    except MISSHAPEN as error:
        raise BrokenError("people.json") from error


def _judged(rows: Rows, model: Table) -> Iterator[Any]:
    for number, line in enumerate(rows.archive.lines(model._meta.label), 1):
        try:
            row = rows.row(model, parsed(line))
        except MISSHAPEN as error:
            raise BrokenError(f"{model._meta.label} {number}: {type(error).__name__}") from error
        if row is not None:
            yield row


def batches(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while batch := list(itertools.islice(rows, AT_ONCE)):
        yield batch


def insert(model: Table, rows: list[Any]) -> None:
    """As they are: `bulk_create` would say that everything was made just now."""
    fields: list[Any] = [field for field in model._meta.local_concrete_fields if not field.generated]
    query = InsertQuery(model)
    query.insert_values(fields, rows, raw=True)
    query.get_compiler("default").execute_sql()


def _store(archive: Archive, file: StoredFile) -> None:
    name = file_name(file.sha256, file.media_type)
    if name not in archive.manifest["files"] or archive.size(name) != file.size:
        raise BrokenError(name)
    with archive.zip.open(name) as member:
        for number, data in enumerate(iter(lambda: member.read(PART), b"")):
            StoredPart.objects.create(household_id=file.household_id, file=file, number=number, data=data)
