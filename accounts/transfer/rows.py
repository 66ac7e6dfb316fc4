"""Rows of one table as they come out of the file: judged, renamed, and given to whom they belong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from accounts.models import Household, StoredFile, User
from accounts.transfer.archive import Archive
from accounts.transfer.limits import LARGEST_IN_ROW
from accounts.transfer.people import People
from accounts.transfer.registries import catalogues, checks, said_beside, shown
from accounts.transfer.renaming import Renaming
from accounts.transfer.tables import Column, Table, columns, owner_column, target_of
from accounts.transfer.values import BrokenError, read

# What browsers show as a picture whatever its bytes are, and never as a page or a script.
PICTURES = ("image/webp", "image/jpeg", "image/png", "image/gif", "image/avif")


class LeftError(Exception):
    """A row that cannot be here: it belongs to somebody else, or hangs on what this installation does not know."""


@dataclass
class Rows:
    """`gone` are ids of rows that stayed out: what may do without them comes without, the rest stays out as well."""

    household: Household
    archive: Archive
    people: People
    rename: Renaming
    gone: set[Any] = field(default_factory=set)
    pictures: set[Any] = field(default_factory=set)
    meant: dict[str, Mapping[str, Any]] = field(default_factory=lambda: {at: one.meant() for at, one in catalogues})

    def row(self, model: Table, told: dict[str, Any]) -> models.Model | None:
        """The row, not saved; nothing for one that stays out."""
        fields = {one.name: one for one in columns(model)}
        if told.keys() - fields.keys():
            raise BrokenError("a column that this program does not know")
        values: dict[str, Any] = {"household_id": self.household.pk}
        try:
            for name, one in fields.items():
                if name in told:
                    values[one.attname] = self._value(model, one, told[name])
        except LeftError:
            self.gone |= {self.rename(str(told["id"]))} if "id" in told else set()
            return None
        row = model(**values)
        self._name(model, row, told)
        if check := checks.get(model._meta.label):
            check(row)
        if isinstance(row, StoredFile) and row.media_type in PICTURES:
            self.pictures.add(row.pk)
        return row

    def _value(self, model: Table, one: Column, raw: Any) -> Any:
        target = target_of(one)
        if isinstance(one, models.BinaryField):
            return self._bytes(str(raw))
        if target is None or raw is None:
            return read(one, raw, self.rename)
        if target is User:
            return self._person(model, one, raw)
        if target._meta.label in self.meant:
            return self._may_lack(one, self.meant[target._meta.label].get(str(raw)))
        found = read(target_key(target), raw, self.rename)
        if str(found) in self.gone:
            return self._may_lack(one, None)
        if shown.get(f"{model._meta.label}.{one.name}") and found not in self.pictures:
            raise BrokenError("a picture that is none")
        return found

    def _bytes(self, name: str) -> bytes:
        if self.archive.size(name) > LARGEST_IN_ROW:
            raise BrokenError("too large for a row")
        return b"".join(self.archive.chunks(name))

    def _person(self, model: Table, one: Column, raw: Any) -> Any:
        """What was one person's own is never shown to others: it comes for them alone."""
        me = self.people.found(raw)
        if me is None and one.attname == owner_column(model):
            raise LeftError
        return self._may_lack(one, me.pk if me else None)

    def _may_lack(self, one: Column, found: Any) -> Any:
        if found is None and not one.null:
            raise LeftError
        return found

    def _name(self, model: Table, row: models.Model, told: dict[str, Any]) -> None:
        for one in columns(model):
            beside = said_beside.get(f"{model._meta.label}.{one.name}")
            if beside and told.get(one.name) and getattr(row, one.attname) is None and not getattr(row, beside):
                most = model._meta.get_field(beside).max_length  # type: ignore[union-attr]
                setattr(row, beside, self.people.names.get(str(told[one.name]), "")[:most])


def target_key(target: Table) -> Column:
    """The column of an id, also where a row's key is another row's."""
    key = target._meta.pk
    while isinstance(key, models.ForeignKey):
        key = key.target_field
    return key
