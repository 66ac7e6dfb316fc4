"""recipes:link.show, recipes:link.create and recipes:link.revoke: one open link a recipe, for those who live here."""

import pytest

from accounts.models import Activity, Household, User
from recipes.models import Recipe, RecipeLink
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import RecipeFactory
from tests.recipes.test_review_edit import undo_newest


@pytest.fixture
def cake(household: Household) -> Recipe:
    made: Recipe = RecipeFactory(household=household, name="Cake")
    return made


def page(recipe: Recipe, more: str = "") -> str:
    return f"/h/{recipe.household.code}/recipes/{recipe.pk}/link/{more}"


def test_there_is_one_link_and_the_feed_tells_of_it(cake: Recipe, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    assert "/r/" not in client.get(page(cake)).content.decode()
    for _ in range(2):
        assert client.post(page(cake, "new/")).status_code == 302
    with as_owner():
        assert RecipeLink.objects.count() == Activity.objects.filter(verb="recipe.shared").count() == 1
    assert "Shared by a public link" in client.get(f"/h/{cake.household.code}/recipes/{cake.pk}/").content.decode()
    assert client.get(page(cake, "revoke/")).status_code == 200
    with as_owner():
        assert RecipeLink.objects.filter(revoked_at=None).exists()
    undo_newest(client, cake.household)
    with as_owner():
        assert not RecipeLink.objects.filter(revoked_at=None).exists()


def test_guests_and_strangers_make_no_link(cake: Recipe, guest: User, stranger: User, client_of: ClientOf) -> None:
    for more in ("new/", "revoke/"):
        assert client_of(guest).post(page(cake, more)).status_code == 403
        assert client_of(stranger).post(page(cake, more)).status_code == 404
    assert client_of(guest).get(page(cake)).status_code == 403
    with as_owner():
        assert not RecipeLink.objects.exists()
