from collections.abc import Callable
from functools import partial

import pytest
from django.test import Client

from accounts.models import Activity, Eater, Household, Invitation, Membership, Onboarding, Role, User
from accounts.queries.invitation import find_invitation
from accounts.services.invitation import accept_invitation
from tests.accounts.races import at_once
from tests.conftest import ClientOf, membership_of
from tests.database import as_owner
from tests.factories import InvitationFactory, UserFactory


def url(token: str) -> str:
    """accounts:join.accept"""
    return f"/join/{token}/accept/"


def uses(invitation: Invitation) -> int:
    with as_owner():
        return Invitation.objects.get(pk=invitation.pk).uses


@pytest.mark.parametrize("by", ["token", "code"])
def test_a_member_comes_in_with_a_place_at_the_table(
    by: str, household: Household, alice: User, client_of: ClientOf
) -> None:
    invitation, dora = InvitationFactory(household=household), UserFactory(name="Dora")
    response = client_of(dora).post(url(getattr(invitation, by)))
    assert response.headers["location"] == f"/h/{household.code}/"
    assert membership_of(dora, household).role == Role.MEMBER
    assert uses(invitation) == 1
    with as_owner():
        assert Eater.objects.get(user=dora).name == "Dora"
        assert Activity.objects.get().verb == "member.joined"


def test_a_guest_has_no_place_at_the_table_and_is_asked_nothing(household: Household, client_of: ClientOf) -> None:
    guest = UserFactory(newcomer=True)
    response = client_of(guest).post(url(InvitationFactory(household=household, role="guest").token))
    assert response.headers["location"] == f"/h/{household.code}/"
    with as_owner():
        assert not Eater.objects.filter(user=guest).exists()
        assert User.objects.get(pk=guest.pk).onboarding == Onboarding.COMPLETE


def test_a_newcomer_is_welcomed(household: Household, client_of: ClientOf) -> None:
    response = client_of(UserFactory(newcomer=True)).post(url(InvitationFactory(household=household).token))
    assert response.headers["location"] == "/welcome/"


def test_a_double_click_is_one_use(household: Household, client_of: ClientOf) -> None:
    invitation, client = InvitationFactory(household=household), client_of(UserFactory())
    locations = {client.post(url(invitation.token)).headers["location"] for _ in range(3)}
    assert locations == {f"/h/{household.code}/"}
    assert uses(invitation) == 1


def test_who_is_in_keeps_their_role_and_uses_nothing(household: Household, guest: User, client_of: ClientOf) -> None:
    invitation = InvitationFactory(household=household, role="admin")
    client_of(guest).post(url(invitation.token))
    assert membership_of(guest, household).role == Role.GUEST
    assert uses(invitation) == 0


def test_a_closed_one_lets_nobody_in(household: Household, client_of: ClientOf) -> None:
    invitation, dora = InvitationFactory(household=household, uses=1), UserFactory()
    assert client_of(dora).post(url(invitation.token)).status_code == 404
    with as_owner():
        assert not Membership.objects.filter(user=dora).exists()


def test_nobody_signed_in_signs_in_first_and_looking_is_not_joining(household: Household, client_of: ClientOf) -> None:
    invitation = InvitationFactory(household=household)
    assert Client().post(url(invitation.token)).headers["location"].startswith("/accounts/login/")
    response = client_of(UserFactory()).get(url(invitation.token))
    assert response.headers["location"] == f"/join/{invitation.token}/"
    assert uses(invitation) == 0


def join(user: User, token: str, ready: Callable[[], object]) -> None:
    found = find_invitation(token)
    ready()
    assert found is not None
    accept_invitation(found, by=user)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("most", [1, 3])
def test_many_at_once_by_the_last_uses(most: int, household: Household) -> None:
    invitation = InvitationFactory(household=household, max_uses=most)
    people = [UserFactory() for _ in range(6)]
    refused = at_once(*[(user, None, partial(join, user, invitation.token)) for user in people])
    assert len(refused) == len(people) - most
    assert uses(invitation) == most
    with as_owner():
        assert Membership.objects.filter(household=household).count() == most


@pytest.mark.django_db(transaction=True)
def test_one_person_in_two_tabs_uses_it_once(household: Household) -> None:
    invitation, dora = InvitationFactory(household=household, max_uses=2), UserFactory()
    assert at_once(*[(dora, None, partial(join, dora, invitation.token))] * 2) == []
    assert uses(invitation) == 1
