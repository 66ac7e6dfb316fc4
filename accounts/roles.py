"""Who is meant by "everybody", "the table" and "those who run the household" at doors and in services."""

from django.utils.translation import gettext_lazy as _

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

# A role in a sentence: languages bend it, so it is never put together from the bare word.
MINE = {
    Role.OWNER: _("You are the owner"),
    Role.ADMIN: _("You are an admin"),
    Role.MEMBER: _("You are a member"),
    Role.GUEST: _("You are a guest"),
}
AS_ROLE = {
    Role.OWNER: _("as the owner"),
    Role.ADMIN: _("as an admin"),
    Role.MEMBER: _("as a member"),
    Role.GUEST: _("as a guest"),
}
