"""The people and things of a walk through every page, and what stands in each URL's place-holders."""

import string
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client, RequestFactory

from accounts.digest.stopping import token_of
from accounts.models import (
    FileState,
    FileWay,
    Household,
    HouseholdFile,
    Invitation,
    Membership,
    NoticeCounter,
    PushSubscription,
    Role,
    SecurityEvent,
    User,
)
from accounts.verbs import verbs
from tests.conventions.dishes import cast_dishes
from tests.conventions.doors import Door
from tests.conventions.foods import cast_foods
from tests.conventions.lists import cast_lists
from tests.conventions.opinions import cast_opinions
from tests.conventions.searches import cast_searches
from tests.conventions.shelves import cast_shelves
from tests.conventions.talks import cast_talks
from tests.database import as_owner
from tests.factories import (
    ActivityFactory,
    EaterFactory,
    InvitationFactory,
    MembershipFactory,
    NoticeFactory,
    StaffEntryFactory,
    UserFactory,
)

CROWD = 30
# Words that only rows of the tests hold, so that a page may show them untranslated.
NAME, PLACE, EATER, FACT, REASON = "Xaverine", "Quillmoor", "Zibby", "Vortle", "Yonderly"


@dataclass
class Cast:
    """A household with one of everything, or with a crowd of everything; its owner and a newcomer signed in."""

    household: Household
    owner: User
    readers: dict[str, Client]
    ids: dict[str, object] = field(default_factory=dict)

    def arguments(self, door: Door) -> dict[str, object] | None:
        """What to put into the URL; None when the cast has nothing for a place-holder of it."""
        known = {"code": self.household.code, "id": self.ids.get(f"{door.app}:{door.noun}")}
        known["token"] = self.ids.get(f"{door.app}:{door.noun}:token", self.ids.get("token"))
        others = {name: self.ids.get(f"{door.app}:{door.noun}:{name}") for name in door.arguments}
        wanted = {**others, **{name: known[name] for name in door.arguments if known.get(name) is not None}}
        return wanted if all(value is not None for value in wanted.values()) else None


def cast(household: Household, owner: User, readers: dict[str, Client], *, crowd: bool) -> Cast:
    """Fill the household; with `crowd`, thirty of each thing instead of one."""
    many = CROWD if crowd else 1
    people = [_member(household) for _ in range(many)]
    eaters = [EaterFactory(household=household, name=EATER) for _ in range(many)]
    invitations: list[Invitation] = [InvitationFactory(household=household, created_by=owner) for _ in range(many)]
    for _ in range(many):
        StaffEntryFactory(household=household, reason=REASON)
    lines = _tell_everything(household, owner, many)
    dishes = cast_dishes(household, many)
    ids: dict[str, object] = {
        **cast_talks(household, owner, many),
        **dishes,
        **cast_opinions(household, owner, UUID(str(dishes["recipes:recipe"])), many),
        **cast_shelves(household, owner, many),
        **cast_lists(household, owner, many),
        **cast_foods(household, many),
        "recipes:saved_search": cast_searches(household, owner, many),
        "accounts:member": people[0].pk,
        "accounts:eater": eaters[0].pk,
        "accounts:invitation": invitations[0].pk,
        "accounts:session": 0,
        "home:feed": lines[0],
        "accounts:household_file": _file(household, owner),
        "accounts:push": _browsers(owner, many),
        "accounts:digest:token": token_of(owner),
        "pantry:table:what": "stock",
        "token": invitations[0].token,
    }
    return Cast(household, owner, readers, ids)


def _browsers(owner: User, many: int) -> UUID:
    """Some that failed, some that never were told; the id of one."""
    with as_owner():
        for _ in range(many):
            SecurityEvent.objects.create(user=owner, kind="signed_in", device=FACT, network="192.0.2.0/24")
        made = [
            PushSubscription.objects.create(user=owner, device=FACT, endpoint_key=str(at), failures=at % 2)
            for at in range(many)
        ]
    return made[0].pk


def _file(household: Household, owner: User) -> UUID:
    with as_owner():
        made = HouseholdFile.objects.create(
            user=owner, way=FileWay.OUT, household=household.pk, name=household.name, state=FileState.DONE
        )
    return made.pk


def _member(household: Household) -> Membership:
    made: Membership = MembershipFactory(household=household, user=UserFactory(name=NAME), role=Role.MEMBER)
    return made


def _tell_everything(household: Household, owner: User, times: int) -> list[UUID]:
    """A line of the feed for every verb there is, with every fact its sentence names."""
    lines: list[UUID] = []
    for name, verb in list(verbs) * times:
        fields = {part[1] for part in string.Formatter().parse(str(verb.sentence)) if part[1]}
        facts: dict[str, Any] = dict.fromkeys(fields - {"actor"}, FACT)
        number = len(lines) + 1
        NoticeFactory(household=household, number=number)
        line = ActivityFactory(household=household, number=number, actor=owner, verb=name, facts=facts)
        lines.append(line.pk)
    with as_owner():
        NoticeCounter.objects.create(household=household, last=len(lines))
    return lines


def sign_in_again(client: Client, user: User) -> None:
    """As if the person had just given the password again, so that the pages which ask for it open too."""
    request = RequestFactory().get("/")
    request.user = user
    with as_owner():
        request.session = client.session
        record_authentication(request, user, "password", reauthenticated=True)
        request.session.save()


def have_second_factors(user: User) -> None:
    with as_owner():
        TOTP.activate(user, generate_totp_secret())
        RecoveryCodes.activate(user)
