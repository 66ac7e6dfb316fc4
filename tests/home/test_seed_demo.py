import pytest
from allauth.account.models import EmailAddress
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from accounts.models import Activity, Eater, Household, Invitation, Membership, Onboarding, Role, User
from kitchen.home.demo import ALICE, BOB, CHARLIE, PASSWORD
from tests.database import as_owner

pytestmark = pytest.mark.django_db(transaction=True)
COUNTED = (User, EmailAddress, Household, Membership, Eater, Invitation, Activity)


def counts() -> dict[str, int]:
    with as_owner():
        return {model.__name__: model.objects.count() for model in COUNTED}


def test_seeding_again_changes_nothing() -> None:
    call_command("seed_demo", verbosity=0)
    first = counts()
    call_command("seed_demo", verbosity=0)
    assert counts() == first
    assert (first["User"], first["Household"], first["Membership"]) == (3, 2, 4)


def test_who_shares_what() -> None:
    call_command("seed_demo", verbosity=0)
    with as_owner():
        homes = {home.name: home for home in Household.objects.all()}
        people = {name: set(home.memberships.values_list("user__email", "role")) for name, home in homes.items()}
        assert people == {
            "Linden 12": {(ALICE, Role.OWNER), (BOB, Role.MEMBER)},
            "The attic flat": {(CHARLIE, Role.OWNER), (ALICE, Role.MEMBER)},
        }
        assert User.objects.get(email=CHARLIE).onboarding == Onboarding.INCOMPLETE
        assert EmailAddress.objects.filter(verified=True, primary=True).count() == 3
        assert Eater.objects.filter(user=None, household=homes["Linden 12"]).exclude(allergens=[]).count() == 1
        assert Invitation.objects.filter(household=homes["Linden 12"]).open().count() == 1


@pytest.mark.parametrize("email", [ALICE, BOB, CHARLIE])
def test_the_demo_people_can_sign_in(email: str) -> None:
    call_command("seed_demo", verbosity=0)
    client = Client()
    response = client.post("/accounts/login/", {"login": email, "password": PASSWORD})
    assert response.status_code == 302
    assert "_auth_user_id" in client.session


def test_production_refuses(settings: pytest.FixtureRequest) -> None:
    settings.MODE = "production"
    with pytest.raises(CommandError, match="known password"):
        call_command("seed_demo", verbosity=0)
    assert counts()["User"] == 0
