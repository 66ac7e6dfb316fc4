"""Going for good while much of oneself stands in households where one is not any more."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.urls import reverse

from accounts.models import Activity, Household, Invitation, Membership, StaffEntry, User
from tests.attack.conftest import just_signed_in
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ActivityFactory, InvitationFactory, StaffEntryFactory

pytestmark = pytest.mark.django_db(transaction=True)


def go_for_good(user: User, client_of: ClientOf) -> int:
    client = just_signed_in(client_of(user))
    return client.post(reverse("accounts:me.delete"), {"email": user.email}).status_code


def is_gone(user: User) -> bool:
    with as_owner():
        return not User.objects.filter(pk=user.pk).exists()


def test_what_was_done_here_stays_without_a_name(household: Household, bob: User, client_of: ClientOf) -> None:
    ActivityFactory(household=household, actor=bob, number=50, undone_by=bob)
    InvitationFactory(household=household, created_by=bob)
    assert go_for_good(bob, client_of) == 302
    assert is_gone(bob)
    with as_owner():
        assert Activity.objects.get(number=50).actor_id is None
        assert Invitation.objects.get().created_by_id is None


def test_what_was_done_where_one_has_left_stays_too(household: Household, bob: User, client_of: ClientOf) -> None:
    """Rows of a household that is not seen any more still point at the person."""
    ActivityFactory(household=household, actor=bob, number=50, undone_by=bob)
    InvitationFactory(household=household, created_by=bob)
    with as_owner():
        Membership.objects.filter(user=bob).delete()
    assert go_for_good(bob, client_of) == 302
    assert is_gone(bob)
    with as_owner():
        assert Activity.objects.get(number=50).actor_id is None
        assert Invitation.objects.get().created_by_id is None


def test_who_was_staff_once_can_go(household: Household, bob: User, client_of: ClientOf) -> None:
    StaffEntryFactory(household=household, staff=bob)
    with as_owner(), transaction.atomic():
        Membership.objects.filter(user=bob).delete()
        LogEntry.objects.create(
            user=bob,
            content_type=ContentType.objects.get_for_model(User),
            object_id="1",
            object_repr="x",
            action_flag=2,
        )
    assert go_for_good(bob, client_of) == 302
    assert is_gone(bob)
    with as_owner():
        assert StaffEntry.objects.get().staff_id is None
