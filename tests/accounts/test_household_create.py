from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Activity, Eater, Household, Membership, Role, User
from accounts.services.household import create_household
from kitchen import tenancy
from tests.accounts.races import at_once
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import UserFactory

URL = "/households/new/"
WORDS = {"name": "Birch 3", "emoji": "🏡", "country": "DE", "currency": "EUR", "time_zone": "Europe/Berlin"}


@pytest.fixture
def newcomer(db: None) -> User:
    return UserFactory(name="Nora", time_zone="Europe/Zurich")


def test_the_form_guesses_the_place_from_the_persons_time_zone(newcomer: User, client_of: ClientOf) -> None:
    html = client_of(newcomer).get(URL).content.decode()
    assert '<option value="CH" selected>' in html
    assert '<option value="CHF" selected>' in html
    assert '<option value="Europe/Zurich" selected>' in html


def test_its_maker_owns_it_and_has_a_place_at_the_table(newcomer: User, client_of: ClientOf) -> None:
    response = client_of(newcomer).post(URL, WORDS)
    with as_owner():
        made = Household.objects.get(name="Birch 3")
        assert response.headers["location"] == reverse("home:today", kwargs={"code": made.code})
        assert (made.emoji, made.country, made.currency, made.time_zone) == ("🏡", "DE", "EUR", "Europe/Berlin")
        assert Membership.objects.get(household=made).role == Role.OWNER
        assert Eater.objects.get(household=made).user == newcomer
        assert Activity.objects.get(household=made).verb == "household.created"


def test_the_same_form_twice_makes_one(newcomer: User, client_of: ClientOf) -> None:
    client = client_of(newcomer)
    first, second = client.post(URL, WORDS), client.post(URL, WORDS)
    assert first.headers["location"] == second.headers["location"]
    with as_owner():
        assert Household.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": "   "}, "This field is required"),
        ({"name": "x" * 61}, "at most 60 characters"),
        ({"name": "a\x00b"}, "Null characters are not allowed"),
        ({"currency": "DEM"}, "not one of the available choices"),
        ({"country": "XX"}, "not one of the available choices"),
        ({"time_zone": "Mars/Phobos"}, "not one of the available choices"),
        ({"emoji": "<b>"}, "not one of the available choices"),
    ],
)
def test_bad_input_is_told_and_what_was_typed_stays(
    wrong: dict[str, str], sentence: str, newcomer: User, client_of: ClientOf
) -> None:
    response = client_of(newcomer).post(URL, {**WORDS, **wrong})
    assert response.status_code == 422
    assert sentence in response.content.decode()
    if "name" not in wrong:
        assert 'value="Birch 3"' in response.content.decode()
    with as_owner():
        assert not Household.objects.exists()


def test_a_name_is_one_line_of_text(newcomer: User, client_of: ClientOf) -> None:
    client_of(newcomer).post(URL, {**WORDS, "name": " Birch\r\n Bcc: x@example.org <b> "})
    with as_owner():
        assert Household.objects.get().name == "Birch Bcc: x@example.org <b>"


def test_nobody_signed_in_is_sent_to_sign_in(db: None) -> None:
    assert Client().get(URL).headers["location"] == f"/accounts/login/?next={URL}"


def test_it_is_made_outside_of_any_household(household: Household, alice: User) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk), pytest.raises(tenancy.ScopeError):
        create_household("Inside", by=alice)


@pytest.mark.django_db(transaction=True)
def test_two_sendings_at_once_make_one(newcomer: User) -> None:
    codes: list[str] = []

    def make(ready: Callable[[], object]) -> None:
        ready()
        codes.append(create_household("Birch 3", by=newcomer).code)

    assert at_once(*[(newcomer, None, make)] * 2) == []
    assert len(codes) == 2
    assert len(set(codes)) == 1
