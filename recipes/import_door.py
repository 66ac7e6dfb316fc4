"""The scope that an import is read in: opened for each piece of work, and never while something is waited for."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from uuid import UUID

from kitchen import tenancy


@dataclass(frozen=True)
class ImportDoor:
    household: UUID
    person: UUID

    def opened(self) -> AbstractContextManager[tenancy.Scope]:
        return tenancy.scope(household=self.household, person=self.person)
