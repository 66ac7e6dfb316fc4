import pytest

from accounts.models import Activity, Eater, Household, Membership, User
from accounts.services.membership import leave_household
from kitchen import tenancy
from kitchen.errors import DomainError
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import EaterFactory


def url(household: Household) -> str:
    """accounts:household.leave"""
    return f"/h/{household.code}/settings/leave/"


def test_who_leaves_loses_sight_and_takes_their_diet_along(
    household: Household, bob: User, client_of: ClientOf
) -> None:
    EaterFactory(household=household, user=bob, name="Bob", allergens=["nuts"])
    client = client_of(bob)
    assert client.post(url(household)).headers["location"] == "/households/"
    assert client.get(f"/h/{household.code}/").status_code == 404
    with as_owner():
        assert not Membership.objects.filter(user=bob).exists()
        assert not Eater.objects.filter(user=bob).exists()
        assert Activity.objects.get(household=household).facts == {"name": "Bob"}


def test_twice_is_as_once(household: Household, guest: User, client_of: ClientOf) -> None:
    client = client_of(guest)
    client.post(url(household))
    assert client.post(url(household)).status_code == 404


def test_the_owner_of_others_hands_over_first(
    household: Household, alice: User, bob: User, client_of: ClientOf
) -> None:
    client = client_of(alice)
    assert "Hand over" in client.get(url(household)).content.decode()
    response = client.post(url(household))
    assert response.status_code == 422
    assert "Hand the household over to somebody first" in response.content.decode()


def test_who_is_alone_deletes_instead(household: Household, alice: User, client_of: ClientOf) -> None:
    response = client_of(alice).post(url(household))
    assert response.status_code == 422
    assert "delete the household instead" in response.content.decode()


def test_a_stranger_cannot_by_the_service(household: Household, stranger: User) -> None:
    with tenancy.scope(household=household.pk, person=stranger.pk), pytest.raises(DomainError, match="not in this"):
        leave_household(household, by=stranger)
