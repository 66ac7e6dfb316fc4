from django.test import Client
from django.urls import reverse

from accounts.models import Household, Role, User
from tests.conftest import ClientOf
from tests.factories import HouseholdFactory, MembershipFactory, UserFactory

URL = "/households/"


def test_all_of_ones_own_with_the_role_and_nobody_elses(
    alice: User, household: Household, other_household: Household, client_of: ClientOf
) -> None:
    second = HouseholdFactory(name="The cabin")
    MembershipFactory(household=second, user=alice, role=Role.GUEST)
    html = client_of(alice).get(URL).content.decode()
    assert "You have 2 households" in html
    assert "Linden 12" in html
    assert "You are the owner" in html
    assert "The cabin" in html
    assert "You are a guest" in html
    assert reverse("accounts:household.leave", kwargs={"code": second.code}) in html
    assert other_household.name not in html


def test_without_a_household_the_page_says_how_to_begin(db: None, client_of: ClientOf) -> None:
    html = client_of(UserFactory()).get(URL).content.decode()
    assert "No kitchen is yours yet" in html
    assert reverse("accounts:household.create") in html
    assert reverse("accounts:join.by_code") in html


def test_nobody_signed_in_is_sent_to_sign_in(db: None) -> None:
    assert Client().get(URL).status_code == 302
