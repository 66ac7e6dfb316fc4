"""A row of every walled table for one person and one household; a new table adds its line here, or its test fails."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialToken
from allauth.usersessions.models import UserSession
from django.utils import timezone

from accounts.models import (
    Activity,
    Channel,
    DigestDelivery,
    FileWay,
    HouseholdFile,
    HouseholdFilePart,
    Notice,
    NoticeCounter,
    PushSubscription,
    Role,
    SecurityEvent,
)
from tests.database import as_owner
from tests.factories import (
    EaterFactory,
    HouseholdFactory,
    InvitationFactory,
    MembershipFactory,
    StaffEntryFactory,
    UserFactory,
)
from tests.tenancy.rooms import lay_out_rooms


def lay_out(name: str) -> SimpleNamespace:
    """One household with its person and something of everything; returns both."""
    household = HouseholdFactory(name=name)
    user = UserFactory(name=name)
    MembershipFactory(household=household, user=user, role=Role.OWNER)
    EaterFactory(household=household, user=user)
    InvitationFactory(household=household, created_by=user)
    StaffEntryFactory(household=household, staff=user)
    with as_owner():
        NoticeCounter.objects.create(household=household, last=1)
        Notice.objects.create(household=household, number=1, kind="feed")
        Activity.objects.create(household=household, number=1, verb="household.created", actor=user)
        DigestDelivery.objects.create(household=household, user=user, day=timezone.now().date(), channel=Channel.MAIL)
        _lay_out_person(user)
        lay_out_rooms(household, user)
    return SimpleNamespace(household=household, user=user)


def _lay_out_person(user: Any) -> None:
    key = user.pk.hex
    file = HouseholdFile.objects.create(user=user, way=FileWay.OUT, name="Elm")
    HouseholdFilePart.objects.create(user=user, file=file, number=0, data=b"x")
    PushSubscription.objects.create(user=user, endpoint=f"https://push.example/{key}", endpoint_key=key)
    SecurityEvent.objects.create(user=user, kind="signed_in")
    EmailAddress.objects.get_or_create(user=user, email=user.email)
    Authenticator.objects.create(user=user, type="totp", data={})
    UserSession.objects.create(
        user=user, ip="127.0.0.1", session_key=user.pk.hex, user_agent="x", last_seen_at=timezone.now()
    )
    account = SocialAccount.objects.create(user=user, provider="oidc", uid=user.pk.hex)
    SocialToken.objects.create(account=account, token="t", expires_at=timezone.now() + timedelta(days=1))
