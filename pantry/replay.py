"""What a lot is, told by the lines of its ledger. Pure: asks no database and changes no row.

The amount is the sum of the lines that stand; each field has what the last of them set, else what it had before any
line set it. So a line can be taken back out of order too, unless what is left would make no sense.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from kitchen.errors import DomainError

TAKING = ("consumed", "wasted", "merged")
NOTHING = Decimal(0)


@dataclass(frozen=True)
class Line:
    """`back` is a line that was taken back, `now` one that is being taken back. `delta` is null for a rough lot."""

    kind: str
    delta: Decimal | None
    unit: str
    changes: Mapping[str, Any] = field(default_factory=dict)
    back: bool = False
    now: bool = False

    @property
    def stands(self) -> bool:
        return not (self.back or self.now)

    @property
    def counts(self) -> bool:
        """It said how much there is, so that what came before cannot come back by itself."""
        return self.kind == "counted" or (self.kind == "corrected" and bool(self.delta))


@dataclass(frozen=True)
class Outcome:
    """What a lot becomes: the fields that change, how much there is (null for rough), and whether nothing is left."""

    fields: dict[str, Any]
    amount: Decimal | None
    finished: bool


def without(lines: Sequence[Line], fields: Mapping[str, Any], name: str) -> Outcome:
    """The lot without the lines that are taken back `now`, or a refusal that says why that cannot be.

    `lines` are all of the lot in their order, but for those that only take others back; `fields` is what it is now.
    """
    _check_counted(lines)
    changed = {key: _replayed(lines, key) for line in lines if line.now for key in line.changes}
    unit, rough = (changed.get(key, fields[key]) for key in ("unit", "rough"))
    amount = _amount(lines, unit, rough=bool(rough))
    if amount is not None and amount < NOTHING:
        raise DomainError(
            _("Some of it has gone since, or been put elsewhere: take that back first (%(name)s).") % {"name": name}
        )
    gone = any(line.stands and line.delta is None and line.kind in TAKING for line in lines)
    there = lines[0].stands or any(line.stands and line.kind == "added" for line in lines)
    if not there and (amount or (rough and gone)):
        raise DomainError(_("Something has been done with it since: take that back first (%(name)s).") % {"name": name})
    finished = not there or (gone if amount is None else amount == NOTHING)
    return Outcome(changed, amount, finished)


def sums(lines: Sequence[Line]) -> dict[str, Decimal]:
    """By unit, what the standing lines come to."""
    found: dict[str, Decimal] = defaultdict(Decimal)
    for line in lines:
        if line.stands:
            found[line.unit] += line.delta or NOTHING
    return found


def _replayed(lines: Sequence[Line], key: str) -> Any:
    telling = [line for line in lines if key in line.changes]
    standing = [line for line in telling if line.stands]
    return standing[-1].changes[key][1] if standing else telling[0].changes[key][0]


def _amount(lines: Sequence[Line], unit: str, *, rough: bool) -> Decimal | None:
    found = sums(lines)
    amount = NOTHING if rough else found.pop(unit, NOTHING)
    if any(found.values()):
        raise DomainError(_("How it is counted has been changed since: set the amount right by hand."))
    return None if rough else amount


def _check_counted(lines: Sequence[Line]) -> None:
    back = False
    for line in lines:
        if back and line.stands and line.counts:
            raise DomainError(_("It has been counted again since: take that back first, or set the amount right."))
        back = back or (line.now and bool(line.delta))
