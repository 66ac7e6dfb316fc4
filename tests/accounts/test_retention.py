from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts.models import Household, Invitation, Notice, SecurityEvent, User
from accounts.services.retention import EVENTS_KEPT, INVITATIONS_KEPT, NOTICES_KEPT, forget_old
from accounts.tasks import nightly
from tests.database import as_owner
from tests.factories import InvitationFactory, NoticeFactory
from tests.tenancy.door import owner_rows

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])
MOMENT = timedelta(minutes=1)


@pytest.fixture
def notices(household: Household) -> None:
    now = timezone.now()
    for number, age in enumerate([NOTICES_KEPT + MOMENT, NOTICES_KEPT - MOMENT], start=1):
        row = NoticeFactory(household=household, number=number)
        with as_owner():
            Notice.objects.filter(pk=row.pk).update(created_at=now - age)


@pytest.fixture
def invitations(household: Household) -> None:
    now, long_ago = timezone.now(), timezone.now() - INVITATIONS_KEPT - MOMENT
    InvitationFactory(household=household, expires_at=long_ago, email="expired@example.org")
    InvitationFactory(household=household, revoked_at=long_ago, email="revoked@example.org")
    InvitationFactory(household=household, expires_at=now - MOMENT, email="just-expired@example.org")
    InvitationFactory(household=household, email="open@example.org")


def test_only_what_is_past_its_time_is_forgotten(notices: None, invitations: None, alice: User) -> None:
    now = timezone.now()
    with as_owner():
        for key, age in (("gone", MOMENT), ("kept", -MOMENT)):
            Session.objects.create(session_key=key, session_data="", expire_date=now - age)
            event = SecurityEvent.objects.create(user=alice, kind="signed_in", device=key)
            SecurityEvent.objects.filter(pk=event.pk).update(happened_at=now - EVENTS_KEPT - age)
    gone = {kind: rows for kind, rows in forget_old(now).items() if rows}
    assert gone == {"sessions": 1, "notices": 1, "invitations": 2, "events": 1}
    with as_owner():
        assert list(Notice.objects.values_list("number", flat=True)) == [2]
        assert list(Session.objects.values_list("pk", flat=True)) == ["kept"]
        assert list(SecurityEvent.objects.values_list("device", flat=True)) == ["kept"]
        kept = set(Invitation.objects.values_list("email", flat=True))
    assert kept == {"just-expired@example.org", "open@example.org"}


def test_a_late_worker_forgets_as_of_the_hour_it_was_due(notices: None) -> None:
    nightly(timestamp=int((timezone.now() - timedelta(days=1)).timestamp()))
    with as_owner():
        assert Notice.objects.count() == 2


def test_the_audit_is_kept_unless_a_setting_says_how_long(alice: User, settings: LazySettings) -> None:
    next_year = timezone.now() + timedelta(days=365)
    kept = len(owner_rows("accounts_userevent"))
    assert kept
    assert forget_old(next_year)["audit"] == 0
    settings.AUDIT_MONTHS = 13
    assert forget_old(next_year)["audit"] == 0
    settings.AUDIT_MONTHS = 6
    gone = forget_old(next_year)["audit"]
    assert gone > kept
    assert owner_rows("accounts_userevent") == []
    assert [(row["what"], row["rows"]) for row in owner_rows("kitchen_stone")] == [("audit", gone)]
