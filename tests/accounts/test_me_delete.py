from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.core import mail
from django.db import connection
from django.test import Client

from accounts.models import Activity, Eater, Household, Membership, Role, User
from tests.accounts.letters import signed_in, sure
from tests.database import as_owner
from tests.factories import (
    ActivityFactory,
    EaterFactory,
    HouseholdFactory,
    InvitationFactory,
    MembershipFactory,
    UserFactory,
)
from tests.factories.accounts import PASSWORD

DELETE = "/me/delete/"


def delete(user: User, client: Client | None = None, **more: str) -> Any:
    return (client or sure(user)).post(DELETE, {"email": user.email, **more}, follow=True)


def is_gone(user: User) -> bool:
    with as_owner():
        return not User.objects.filter(pk=user.pk).exists()


def test_a_person_without_a_household_goes_with_everything(db: None) -> None:
    user = UserFactory(name="Dora", email="dora@example.org")
    elsewhere, here = signed_in(user), sure(user)
    with as_owner():
        Authenticator.objects.create(user=user, type="totp", data={"secret": "x"})
    page = delete(user, here)
    assert page.redirect_chain[-1][0] == "/"
    assert "Your account is deleted." in page.content.decode()
    assert is_gone(user)
    assert elsewhere.get("/me/").status_code == 302
    with as_owner():
        for model in (EmailAddress, Authenticator, UserSession):
            assert not model.objects.filter(user_id=user.pk).exists()
    assert mail.outbox[-1].to == ["dora@example.org"]


def test_a_household_of_one_goes_along(alice: User, household: Household) -> None:
    EaterFactory(household=household)
    delete(alice)
    assert is_gone(alice)
    with as_owner():
        assert not Household.objects.filter(pk=household.pk).exists()
        assert not Eater.objects.filter(household_id=household.pk).exists()


def test_an_owner_hands_over_first(alice: User, bob: User, household: Household) -> None:
    client = sure(alice)
    shown = client.get(DELETE).content.decode()
    assert "Hand it over before you go." in shown
    page = delete(alice, client)
    assert page.status_code == 422
    assert "Others live in Linden 12: hand it over first" in page.content.decode()
    assert not is_gone(alice)
    assert signed_in(alice).get("/me/").status_code == 200


def test_nothing_goes_when_one_of_several_households_holds(alice: User, bob: User, household: Household) -> None:
    alone = HouseholdFactory(name="Allotment")
    MembershipFactory(household=alone, user=alice, role=Role.OWNER)
    assert delete(alice).status_code == 422
    with as_owner():
        assert Household.objects.filter(pk=alone.pk).exists()


def test_a_member_leaves_and_what_they_did_stays_without_them(alice: User, bob: User, household: Household) -> None:
    EaterFactory(household=household, user=bob, name="Bob", allergens=["nuts"])
    line = ActivityFactory(household=household, number=900, actor=bob, facts={"name": "Bob"}, verb="member.joined")
    invitation = InvitationFactory(household=household, created_by=bob)
    delete(bob)
    assert is_gone(bob)
    with as_owner():
        line.refresh_from_db()
        invitation.refresh_from_db()
        assert (line.actor, invitation.created_by) == (None, None)
        assert not Eater.objects.filter(household=household, name="Bob").exists()
        assert Membership.objects.filter(household=household).count() == 1
        assert "Bob" not in str(list(Activity.objects.filter(household=household).values_list("facts", flat=True)))
    assert signed_in(alice).get("/me/").status_code == 200


def test_traces_in_households_left_long_ago_lose_the_person_too(bob: User, other_household: Household) -> None:
    line = ActivityFactory(household=other_household, actor=bob, undone_by=bob)
    delete(bob)
    assert is_gone(bob)
    with as_owner():
        line.refresh_from_db()
    assert (line.actor_id, line.undone_by_id) == (None, None)


def test_the_history_forgets_who(alice: User, bob: User, household: Household) -> None:
    client = sure(bob)
    client.post("/me/profile/", {"name": "Bobby", "username": "", "time_zone": "UTC", "language": "en"})
    delete(bob, client)
    with as_owner():
        users = apps.get_model("accounts.UserEvent").objects
        assert not users.filter(pgh_obj_id=bob.pk).exists()
        for model in apps.get_models():
            if model._meta.label.endswith("Event") and hasattr(model, "pgh_context"):
                assert not model._default_manager.filter(pgh_context__user=str(bob.pk)).exists(), model
        assert not apps.get_model("accounts.EaterEvent").objects.filter(user_id=bob.pk).exists()


def test_typing_the_address_is_the_brake(alice: User) -> None:
    client = sure(alice)
    for typed in ("", "bob@example.org"):
        page = client.post(DELETE, {"email": typed})
        assert page.status_code == 422
    assert not is_gone(alice)
    assert client.post(DELETE, {"email": " ALICE@example.org "}).status_code == 302


def test_asks_for_the_password_again(alice: User) -> None:
    client = signed_in(alice)
    asked = client.post(DELETE, {"email": alice.email})
    assert asked["Location"].startswith("/accounts/reauthenticate/")
    assert not is_gone(alice)
    client.post(asked["Location"], {"password": PASSWORD, "next": DELETE})
    assert is_gone(alice)


def test_second_press_finds_nobody(db: None) -> None:
    user = UserFactory()
    first = sure(user)
    second = Client()
    second.cookies = first.cookies
    delete(user, first)
    assert second.post(DELETE, {"email": user.email})["Location"].startswith("/accounts/login/")


def test_staff_ask_an_administrator(db: None) -> None:
    user = UserFactory(staff=True)
    page = delete(user)
    assert page.status_code == 422
    assert "ask an administrator" in page.content.decode()
    assert not is_gone(user)


@pytest.mark.django_db(transaction=True)
def test_no_key_is_left_hanging(alice: User, bob: User, household: Household) -> None:
    """In a real transaction, so that every deferred constraint is judged."""
    EaterFactory(household=household, user=bob)
    ActivityFactory(household=household, number=900, actor=bob)
    assert delete(bob).status_code == 200
    assert delete(alice).status_code == 200
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM accounts_user")
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db(transaction=True)
def test_two_neighbours_going_at_once_do_not_wait_for_each_other(alice: User, bob: User, household: Household) -> None:
    """Both are in the same two households, met in opposite order."""
    cottage = HouseholdFactory(name="Cottage")
    MembershipFactory(household=cottage, role=Role.OWNER)
    carl = UserFactory(name="Carl")
    for place, person in ((cottage, carl), (household, carl), (cottage, bob)):
        MembershipFactory(household=place, user=person)
    clients = [sure(bob), sure(carl)]
    addresses = [bob.email, carl.email]

    def go(number: int) -> int:
        try:
            return clients[number].post(DELETE, {"email": addresses[number]}).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(go, range(2))) == [302, 302]
    assert is_gone(bob)
    assert is_gone(carl)
