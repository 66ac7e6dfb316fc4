from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Household, User
from tests.conftest import ClientOf
from tests.factories import EaterFactory, InvitationFactory, UserFactory


def url(token: str) -> str:
    """accounts:join.show"""
    return f"/join/{token}/"


def test_who_invites_into_what_as_what_and_nothing_more(household: Household, alice: User, bob: User) -> None:
    EaterFactory(household=household, name="Mia", allergens=["nuts"])
    invitation = InvitationFactory(household=household, created_by=alice, role="guest")
    client = Client()
    html = client.get(url(invitation.token)).content.decode()
    assert "Alice invites you to share this kitchen, as a guest." in html
    assert "Linden 12" in html
    for hidden in ("Bob", "Mia", "@example.org", household.code):
        assert hidden not in html
    assert f"/accounts/signup/?next=%2Fjoin%2F{invitation.token}%2F" in html
    assert client.session["invitation"] == invitation.token


def test_who_is_in_already_is_led_home(household: Household, bob: User, client_of: ClientOf) -> None:
    for row in ({}, {"uses": 1}, {"revoked_at": timezone.now()}):
        token = InvitationFactory(household=household, **row).token
        assert client_of(bob).get(url(token)).headers["location"] == f"/h/{household.code}/"


@pytest.mark.parametrize(
    "row",
    [{"uses": 1}, {"revoked_at": timezone.now()}, {"expires_at": timezone.now() - timedelta(seconds=1)}],
)
def test_a_closed_one_says_nothing_of_the_household(
    row: dict[str, object], household: Household, client_of: ClientOf
) -> None:
    token = InvitationFactory(household=household, **row).token
    for client in (Client(), client_of(UserFactory())):
        response = client.get(url(token))
        assert response.status_code == 404
        assert "lets nobody in" in response.content.decode()
        assert "Linden" not in response.content.decode()


def test_an_inviter_who_has_left_is_not_named(household: Household) -> None:
    token = InvitationFactory(household=household, created_by=UserFactory(name="Gone")).token
    html = Client().get(url(token)).content.decode()
    assert "You are invited to share this kitchen" in html
    assert "Gone" not in html


@pytest.mark.parametrize("token", ["nothing", "%00", "%F0%9F%A5%A3", "x" * 3000])
def test_nonsense_is_not_found(token: str, db: None) -> None:
    assert Client().get(f"/join/{token}/").status_code == 404
