from decimal import Decimal

import pytest
from django.urls import reverse

from accounts.models import Diet, Household, User
from kitchen import tenancy
from kitchen.errors import DomainError
from recipes.content import RecipeContent
from recipes.importers import Section
from recipes.services.recipe import save_recipe
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import EaterFactory
from tests.home.test_today import in_days, put_on_shelf

DISHES = {"Spinach soup": ["400 g spinach", "1 l water"], "Milk rice": ["1 l milk", "200 g rice"]}


@pytest.fixture
def book(household: Household, alice: User) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk):
        for name, lines in DISHES.items():
            content = RecipeContent(name=name, ingredients=[Section("", lines)], servings=Decimal(2))
            save_recipe(household, content, by=alice)


def url_of(household: Household) -> str:
    return reverse("home:tonight", kwargs={"code": household.code})


def test_no_recipes_start_the_work(household: Household, alice: User, client_of: ClientOf) -> None:
    page = client_of(alice).get(url_of(household)).content.decode()
    assert "Bring in a recipe" in page
    assert reverse("recipes:recipe.create", kwargs={"code": household.code}) in page


def test_a_guest_is_offered_nothing_that_does_not_open(household: Household, guest: User, client_of: ClientOf) -> None:
    page = client_of(guest).get(url_of(household)).content.decode()
    assert "what can be cooked stands here" in page
    assert reverse("recipes:recipe.create", kwargs={"code": household.code}) not in page


def test_what_is_here_and_ends_soon_comes_first(
    household: Household, alice: User, client_of: ClientOf, book: None
) -> None:
    put_on_shelf(household, alice, f"400 g spinach {in_days(household, 0)}")
    page = client_of(alice).get(url_of(household)).content.decode()
    assert page.index("Spinach soup") < page.index("Milk rice")
    assert "everything is here" in page
    assert "uses up the spinach" in page


def test_nobody_is_offered_what_they_must_not_eat(
    household: Household, alice: User, client_of: ClientOf, book: None
) -> None:
    with as_owner():
        EaterFactory(household=household, diets=[Diet.VEGAN])
    page = client_of(alice).get(url_of(household)).content.decode()
    assert "Spinach soup" in page
    assert "Milk rice" not in page


def test_guests_cannot_tell_what_others_must_not_eat(
    household: Household, guest: User, client_of: ClientOf, book: None
) -> None:
    with as_owner():
        EaterFactory(household=household, diets=[Diet.VEGAN])
    page = client_of(guest).get(url_of(household)).content.decode()
    assert "Milk rice" in page
    assert "must not have" not in page


def test_a_stranger_finds_nothing(household: Household, stranger: User, client_of: ClientOf, book: None) -> None:
    assert client_of(stranger).get(url_of(household)).status_code == 404


def test_a_refusal_that_no_view_expected_is_told(
    household: Household, alice: User, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise DomainError("You are not in this household any more.")

    monkeypatch.setattr("kitchen.home.views.tonight.tonight", refuse)
    answer = client_of(alice).get(url_of(household))
    assert answer.status_code == 409
    assert "You are not in this household any more." in answer.content.decode()
