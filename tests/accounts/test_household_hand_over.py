from collections.abc import Callable
from functools import partial

import pytest

from accounts.models import Activity, Household, Membership, Role, User
from accounts.services.membership import hand_over
from kitchen import tenancy
from kitchen.errors import DomainError
from tests.accounts.races import at_once
from tests.conftest import ClientOf, membership_of
from tests.database import as_owner


def url(household: Household) -> str:
    """accounts:household.hand_over"""
    return f"/h/{household.code}/settings/hand-over/"


def roles(household: Household) -> dict[str, str]:
    with as_owner():
        return dict(Membership.objects.filter(household=household).values_list("user__name", "role"))


def test_the_former_owner_stays_as_an_admin(household: Household, alice: User, bob: User, client_of: ClientOf) -> None:
    response = client_of(alice).post(url(household), {"membership": membership_of(bob, household).pk})
    assert response.status_code == 302
    assert roles(household) == {"Alice": Role.ADMIN, "Bob": Role.OWNER}
    with as_owner():
        assert Activity.objects.get(household=household).verb == "household.handed_over"


def test_twice_is_as_once(household: Household, alice: User, bob: User, client_of: ClientOf) -> None:
    client, words = client_of(alice), {"membership": membership_of(bob, household).pk}
    client.post(url(household), words)
    assert client.post(url(household), words).status_code == 403
    assert roles(household)["Bob"] == Role.OWNER


def test_neither_a_guest_nor_a_stranger_nor_oneself(
    household: Household, other_household: Household, alice: User, guest: User, stranger: User, client_of: ClientOf
) -> None:
    for membership in (
        membership_of(guest, household),
        membership_of(alice, household),
        membership_of(stranger, other_household),
    ):
        assert client_of(alice).post(url(household), {"membership": membership.pk}).status_code == 422
    assert client_of(alice).post(url(household), {"membership": "\x00"}).status_code == 422
    assert roles(household)["Alice"] == Role.OWNER


def test_the_service_refuses_guests_and_all_but_the_owner(
    household: Household, alice: User, carol: User, guest: User
) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk):
        with pytest.raises(DomainError, match="guest"):
            hand_over(Membership.objects.get(user=guest), by=alice)
        with pytest.raises(DomainError, match="role"):
            hand_over(Membership.objects.get(user=carol), by=carol)


@pytest.mark.django_db(transaction=True)
def test_to_two_at_once_one_gets_it(household: Household, alice: User, bob: User, carol: User) -> None:
    def give(heir: User, ready: Callable[[], object]) -> None:
        membership = Membership.objects.get(user=heir)
        ready()
        hand_over(membership, by=alice)

    refused = at_once(*[(alice, household, partial(give, heir)) for heir in (bob, carol)])
    assert refused == ["Your role in this household does not allow this."]
    assert list(roles(household).values()).count(Role.OWNER) == 1
    assert roles(household)["Alice"] == Role.ADMIN
