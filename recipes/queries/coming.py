"""What became of everything that was brought, for the page that says so line by line."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Outcome:
    """One recipe or file: it came in, was here `already`, or did not, and `why`."""

    name: str
    id: UUID | None = None
    already: bool = False
    why: str = ""


@dataclass(frozen=True)
class Brought:
    outcomes: Sequence[Outcome]

    @property
    def new(self) -> list[Outcome]:
        return [one for one in self.outcomes if one.id and not one.already]

    @property
    def known(self) -> list[Outcome]:
        return [one for one in self.outcomes if one.already]

    @property
    def failed(self) -> list[Outcome]:
        return [one for one in self.outcomes if not one.id]
