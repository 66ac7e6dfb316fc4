"""What people and households put into the registries of others: verbs, public doors, exports, drawings."""

from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from django.utils.translation import gettext_lazy as _

from accounts.adapter import SEALED_FOR
from accounts.listening import listen
from accounts.live import kinds
from accounts.models import Activity, Role
from accounts.push import browsers, checking
from accounts.queries.export import register_exports
from accounts.queries.invitation import DOOR, DOOR_SQL
from accounts.queries.staff import staff_to_tell
from accounts.roles import RUNNERS
from accounts.services import eater, household, invitation, membership
from accounts.transfer import own
from accounts.verbs import Verb, verbs
from kitchen import doctor
from kitchen.backup import telling
from kitchen.sealed import Place, places
from kitchen.tenancy.functions import public_door


@dataclass(frozen=True)
class RoleVerb(Verb):
    """A verb about one of the roles: `sentences` by role, so that every language can bend its words."""

    sentences: Any = None

    def tell(self, activity: Activity, actor: str) -> str:
        sentence = self.sentences.get(activity.facts.get("role"), self.sentence)
        return str(sentence).format(actor=actor, **activity.facts)


ROLE_GIVEN = {
    Role.ADMIN: _("{actor} made {name} an admin"),
    Role.MEMBER: _("{actor} made {name} a member"),
    Role.GUEST: _("{actor} made {name} a guest"),
}
INVITED = {
    Role.ADMIN: _("{actor} made an invitation for an admin"),
    Role.MEMBER: _("{actor} made an invitation for members"),
    Role.GUEST: _("{actor} made an invitation for guests"),
}
VERBS = {
    "household.created": Verb(_("{actor} made this household"), "household"),
    "household.imported": Verb(_("{actor} brought {name} here from a file"), "download"),
    "household.renamed": Verb(_("{actor} renamed {from} to {to}"), "edit", household.undo_rename, RUNNERS),
    "household.changed": Verb(
        _("{actor} changed the household's settings"), "settings", household.undo_change, RUNNERS
    ),
    "household.handed_over": Verb(_("{actor} handed the household over to {name}"), "swap"),
    "member.joined": RoleVerb(_("{name} joined"), "person", sentences={Role.GUEST: _("{name} joined as a guest")}),
    "member.left": Verb(_("{name} left"), "logout"),
    "member.removed": Verb(_("{actor} removed {name}"), "person"),
    "member.role_changed": RoleVerb(
        _("{actor} changed what {name} may do"), "people", membership.undo_role_change, RUNNERS, ROLE_GIVEN
    ),
    "invitation.created": RoleVerb(_("{actor} made an invitation"), "qr", sentences=INVITED),
    "invitation.revoked": Verb(_("{actor} revoked an invitation"), "lock", invitation.undo_revoking, RUNNERS),
    "eater.added": Verb(_("{actor} set a place for {name}"), "bowl", eater.undo_adding),
    "eater.changed": Verb(_("{actor} changed what {name} eats"), "bowl", eater.undo_change),
    "eater.removed": Verb(_("{actor} took {name} off the table"), "bowl", eater.undo_removal),
}


def wire() -> None:
    for name, verb in VERBS.items():
        verbs.register(name, verb)
    public_door(DOOR, DOOR_SQL)
    browsers.register_function()
    telling.staff.register("accounts", staff_to_tell)
    doctor.checks.register("push", checking.check)
    places.register("second factors", Place(Authenticator, "data", SEALED_FOR, ("secret", "seed")))
    register_exports()
    own.register()
    kinds.register()
    listen()
