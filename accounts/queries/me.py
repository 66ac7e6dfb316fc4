"""What the pages about oneself say."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db.models import Count, Q
from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership, Role, User
from accounts.preferences import Preferences, preferences_of
from kitchen import tenancy


@dataclass(frozen=True)
class Overview:
    """The state of each part of one's settings, as the overview says it in a line each."""

    user: User
    preferences: Preferences
    language: str
    has_app: bool
    has_codes: bool
    passkeys: int
    sessions: int
    connected: int
    can_connect: bool

    @property
    def guards(self) -> str:
        """What stands between a stolen password and the account."""
        parts = [ngettext("a passkey", "%(n)d passkeys", self.passkeys) % {"n": self.passkeys}] if self.passkeys else []
        parts += [_("an authenticator app")] if self.has_app else []
        parts += [_("recovery codes")] if self.has_codes else []
        return (
            capfirst(get_text_list(parts, _("and"))) if parts else _("None yet: your password is all that guards you.")
        )


def overview_of(user: User) -> Overview:
    """Three statements, whatever the person has set up."""
    kinds = Authenticator.objects.filter(user=user).aggregate(
        totp=Count("pk", filter=Q(type=Authenticator.Type.TOTP)),
        codes=Count("pk", filter=Q(type=Authenticator.Type.RECOVERY_CODES)),
        passkeys=Count("pk", filter=Q(type=Authenticator.Type.WEBAUTHN)),
    )
    return Overview(
        user=user,
        preferences=preferences_of(user),
        language=str(dict(settings.LANGUAGES).get(user.language, user.language)),
        has_app=bool(kinds["totp"]),
        has_codes=bool(kinds["codes"]),
        passkeys=kinds["passkeys"],
        sessions=UserSession.objects.filter(user=user).count(),
        connected=SocialAccount.objects.filter(user=user).count(),
        can_connect=bool(settings.SOCIALACCOUNT_PROVIDERS),
    )


@dataclass(frozen=True)
class Farewell:
    """What deleting the account does to each household: `held` ones must be handed over first."""

    held: list[Membership]
    deleted: list[Membership]
    left: list[Membership]


def farewell_of(memberships: list[Membership]) -> Farewell:
    """Each household is asked in its own scope: who else lives there is seen from nowhere else."""
    held, deleted, left = [], [], []
    for membership in memberships:
        with tenancy.scope(household=membership.household_id, reads_only=True):
            others = Membership.objects.filter(household=membership.household_id).exclude(pk=membership.pk).exists()
        if not others:
            deleted.append(membership)
        elif membership.role == Role.OWNER:
            held.append(membership)
        else:
            left.append(membership)
    return Farewell(held, deleted, left)
