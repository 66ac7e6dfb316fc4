"""recipes:collection.index, recipes:collection.show, recipes:collection.create, recipes:collection.edit,
recipes:collection.delete, recipes:collection.choose and recipes:collection.move.
"""

import re
from uuid import uuid4

import pytest
from django.test import Client

from accounts.models import Household, User
from recipes.models import CollectionEntry, Recipe, RecipeCollection
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import RecipeFactory
from tests.recipes.test_review_edit import undo_newest


@pytest.fixture
def dishes(household: Household) -> list[Recipe]:
    return [RecipeFactory(household=household, name=name) for name in ("Soup", "Roast", "Cake")]


@pytest.fixture
def client(alice: User, client_of: ClientOf) -> Client:
    return client_of(alice)


def base(household: Household) -> str:
    return f"/h/{household.code}/recipes/collections/"


def begun(client: Client, household: Household, name: str = "Sundays") -> RecipeCollection:
    sent = {"id": uuid4(), "name": name, "emoji": ""}
    for _ in range(2):
        assert client.post(f"{base(household)}new/", sent).status_code == 302
    with as_owner():
        made: RecipeCollection = RecipeCollection.objects.select_related("household").get(name=name)
    return made


def put(client: Client, dish: Recipe, *chosen: object, name: str = "") -> int:
    path = f"/h/{dish.household.code}/recipes/{dish.pk}/collections/"
    return client.post(path, {"id": uuid4(), "collections": list(chosen), "name": name}).status_code


def names_in(client: Client, collection: RecipeCollection) -> list[str]:
    page = client.get(f"{base(collection.household)}{collection.pk}/").content.decode()
    return re.findall(r'class="name whole" href="[^"]*">([^<]*)<', page)


def test_dishes_are_put_in_moved_and_taken_out(household: Household, dishes: list[Recipe], client: Client) -> None:
    sundays = begun(client, household)
    for dish in dishes:
        assert put(client, dish, sundays.pk) == put(client, dish, sundays.pk) == 302
    assert names_in(client, sundays) == ["Soup", "Roast", "Cake"]
    move = f"{base(household)}{sundays.pk}/dishes/{dishes[2].pk}/"
    assert client.post(move, {"to": "1"}).status_code == 302
    assert names_in(client, sundays) == ["Cake", "Soup", "Roast"]
    assert client.post(move, {"to": "x"}).status_code == 422
    assert client.post(f"{base(household)}{sundays.pk}/dishes/{uuid4()}/", {"to": "1"}).status_code == 422
    put(client, dishes[1])
    assert names_in(client, sundays) == ["Cake", "Soup"]
    undo_newest(client, household)
    assert names_in(client, sundays) == ["Cake", "Soup", "Roast"]
    assert "3 dishes" in client.get(base(household)).content.decode()


def test_a_new_one_is_begun_beside_the_others(household: Household, dishes: list[Recipe], client: Client) -> None:
    sundays = begun(client, household)
    assert put(client, dishes[0], sundays.pk, name="Birthdays") == 302
    with as_owner():
        assert CollectionEntry.objects.filter(recipe=dishes[0]).count() == 2
    assert put(client, dishes[0], uuid4()) == 422
    assert put(client, dishes[0], name="sunday") == 422


def test_names_are_there_once_and_change_back(household: Household, client: Client) -> None:
    sundays = begun(client, household)
    begun(client, household, "Parties")
    assert client.post(f"{base(household)}new/", {"id": uuid4(), "name": " SUNDAY "}).status_code == 422
    assert client.post(f"{base(household)}new/", {"id": uuid4(), "name": " "}).status_code == 422
    where = f"{base(household)}{sundays.pk}/edit/"
    assert client.post(where, {"id": uuid4(), "name": "Parties"}).status_code == 422
    assert client.post(where, {"id": uuid4(), "name": "Feasts", "emoji": "🎂"}).status_code == 302
    assert "Feasts" in client.get(base(household)).content.decode()
    undo_newest(client, household)
    assert "Sundays" in client.get(base(household)).content.decode()


def test_deleting_takes_no_dish_along_and_can_be_undone(
    household: Household, dishes: list[Recipe], client: Client
) -> None:
    sundays = begun(client, household)
    put(client, dishes[0], sundays.pk)
    assert client.post(f"{base(household)}{sundays.pk}/delete/").status_code == 302
    assert client.get(f"{base(household)}{sundays.pk}/").status_code == 404
    assert client.get(f"/h/{household.code}/recipes/{dishes[0].pk}/").status_code == 200
    undo_newest(client, household)
    assert names_in(client, sundays) == ["Soup"]


def test_guests_read_and_strangers_see_nothing(
    household: Household, dishes: list[Recipe], client: Client, guest: User, stranger: User, client_of: ClientOf
) -> None:
    sundays = begun(client, household)
    put(client, dishes[0], sundays.pk)
    theirs = client_of(guest)
    assert names_in(theirs, sundays) == ["Soup"]
    assert theirs.post(f"{base(household)}new/", {"id": uuid4(), "name": "Mine"}).status_code == 403
    assert put(theirs, dishes[0]) == 403
    assert client_of(stranger).get(f"{base(household)}{sundays.pk}/").status_code == 404
    assert put(client_of(stranger), dishes[0]) == 404
