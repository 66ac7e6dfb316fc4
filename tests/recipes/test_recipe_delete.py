"""recipes:recipe.delete: out of sight, with a way back."""

from accounts.models import Activity, Household, User
from recipes.models import Recipe
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import RecipeFactory


def url(recipe: Recipe) -> str:
    return f"/h/{recipe.household.code}/recipes/{recipe.pk}/delete/"


def test_it_goes_once_and_comes_back(household: Household, bob: User, client_of: ClientOf) -> None:
    soup = RecipeFactory(household=household, name="Soup", lines="1 onion")
    client = client_of(bob)
    assert "Delete Soup?" in client.get(url(soup)).content.decode()
    page = client.post(url(soup), follow=True).content.decode()
    assert client.post(url(soup)).status_code == 404
    with as_owner():
        undo = f"/h/{household.code}/feed/{Activity.objects.get().pk}/undo/"
    assert f'action="{undo}"' in page
    assert f'/recipes/{soup.pk}/"' not in page
    client.post(undo)
    assert "Soup" in client.get(f"/h/{household.code}/recipes/").content.decode()


def test_guests_and_strangers_delete_nothing(
    household: Household, guest: User, stranger: User, client_of: ClientOf
) -> None:
    soup = RecipeFactory(household=household, name="Soup")
    assert client_of(guest).post(url(soup)).status_code == 403
    assert client_of(stranger).post(url(soup)).status_code == 404
    with as_owner():
        assert Recipe.objects.get().deleted_at is None
