from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Activity, Household, Invitation, User
from accounts.services.activity import undo_activity
from accounts.services.invitation import revoke_invitation
from kitchen import tenancy
from kitchen.errors import DomainError
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import InvitationFactory


def url(invitation: Invitation) -> str:
    """accounts:invitation.revoke"""
    return f"/h/{invitation.household.code}/invitations/{invitation.pk}/revoke/"


def test_nobody_comes_in_any_more_and_twice_is_as_once(household: Household, alice: User, client_of: ClientOf) -> None:
    invitation = InvitationFactory(household=household)
    client = client_of(alice)
    assert "Revoke this invitation?" in client.get(url(invitation)).content.decode()
    assert [client.post(url(invitation)).status_code for _ in range(2)] == [302, 302]
    assert client.get(f"/join/{invitation.token}/").status_code == 302  # a member is led home
    client.logout()
    assert client.get(f"/join/{invitation.token}/").status_code == 404
    with as_owner():
        assert Activity.objects.filter(verb="invitation.revoked").count() == 1


def test_an_admin_cannot_revoke_what_makes_an_admin(household: Household, carol: User, client_of: ClientOf) -> None:
    invitation = InvitationFactory(household=household, role="admin")
    assert client_of(carol).post(url(invitation)).status_code == 422


def test_it_can_be_undone_until_it_expires(household: Household, alice: User, bob: User) -> None:
    invitation = InvitationFactory(household=household)
    with tenancy.scope(household=household.pk, person=alice.pk):
        revoke_invitation(invitation, by=alice)
        activity = Activity.objects.get()
        with pytest.raises(DomainError, match="role"):
            undo_activity(activity, by=bob)
        undo_activity(activity, by=alice)
        assert Invitation.objects.get().is_open
        revoke_invitation(invitation, by=alice)
        Invitation.objects.update(expires_at=timezone.now() - timedelta(hours=1))
        with pytest.raises(DomainError, match="expired"):
            undo_activity(Activity.objects.first(), by=alice)  # type: ignore[arg-type]
