import threading
from uuid import uuid4

import pytest
from django.db import connection

from accounts.models import Activity, Eater, Household, Membership, Role, User
from accounts.services.activity import undo_activity
from accounts.services.membership import change_role, hand_over
from kitchen import tenancy
from kitchen.errors import DomainError
from tests.conftest import ClientOf, membership_of
from tests.database import as_owner


def url(household: Household, membership: Membership) -> str:
    """accounts:member.change_role"""
    return f"/h/{household.code}/members/{membership.pk}/role/"


def role_of(user: User, household: Household) -> str:
    return membership_of(user, household).role


def test_the_owner_gives_any_role(household: Household, alice: User, bob: User, client_of: ClientOf) -> None:
    response = client_of(alice).post(url(household, membership_of(bob, household)), {"role": "admin"})
    assert response.headers["location"] == f"/h/{household.code}/members/"
    assert role_of(bob, household) == Role.ADMIN


def test_a_guest_who_becomes_a_member_eats_here(
    household: Household, alice: User, guest: User, client_of: ClientOf
) -> None:
    client_of(alice).post(url(household, membership_of(guest, household)), {"role": "member"})
    with as_owner():
        assert Eater.objects.get(household=household).user == guest


@pytest.mark.parametrize("role", ["admin", "owner", "king", ""])
def test_an_admin_cannot_give_their_own_role_or_more(
    role: str, household: Household, carol: User, bob: User, client_of: ClientOf
) -> None:
    response = client_of(carol).post(url(household, membership_of(bob, household)), {"role": role})
    assert response.status_code == 422
    assert role_of(bob, household) == Role.MEMBER


def test_nobody_lifts_themself_nor_an_equal_nor_the_owner(
    household: Household, alice: User, carol: User, client_of: ClientOf
) -> None:
    for whom in (carol, alice):
        response = client_of(carol).post(url(household, membership_of(whom, household)), {"role": "member"})
        assert response.status_code == 422
    response = client_of(alice).post(url(household, membership_of(alice, household)), {"role": "admin"})
    assert response.status_code == 422
    assert (role_of(alice, household), role_of(carol, household)) == (Role.OWNER, Role.ADMIN)


def test_a_strangers_membership_is_not_found(
    household: Household, alice: User, stranger: User, other_household: Household, client_of: ClientOf
) -> None:
    client = client_of(alice)
    assert client.post(url(household, membership_of(stranger, other_household)), {"role": "guest"}).status_code == 404
    assert client.post(url(household, Membership(pk=uuid4())), {"role": "guest"}).status_code == 404


def test_it_is_undone_by_who_could_do_the_inverse(household: Household, alice: User, carol: User, bob: User) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk):
        change_role(Membership.objects.get(user=bob), Role.ADMIN, by=alice)
        activity = Activity.objects.get()
        with pytest.raises(DomainError, match="Only the owner"):
            undo_activity(activity, by=carol)
        undo_activity(activity, by=alice)
        assert Membership.objects.get(user=bob).role == Role.MEMBER


def test_it_is_not_undone_after_another_change(household: Household, alice: User, bob: User) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk):
        change_role(Membership.objects.get(user=bob), Role.ADMIN, by=alice)
        first = Activity.objects.get()
        change_role(Membership.objects.get(user=bob), Role.GUEST, by=alice)
        with pytest.raises(DomainError, match="again since"):
            undo_activity(first, by=alice)
        Membership.objects.filter(user=bob).delete()
        with pytest.raises(DomainError, match="not in the household"):
            undo_activity(first, by=alice)


def test_the_same_role_again_is_no_news(household: Household, alice: User, bob: User) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk):
        change_role(Membership.objects.get(user=bob), Role.MEMBER, by=alice)
        assert not Activity.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_whoever_lost_the_household_a_moment_ago_changes_no_role_any_more(
    household: Household, alice: User, carol: User, bob: User
) -> None:
    """Alice's page makes Bob a guest while her hand-over to Carol is being committed: it is decided under the lock."""
    with tenancy.scope(household=household.pk, person=alice.pk):
        change_role(Membership.objects.get(user=bob), Role.ADMIN, by=alice)
    handed, began = threading.Event(), threading.Event()
    refused: list[str] = []

    def demote() -> None:
        try:
            with tenancy.scope(household=household.pk, person=alice.pk):
                membership = Membership.objects.get(user=bob)
                handed.wait(5)
                began.set()
                change_role(membership, Role.GUEST, by=alice)
        except DomainError as refusal:
            refused.append(str(refusal))
        finally:
            connection.close()

    thread = threading.Thread(target=demote)
    thread.start()
    with tenancy.scope(household=household.pk, person=alice.pk):
        hand_over(Membership.objects.get(user=carol), by=alice)
        handed.set()
        began.wait(5)
    thread.join()
    assert refused == ["Only the owner can change this person's role."]
    assert role_of(bob, household) == Role.ADMIN
