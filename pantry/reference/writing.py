"""Rows of a collection into the database: many at once, new ones and those that are there already."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from pantry.models import ReferenceFood

BATCH = 1000
NAMED = 10
WRITTEN = [one.name for one in ReferenceFood._meta.concrete_fields if one.name not in {"id", "source", "code"}]


@dataclass
class Brought:
    """`written` rows; `left_out` have no name or nothing to tell; `broken` lines are counted, the first few named."""

    written: int = 0
    left_out: int = 0
    broken: int = 0
    faults: list[str] = field(default_factory=list)

    def blame(self, where: str, why: object) -> None:
        self.broken += 1
        if len(self.faults) < NAMED:
            self.faults.append(f"{where}: {why}")


def write_foods(rows: Iterable[ReferenceFood], brought: Brought, *, using: str = "owner") -> Brought:
    """Written again, a row is the same row. What a collection has twice is written as it stands last."""
    for batch in batches(rows):
        once = {(row.source, row.code): row for row in batch}
        ReferenceFood.objects.using(using).bulk_create(
            once.values(), update_conflicts=True, update_fields=WRITTEN, unique_fields=["source", "code"]
        )
        brought.written += len(once)
    return brought


def batches(rows: Iterable[ReferenceFood]) -> Iterator[list[ReferenceFood]]:
    iterator = iter(rows)
    while batch := list(islice(iterator, BATCH)):
        yield batch


def plain_text(text: object, longest: int) -> str:
    """One line; PostgreSQL keeps no zero signs."""
    line = "".join(sign if sign.isprintable() else " " for sign in str(text or "")[: longest * 4])
    return " ".join(line.split())[:longest]
