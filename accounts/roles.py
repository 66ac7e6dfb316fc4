"""Who is meant by "everybody", "the table" and "those who run the household" at doors and in services."""

from accounts.models import Role

EVERYBODY = frozenset(Role)
# Those who eat here and keep the kitchen: everybody but guests.
TABLE = frozenset({Role.OWNER, Role.ADMIN, Role.MEMBER})
RUNNERS = frozenset({Role.OWNER, Role.ADMIN})
OWNER = frozenset({Role.OWNER})

# Whom each may invite, remove and give a role to; nobody's own role is theirs to change.
COMMANDS: dict[str, frozenset[Role]] = {
    Role.OWNER: frozenset({Role.ADMIN, Role.MEMBER, Role.GUEST}),
    Role.ADMIN: frozenset({Role.MEMBER, Role.GUEST}),
    Role.MEMBER: frozenset(),
    Role.GUEST: frozenset(),
}
