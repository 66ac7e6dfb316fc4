from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.models import Household, Membership
from accounts.places.countries import COUNTRIES
from accounts.places.currencies import CURRENCIES
from accounts.queries.eater import EaterLine, eaters_of
from accounts.queries.invitation import open_invitations
from accounts.queries.member import MemberLine, members_of
from accounts.roles import RUNNERS, TABLE


@dataclass(frozen=True)
class HouseholdSettings:
    """What the settings page says; what the reader's role keeps from them is empty or None."""

    household: Household
    members: list[MemberLine]
    eaters: list[EaterLine]
    open_invitations: int | None

    @property
    def facts(self) -> list[tuple[Any, Any]]:
        """Term and value of each setting."""
        country, _currency = COUNTRIES.get(self.household.country, ("", ""))
        currency = CURRENCIES.get(self.household.currency)
        return [
            (_("Country"), country or _("not said")),
            (_("Currency"), f"{self.household.currency} · {currency}" if currency else self.household.currency),
            (_("Time zone"), self.household.time_zone.replace("_", " ")),
            (_("The day is told at"), f"{self.household.digest_hour:02}:00"),
        ]


def settings_of(membership: Membership) -> HouseholdSettings:
    household = membership.household
    return HouseholdSettings(
        household=household,
        members=members_of(membership),
        eaters=eaters_of(membership) if membership.role in TABLE else [],
        open_invitations=open_invitations(household).count() if membership.role in RUNNERS else None,
    )
