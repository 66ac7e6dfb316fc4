"""recipes:recipe.copy: a second one of the same."""

from accounts.models import Household, User
from kitchen.ids import new_id
from recipes.content import content_of
from recipes.models import Recipe
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import RecipeFactory


def test_a_copy_is_another_recipe_and_made_once(household: Household, bob: User, client_of: ClientOf) -> None:
    recipe = RecipeFactory(household=household, name="Dal", lines="200 g red lentils", steps="Boil.", tags=["quick"])
    url, id = f"/h/{household.code}/recipes/{recipe.pk}/copy/", new_id()
    client = client_of(bob)
    assert "Another Dal?" in client.get(url).content.decode()
    answers = [client.post(url, {"id": id}) for _ in range(2)]
    assert {one["Location"] for one in answers} == {f"/h/{household.code}/recipes/{id}/edit/"}
    with as_owner():
        copy = Recipe.objects.exclude(pk=recipe.pk).get()
        assert copy.name == "Dal, a copy"
        assert content_of(copy).ingredients == content_of(recipe).ingredients


def test_others_and_guests(household: Household, guest: User, stranger: User, client_of: ClientOf) -> None:
    recipe = RecipeFactory(household=household)
    url = f"/h/{household.code}/recipes/{recipe.pk}/copy/"
    assert client_of(guest).post(url, {"id": new_id()}).status_code == 403
    assert client_of(stranger).post(url, {"id": new_id()}).status_code == 404
