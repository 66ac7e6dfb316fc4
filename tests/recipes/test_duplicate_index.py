"""recipes:duplicate.index: which recipes are likely one and the same."""

from accounts.models import Household, User
from recipes.queries import duplicates
from recipes.queries.duplicates import doubles
from tests.conftest import ClientOf
from tests.factories import RecipeFactory
from tests.recipes.test_recipe_service import as_person

CURRY = "200 g spinach\n1 onion\n2 garlic cloves\n400 ml coconut milk"


def fill(household: Household) -> None:
    RecipeFactory(household=household, name="Spinach coconut curry", lines=CURRY)
    RecipeFactory(household=household, name="Easy spinach coconut curry", lines=f"{CURRY}\nsalt")
    RecipeFactory(household=household, name="Dal", lines="200 g red lentils", source_url="https://example.org/dal")
    RecipeFactory(household=household, name="Red lentils", lines="red lentils", source_url="http://example.org/dal/")
    RecipeFactory(household=household, name="Pancakes", lines="200 g flour\n2 eggs")
    RecipeFactory(household=household, name="Pancakes", lines="rolled oats\n1 banana")
    # Nearly one name, and quite another dish.
    RecipeFactory(household=household, name="Chocolate coconut curry", lines="100 g chocolate")


def test_pages_names_and_near_names(household: Household, alice: User, client_of: ClientOf) -> None:
    fill(household)
    with as_person(household, alice):
        found = [(one.first.name, one.second.name, one.why, one.alike) for one in doubles(household)]
    assert found == [
        ("Dal", "Red lentils", "source", 100),
        ("Spinach coconut curry", "Easy spinach coconut curry", "near", 80),
        ("Pancakes", "Pancakes", "name", 0),
    ]
    page = client_of(alice).get(f"/h/{household.code}/recipes/duplicates/").content.decode()
    assert "80% of the ingredients in common" in page


def test_a_name_that_everything_has_is_not_compared_with_everything(household: Household, alice: User) -> None:
    for _ in range(duplicates.MOST_OF_A_BLOCK + 3):
        RecipeFactory(household=household, name="Soup")
    most = duplicates.MOST_OF_A_BLOCK
    with as_person(household, alice):
        assert len(duplicates.candidates(household)) == most * (most - 1) // 2


def test_others_and_guests(household: Household, guest: User, stranger: User, client_of: ClientOf) -> None:
    url = f"/h/{household.code}/recipes/duplicates/"
    assert client_of(guest).get(url).status_code == 403
    assert client_of(stranger).get(url).status_code == 404
