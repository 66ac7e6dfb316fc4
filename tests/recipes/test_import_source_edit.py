"""recipes:import_source.edit: a table whose head does not say enough waits until somebody has named its columns."""

from accounts.models import Household, User
from recipes.models import ImportSource, Recipe, RecipeOrigin
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.recipes.importing import bring, count, fates, file, read_waiting

TABLE = 'Dish,What goes in,How\nSoup,"1 leek\n2 carrots",Boil.\nBread,500 g flour,Bake.\n'


def source_url(household: Household) -> str:
    with as_owner():
        return f"/h/{household.code}/recipes/import/tables/{ImportSource.objects.get().pk}/"


def test_a_table_asks_first_and_is_read_then(household: Household, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    html = bring(client, household, uploads=[file("ours.csv", TABLE)]).content.decode()
    assert "Which column of ours.csv is what?" in html
    assert count() == 0
    page = client.get(source_url(household)).content.decode()
    assert "What goes in" in page
    assert "Bread" in page
    assert client.post(source_url(household), {"title": "0"}).status_code == 422
    assert client.post(source_url(household), {"title": "0", "ingredients": "9"}).status_code == 422
    named = {"title": "0", "ingredients": "1", "steps": "2"}
    assert client.post(source_url(household), named).status_code == 302
    assert client.post(source_url(household), named).status_code == 404
    read_waiting()
    assert fates() == {"Soup": "imported", "Bread": "imported"}
    with as_owner():
        soup = Recipe.objects.get(name="Soup")
        assert list(soup.ingredients.values_list("original", flat=True)) == ["1 leek", "2 carrots"]
        assert RecipeOrigin.objects.get(recipe=soup).mapping == {"title": 0, "ingredients": 1, "steps": 2}


def test_a_table_that_says_enough_is_not_asked_about(household: Household, bob: User, client_of: ClientOf) -> None:
    known = TABLE.replace("Dish", "Title").replace("What goes in", "Ingredients").replace("How", "Directions")
    bring(client_of(bob), household, uploads=[file("theirs.csv", known)])
    assert count() == 2


def test_tables_of_others_are_not_there(
    household: Household, bob: User, guest: User, stranger: User, client_of: ClientOf
) -> None:
    bring(client_of(bob), household, uploads=[file("ours.csv", TABLE)])
    assert client_of(stranger).get(source_url(household)).status_code == 404
    assert client_of(guest).get(source_url(household)).status_code == 403
