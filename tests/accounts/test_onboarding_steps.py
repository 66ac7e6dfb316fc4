"""The way in: accounts:onboarding.show with its steps accounts:onboarding.household, accounts:onboarding.people and
accounts:onboarding.pantry, and accounts:onboarding.skip.
"""

from typing import Any

import pytest
from django.test import Client

from accounts.models import Eater, Household, Membership, Onboarding, Role, User
from kitchen.ids import new_id
from pantry.models import StockItem
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import EaterFactory, InvitationFactory, MembershipFactory, UserFactory

PLACE = {"name": "Birch 3", "emoji": "🏡", "country": "DE", "currency": "EUR", "time_zone": "Europe/Berlin"}
PEOPLE = {"diets": ["vegan"], "allergens": [], "dislikes": ""}


@pytest.fixture
def nora(db: None) -> User:
    return UserFactory(name="Nora", newcomer=True)


def kept(user: User) -> User:
    with as_owner():
        return User.objects.get(pk=user.pk)


def people(**others: Any) -> dict[str, Any]:
    return {**PEOPLE, "other_id": new_id(), "other_name": "", **others}


def test_from_the_first_step_to_the_last(nora: User, client_of: ClientOf) -> None:
    client = client_of(nora)
    assert "3 short steps" in client.get("/welcome/").content.decode()
    assert client.post("/welcome/household/", PLACE).headers["location"] == "/welcome/people/"
    assert client.post("/welcome/people/", people()).headers["location"] == "/welcome/pantry/"
    assert kept(nora).onboarding == Onboarding.INCOMPLETE
    response = client.post("/welcome/pantry/", {"things": ["rice", "eggs"], "more": " 2 jars   of jam \n\nrice\n"})
    assert response.headers["location"].startswith("/h/")
    assert kept(nora).onboarding == Onboarding.COMPLETE
    assert "On your shelves: 3 things." in client.get(response.headers["location"]).content.decode()
    assert kept(nora).preferences["first_things"] == []
    with as_owner():
        assert {(item.name, item.amount) for item in StockItem.objects.all()} == {
            ("rice", None),
            ("eggs", None),
            ("jam", 2),
        }
        assert Eater.objects.get(user=nora).diets == ["vegan"]
    assert "All set, Nora" in client.get("/welcome/").content.decode()


def test_sent_twice_they_are_on_the_shelves_once(household: Household, alice: User, client_of: ClientOf) -> None:
    client, sent = client_of(alice), {"id": new_id(), "things": ["rice"], "more": ""}
    assert [client.post("/welcome/pantry/", sent).status_code for _ in range(2)] == [302, 302]
    with as_owner():
        assert StockItem.objects.get(household=household).added_by == alice


def test_each_step_can_be_skipped_and_taken_up_again(nora: User, client_of: ClientOf) -> None:
    client = client_of(nora)
    assert client.post("/welcome/skip/", {"step": "household"}).headers["location"] == "/welcome/pantry/"
    assert client.post("/welcome/skip/", {"step": "pantry"}).headers["location"] == "/"
    assert kept(nora).onboarding == Onboarding.SKIPPED
    assert client.get("/").headers["location"] == "/households/"
    assert client.post("/welcome/household/", PLACE).headers["location"] == "/welcome/people/"
    assert client.post("/welcome/people/", people()).headers["location"].startswith("/h/")
    assert kept(nora).onboarding == Onboarding.COMPLETE


def test_not_now_ends_the_questions_and_loses_nothing(nora: User, client_of: ClientOf) -> None:
    client = client_of(nora)
    client.post("/welcome/household/", PLACE)
    assert client.post("/welcome/skip/").headers["location"].startswith("/h/")
    assert kept(nora).onboarding == Onboarding.SKIPPED
    html = client.get("/welcome/").content.decode()
    assert "2 short steps" in html
    assert "Go on" in html


def test_who_was_invited_has_a_shorter_way(household: Household, alice: User, nora: User, client_of: ClientOf) -> None:
    EaterFactory(household=household, name="Mia", allergens=["nuts"])
    client = client_of(nora)
    client.post(f"/join/{InvitationFactory(household=household).token}/accept/")
    html = client.get("/welcome/").content.decode()
    assert "2 short steps" in html
    assert "Your household" not in html
    assert client.get("/welcome/household/").headers["location"] == "/welcome/people/"
    page = client.get("/welcome/people/").content.decode()
    assert "Who eats at Linden 12?" in page
    assert "allergic to nuts" in page


def test_a_guest_is_asked_nothing(household: Household, nora: User, client_of: ClientOf) -> None:
    MembershipFactory(household=household, user=nora, role=Role.GUEST)
    client = client_of(nora)
    assert "All set" in client.get("/welcome/").content.decode()
    for step in ("household", "people", "pantry"):
        assert client.get(f"/welcome/{step}/").headers["location"] == "/"


def test_others_at_the_table_one_after_the_other(nora: User, client_of: ClientOf) -> None:
    client = client_of(nora)
    client.post("/welcome/household/", PLACE)
    mia = people(other_name="Mia", other_allergens=["nuts"], another="yes")
    assert [client.post("/welcome/people/", mia).headers["location"] for _ in range(2)] == [
        "/welcome/people/?another=yes"
    ] * 2
    assert "allergic to nuts" in client.get("/welcome/people/").content.decode()
    client.post("/welcome/people/", people(other_name="Leo"))
    with as_owner():
        assert sorted(Eater.objects.values_list("name", flat=True)) == ["Leo", "Mia", "Nora"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"other_allergens": ["nuts"]},
        {"other_name": "x" * 81},
        {"diets": ["air"]},
        {"other_id": ""},
        {"dislikes": "\x00"},
    ],
)
def test_bad_people_are_refused(wrong: dict[str, Any], nora: User, client_of: ClientOf) -> None:
    client = client_of(nora)
    client.post("/welcome/household/", PLACE)
    assert client.post("/welcome/people/", people(**wrong)).status_code == 422
    with as_owner():
        assert Eater.objects.get().diets == []


@pytest.mark.parametrize("wrong", [{"things": ["gold"]}, {"more": "x\x00"}, {"more": "x" * 9000}])
def test_bad_things_are_refused(wrong: dict[str, Any], nora: User, client_of: ClientOf) -> None:
    assert client_of(nora).post("/welcome/pantry/", wrong).status_code == 422


def test_things_come_back_as_they_were_said(nora: User, client_of: ClientOf) -> None:
    client = client_of(nora)
    client.post("/welcome/pantry/", {"things": ["rice"], "more": "jam"})
    html = client.get("/welcome/pantry/").content.decode()
    assert html.count("checked") == 1
    assert "jam</textarea>" in html
    client.post("/welcome/pantry/", {"more": "\n".join(f"thing {n} {'x' * 100}" for n in range(70))})
    assert len(kept(nora).preferences["first_things"]) == 70
    assert max(len(thing) for thing in kept(nora).preferences["first_things"]) == 80


def test_preferences_of_other_pages_stay(nora: User, client_of: ClientOf) -> None:
    with as_owner():
        User.objects.filter(pk=nora.pk).update(preferences={"theme": "dark"})
    client_of(nora).post("/welcome/pantry/", {"things": ["rice"]})
    assert kept(nora).preferences["theme"] == "dark"


def test_an_invitation_from_before_signing_up_is_remembered(household: Household, nora: User) -> None:
    client = Client()
    token = InvitationFactory(household=household).token
    client.get(f"/join/{token}/")
    with as_owner():
        client.force_login(nora, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get("/welcome/").headers["location"] == f"/join/{token}/"
    client.post(f"/join/{token}/accept/")
    assert client.get("/welcome/").status_code == 200
    with as_owner():
        assert Membership.objects.filter(user=nora).exists()


def test_a_second_household_is_not_made_by_going_back(nora: User, client_of: ClientOf) -> None:
    client = client_of(nora)
    client.post("/welcome/household/", PLACE)
    client.post("/welcome/household/", {**PLACE, "name": "Another"})
    with as_owner():
        assert Household.objects.get().name == "Birch 3"


@pytest.mark.parametrize("path", ["", "household/", "people/", "pantry/", "skip/"])
def test_nobody_signed_in_is_sent_to_sign_in(path: str, db: None) -> None:
    assert Client().get(f"/welcome/{path}").headers["location"].startswith("/accounts/login/")
