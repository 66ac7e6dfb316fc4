import pytest

from accounts.models import Activity, Eater, Household, Membership, User
from accounts.services.membership import remove_member
from kitchen import tenancy
from kitchen.errors import DomainError
from tests.conftest import ClientOf, membership_of
from tests.database import as_owner
from tests.factories import EaterFactory


def url(household: Household, membership: Membership) -> str:
    """accounts:member.remove"""
    return f"/h/{household.code}/members/{membership.pk}/remove/"


def test_who_is_removed_loses_sight_and_the_feed_keeps_the_name(
    household: Household, carol: User, bob: User, client_of: ClientOf
) -> None:
    EaterFactory(household=household, user=bob, name="Bob")
    bobs = client_of(bob)
    assert bobs.get(f"/h/{household.code}/").status_code == 200
    client, page = client_of(carol), url(household, membership_of(bob, household))
    assert "Remove Bob?" in client.get(page).content.decode()
    assert client.post(page).status_code == 302
    assert bobs.get(f"/h/{household.code}/").status_code == 404
    with as_owner():
        assert not Eater.objects.filter(user=bob).exists()
        told = Activity.objects.get(household=household)
        assert (told.verb, told.actor, told.facts) == ("member.removed", carol, {"name": "Bob"})


def test_neither_the_owner_nor_oneself_nor_an_equal(
    household: Household, alice: User, carol: User, client_of: ClientOf
) -> None:
    for user, whom in ((carol, alice), (carol, carol), (alice, alice)):
        assert client_of(user).post(url(household, membership_of(whom, household))).status_code == 422
    with as_owner():
        assert Membership.objects.filter(household=household).count() == 2


def test_twice_is_as_once(household: Household, alice: User, bob: User) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk):
        membership = Membership.objects.get(user=bob)
        remove_member(membership, by=alice)
        remove_member(membership, by=alice)
        assert Activity.objects.count() == 1


def test_a_member_cannot_by_the_service_either(household: Household, alice: User, bob: User, guest: User) -> None:
    with tenancy.scope(household=household.pk, person=bob.pk), pytest.raises(DomainError, match="role"):
        remove_member(Membership.objects.get(user=guest), by=bob)


def test_a_strangers_membership_is_not_found(
    household: Household, alice: User, stranger: User, other_household: Household, client_of: ClientOf
) -> None:
    assert client_of(alice).post(url(household, membership_of(stranger, other_household))).status_code == 404
