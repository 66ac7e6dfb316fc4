"""How the file of a household is getting on, for the person who asked for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from accounts.models import MOVING, FileState, FileWay, Household, HouseholdFile, Membership


@dataclass(frozen=True)
class FilePage:
    """`household` is where it is from, or what it has become: none that the reader is not in. `done` are rows."""

    file: HouseholdFile
    household: Household | None
    done: int

    @property
    def is_out(self) -> bool:
        return self.file.way == FileWay.OUT

    @property
    def is_moving(self) -> bool:
        return self.file.state in MOVING

    @property
    def is_done(self) -> bool:
        return self.file.state == FileState.DONE


def file_page(file: HouseholdFile, memberships: Sequence[Membership], done: int) -> FilePage:
    homes = (one.household for one in memberships if one.household_id == file.household)
    return FilePage(file, next(homes, None), done)
