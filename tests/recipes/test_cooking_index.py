"""recipes:cooking.index: who cooked a dish, when and for how many. recipes:cooking.edit: a note beside it."""

import pytest

from accounts.models import Household, User
from recipes.models import Recipe, RecipeCooking
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import RecipeCookingFactory, RecipeFactory, StockItemFactory
from tests.recipes.posting import posted_form


@pytest.fixture
def soup(household: Household) -> Recipe:
    made: Recipe = RecipeFactory(household=household, name="Soup", lines="1 onion", servings=4)
    return made


def url(recipe: Recipe) -> str:
    return f"/h/{recipe.household.code}/recipes/{recipe.pk}/cooked/"


def test_the_log_of_a_dish(soup: Recipe, alice: User, bob: User, guest: User, client_of: ClientOf) -> None:
    assert "Not cooked yet" in client_of(bob).get(url(soup)).content.decode()
    meal = StockItemFactory(household=soup.household, name="Soup", amount=2, unit="portion")
    RecipeCookingFactory(recipe=soup, by=alice, servings=6, note="Less salt", leftovers=meal)
    RecipeCookingFactory(recipe=soup, by=bob, undone_at="2026-01-01T00:00Z", note="By mistake")
    page = client_of(bob).get(url(soup)).content.decode()
    for said in ("Cooked once.", "Alice", "for 6 people", "Less salt", "Left over: 2 portions", "stars/"):
        assert said in page, said
    assert "By mistake" not in page
    shown = client_of(guest).get(url(soup)).content.decode()
    assert "Less salt" in shown
    for closed in ("/undo/", "pantry/stock/", "cooked/new/", "stars/"):
        assert closed not in shown


def test_what_was_written_down_is_undone_from_the_log(soup: Recipe, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    form = posted_form(client.get(f"{url(soup)}new/").content.decode())
    page = client.post(f"{url(soup)}new/", {**form, "servings": "2"}, follow=True).content.decode()
    assert "for 2 people" in page
    undo = next(part.partition('"')[0] for part in page.split('action="') if "/undo/" in part.partition('"')[0])
    assert "Taken back." in client.post(undo, follow=True).content.decode()
    assert "Not cooked yet" in client.get(url(soup)).content.decode()


def test_a_note_is_changed(soup: Recipe, bob: User, guest: User, stranger: User, client_of: ClientOf) -> None:
    line = RecipeCookingFactory(recipe=soup, note="Less salt")
    gone = RecipeCookingFactory(recipe=soup, undone_at="2026-01-01T00:00Z")
    path = f"{url(soup)}{line.pk}/"
    client = client_of(bob)
    assert "Less salt" in client.get(path).content.decode()
    assert client.post(path, {"note": "x" * 3000}).status_code == 422
    client.post(path, {"note": " More salt "})
    assert client_of(guest).post(path, {"note": "No"}).status_code == 403
    assert client_of(stranger).post(path, {"note": "No"}).status_code == 404
    assert client.get(f"{url(soup)}{gone.pk}/").status_code == 404
    other = RecipeFactory(household=soup.household)
    assert client.get(f"{url(other)}{line.pk}/").status_code == 404
    with as_owner():
        assert RecipeCooking.objects.get(pk=line.pk).note == "More salt"
