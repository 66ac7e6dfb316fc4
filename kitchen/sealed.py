"""Where sealed values lie, and sealing all of them anew after a key was put in front.

The apps register their places when the program starts, so that what is added to a model is not left behind.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import models, transaction

from kitchen.registry import Registry
from kitchen.sealing import SealError, is_newest, open_sealed, seal_again

BATCH = 500
# The doctor looks at so many rows of a place, from the end: what a broken-off run has left lies there.
LOOKED_AT = 5_000


@dataclass(frozen=True)
class Place:
    """A column of sealed text, "" where there is none; with `keys` a column of JSON, sealed under these.

    `use` is what the values were sealed for.
    """

    model: type[models.Model]
    column: str
    use: str
    keys: tuple[str, ...] = ()

    def rows(self) -> models.QuerySet[Any]:
        """All there are, by id, as the owner sees them."""
        return self.model._default_manager.using("owner").only("pk", self.column).order_by("pk")

    def values(self, row: models.Model) -> dict[str, str]:
        """The sealed values of a row, by key; of a column of text the key is ""."""
        kept = getattr(row, self.column)
        found = {key: kept.get(key) for key in self.keys} if self.keys else {"": kept}
        return {key: value for key, value in found.items() if isinstance(value, str) and value}

    def take(self, row: models.Model, fresh: dict[str, str]) -> None:
        setattr(row, self.column, {**getattr(row, self.column), **fresh} if self.keys else fresh[""])
        row.save(update_fields=[self.column], using="owner")

    def named(self, row: models.Model) -> str:
        return f"{self.model._meta.db_table} {row.pk}"


places: Registry[Place] = Registry("place of sealed values")


@dataclass
class Rotation:
    """What became of the values of one place; `lost` names the rows with one that no key opens."""

    sealed: int = 0
    fresh: int = 0
    lost: list[str] = field(default_factory=list)


def rotate(place: Place) -> Iterator[Rotation]:
    """Seal anew, a batch a transaction; the same counts after each. Begun again, it finds the rest."""
    told, last = Rotation(), None
    while True:
        with transaction.atomic("owner"):
            rows = place.rows().select_for_update(no_key=True)
            batch = list((rows if last is None else rows.filter(pk__gt=last))[:BATCH])
            for row in batch:
                _rotate_row(place, row, told)
        yield told
        if len(batch) < BATCH:
            return
        last = batch[-1].pk


def _rotate_row(place: Place, row: models.Model, told: Rotation) -> None:
    values = place.values(row)
    old = {key: value for key, value in values.items() if not is_newest(value, use=place.use)}
    told.fresh += len(values) - len(old)
    if not old:
        return
    try:
        place.take(row, {key: seal_again(value, use=place.use) for key, value in old.items()})
    except SealError:
        told.lost.append(place.named(row))
    else:
        told.sealed += len(old)


def left_behind() -> tuple[int, int]:
    """How many values an old key sealed, and how many no key opens."""
    old = lost = 0
    for _name, place in places:
        for row in place.rows().reverse()[:LOOKED_AT]:
            for value in place.values(row).values():
                if is_newest(value, use=place.use):
                    continue
                try:
                    open_sealed(value, use=place.use)
                    old += 1
                except SealError:
                    lost += 1
    return old, lost
