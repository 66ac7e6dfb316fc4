import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Household, Onboarding, User
from tests.accounts.letters import signed_in
from tests.database import as_owner
from tests.factories import HouseholdFactory, MembershipFactory, UserFactory


def test_front_door_is_for_everybody(db: None, client: Client) -> None:
    page = client.get(reverse("accounts:start")).content.decode()
    for name in ("account_login", "account_signup", "accounts:join.by_code"):
        assert reverse(name) in page


def test_front_door_leads_home(alice: User, client: Client, household: Household) -> None:
    second = HouseholdFactory(name="Second")
    MembershipFactory(household=second, user=alice)
    signed_in(alice, client)
    assert client.get("/")["Location"] == f"/h/{household.code}/"
    client.get(f"/h/{second.code}/")
    assert client.get("/")["Location"] == f"/h/{second.code}/"


@pytest.mark.parametrize(
    ("onboarding", "leads"),
    [(Onboarding.INCOMPLETE, "accounts:onboarding.show"), (Onboarding.SKIPPED, "accounts:household.index")],
)
def test_front_door_without_a_household(db: None, client: Client, onboarding: str, leads: str) -> None:
    signed_in(UserFactory(onboarding=onboarding), client)
    assert client.get("/")["Location"] == reverse(leads)


def test_front_door_forgets_a_household_one_left(alice: User, client: Client, household: Household) -> None:
    with as_owner():
        User.objects.filter(pk=alice.pk).update(preferences={"household": "gone"})
    signed_in(alice, client)
    assert client.get("/")["Location"] == f"/h/{household.code}/"


def test_shortcuts_lead_into_a_room(alice: User, client: Client, household: Household) -> None:
    signed_in(alice, client)
    shopping = reverse("shopping:home", kwargs={"code": household.code})
    assert client.get("/?to=shopping")["Location"] == shopping
    assert client.get("/?to=//elsewhere.example")["Location"] == f"/h/{household.code}/"
