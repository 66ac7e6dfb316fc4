"""The kinds of table and what the doors' role may do with rows of each."""

from dataclasses import dataclass, replace

HOUSEHOLD = "nullif(current_setting('app.household', true), '')::uuid"
PERSON = "nullif(current_setting('app.person', true), '')::uuid"
SIGN_IN = "current_setting('app.door', true) IN ('sign-in', 'staff')"
STAFF = "current_setting('app.door', true) = 'staff'"
ALL = ("SELECT", "INSERT", "UPDATE", "DELETE")


@dataclass(frozen=True)
class Rule:
    """One table's wall: its kind, SQL conditions on a row, and the rights of the doors' role.

    `column` carries the household (kind "household"); it is what composite foreign keys are made from.
    An empty `read` means no row policy: the rights alone decide. `owner` is the column of a household's row that, where
    it is not null, makes the row private to one person; who is erased takes such rows along.
    """

    kind: str
    read: str = ""
    write: str = ""
    rights: tuple[str, ...] = ALL
    column: str = ""
    history: bool = False
    owner: str = ""


def household(
    column: str = "household_id", *, also_read: str = "", also_write: str = "", rights: tuple[str, ...] = ALL
) -> Rule:
    """Rows of one household; `also_*` widen it for a named reason ("own memberships are seen in the switcher")."""
    own = f"{column} = {HOUSEHOLD}"
    return Rule("household", _either(own, also_read), _either(own, also_write), rights, column)


def household_or_own(owner: str = "private_to_id", *, rights: tuple[str, ...] = ALL) -> Rule:
    """Rows of one household, of which those with an `owner` are seen by that person alone."""
    own = f"household_id = {HOUSEHOLD} AND ({owner} IS NULL OR {owner} = {PERSON})"
    return Rule("household", own, own, rights, "household_id", owner=owner)


def person(column: str = "user_id", *, rights: tuple[str, ...] = ALL) -> Rule:
    """Rows private to one user."""
    own = f"{column} = {PERSON}"
    return Rule("person", own, own, rights)


def identity(column: str = "user_id", *, also_read: str = "", rights: tuple[str, ...] = ALL) -> Rule:
    """Rows of one user that the sign-in door must find before anybody is signed in."""
    own = f"{column} = {PERSON}"
    return Rule("person", _either(own, SIGN_IN, also_read), _either(own, SIGN_IN), rights)


def audit(of: Rule) -> Rule:
    """The history of a table: seen like the table itself, added to by triggers of the owner, changed by nobody."""
    return replace(of, rights=("SELECT",), write="false", history=True)


def catalogue() -> Rule:
    """Read by all; written by operators' commands as the owner."""
    return Rule("catalogue", rights=("SELECT",))


def system(*rights: str) -> Rule:
    return Rule("system", rights=rights)


def for_staff() -> Rule:
    """Looked at through the staff's door only; worked on by functions of the owner."""
    return Rule("system", read=STAFF, write="false", rights=("SELECT",))


def noted() -> Rule:
    """Added to by every door, looked at through the staff's only; dropped by the owner after its time."""
    return Rule("system", read=STAFF, write="true", rights=("SELECT", "INSERT"))


def sealed() -> Rule:
    """Out of every door's reach; worked on by functions of the owner."""
    return Rule("system", rights=())


def _either(*conditions: str) -> str:
    return " OR ".join(f"({condition})" for condition in conditions if condition)
