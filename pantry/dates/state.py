"""The dates of a lot, under the names of its columns, and the state that follows from them."""

from dataclasses import dataclass, replace
from datetime import date

from pantry.catalogue import OPENED, SEALED, THAWED
from pantry.models import DateKind, DateWhy

FROZEN = "frozen"
PRINTED_KINDS = (DateKind.USE_BY, DateKind.BEST_BEFORE)


@dataclass(frozen=True)
class Dates:
    """`printed_on` is the date on the package and stays, `use_by` the one that counts, `date_why` where it is from."""

    use_by: date | None = None
    date_kind: str = ""
    date_why: str = ""
    date_days: int | None = None
    printed_on: date | None = None
    printed_kind: str = ""
    opened_on: date | None = None
    frozen_on: date | None = None
    thawed_on: date | None = None

    @property
    def state(self) -> str:
        """sealed, opened, frozen or thawed, as far as somebody said so."""
        if self.frozen_on:
            return THAWED if self.thawed_on else FROZEN
        return THAWED if self.thawed_on else OPENED if self.opened_on else SEALED

    @property
    def walled(self) -> bool:
        """The package says "use by", and no frost has come before: no day later than that one will do."""
        return self.printed_on is not None and self.printed_kind == DateKind.USE_BY and self.frozen_on is None

    def told(self) -> "Dates":
        """With what rows from before do not say: the date was on the package, else it was estimated."""
        if self.use_by is None or self.date_why:
            return self
        if self.date_kind not in PRINTED_KINDS:
            return replace(self, date_kind=DateKind.ESTIMATED, date_why=DateWhy.KEPT)
        on, kind = self.printed_on or self.use_by, self.printed_kind or self.date_kind
        return replace(self, date_why=DateWhy.PRINTED, printed_on=on, printed_kind=kind)

    def reckoned(self, use_by: date, why: str, days: int | None) -> "Dates":
        return replace(self, use_by=use_by, date_kind=DateKind.ESTIMATED, date_why=why, date_days=days)
