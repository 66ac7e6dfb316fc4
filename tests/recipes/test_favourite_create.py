"""recipes:favourite.create, recipes:favourite.remove and recipes:favourite.edit: a person's own, and nobody else's."""

import pytest

from accounts.models import Activity, Household, User
from recipes.models import Recipe, RecipeFavourite
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import RecipeFactory


@pytest.fixture
def soup(household: Household) -> Recipe:
    made: Recipe = RecipeFactory(household=household, name="Soup", lines="1 onion")
    return made


def test_a_heart_is_kept_once_and_goes(soup: Recipe, alice: User, client_of: ClientOf) -> None:
    client, page = client_of(alice), f"/h/{soup.household.code}/recipes/{soup.pk}/"
    for _ in range(2):
        assert client.post(f"{page}favourite/").status_code == 302
    with as_owner():
        assert RecipeFavourite.objects.count() == 1
        assert not Activity.objects.exists()
    assert 'aria-pressed="true"' in client.get(page).content.decode()
    for _ in range(2):
        assert client.post(f"{page}favourite/remove/").status_code == 302
    with as_owner():
        assert not RecipeFavourite.objects.exists()


def test_the_note_is_read_by_its_person_alone(soup: Recipe, alice: User, bob: User, client_of: ClientOf) -> None:
    page = f"/h/{soup.household.code}/recipes/{soup.pk}/"
    answer = client_of(alice).post(f"{page}favourite/note/", {"note": "For Bob's birthday"})
    assert answer.status_code == 302
    assert "For Bob&#x27;s birthday" in client_of(alice).get(page).content.decode()
    for path in (page, f"{page}favourite/note/", f"{page}comments/", f"/h/{soup.household.code}/feed/"):
        assert "birthday" not in client_of(bob).get(path).content.decode()
    assert 'aria-pressed="false"' in client_of(bob).get(page).content.decode()
    assert client_of(alice).post(f"{page}favourite/note/", {"note": "x" * 2001}).status_code == 422


def test_guests_and_strangers(soup: Recipe, guest: User, stranger: User, client_of: ClientOf) -> None:
    page = f"/h/{soup.household.code}/recipes/{soup.pk}/"
    assert client_of(guest).post(f"{page}favourite/").status_code == 403
    assert client_of(stranger).post(f"{page}favourite/").status_code == 404
