"""The dishes that need a food: recipes:food.show."""

import pytest

from accounts.models import Household, User
from kitchen import tenancy
from pantry.matching import match
from pantry.services.food import add_food
from tests.conftest import ClientOf
from tests.factories import RecipeFactory

pytestmark = pytest.mark.django_db


def url(household: Household, ref: object) -> str:
    return f"/h/{household.code}/recipes/foods/{ref}/"


def test_dishes_once_with_how_much_they_take(household: Household, guest: User, client_of: ClientOf) -> None:
    RecipeFactory(household=household, name="Pancakes", lines="500 ml milk\n2 tbsp milk")
    RecipeFactory(household=household, name="Toast", lines="bread")
    milk = match("milk").food
    html = client_of(guest).get(url(household, milk.id)).content.decode()
    assert "1 dish needs it" in html
    assert "500 ml" in html
    assert "Toast" not in html
    part = client_of(guest).get(url(household, milk.id), headers={"HX-Request": "true"}).content.decode()
    assert part.lstrip().startswith('<section class="plate" id="food_dishes"')


def test_none_and_nobody(household: Household, alice: User, stranger: User, client_of: ClientOf) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk):
        own = add_food(household, {"name": "Dragon bread"}, by=alice).pk
    assert "No dish needs it yet" in client_of(alice).get(url(household, own)).content.decode()
    assert client_of(alice).get(url(household, 999999999)).status_code == 404
    assert client_of(stranger).get(url(household, own)).status_code == 404
