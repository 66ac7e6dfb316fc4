"""recipes:review.edit and recipes:review.remove: one review a person; the database keeps the average."""

from decimal import Decimal

import pytest
from django.test import Client

from accounts.models import Activity, Household, User
from recipes.models import Recipe, RecipeReview, RecipeStanding
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import RecipeFactory


@pytest.fixture
def soup(household: Household) -> Recipe:
    made: Recipe = RecipeFactory(household=household, name="Soup", lines="1 onion")
    return made


def path(recipe: Recipe, more: str = "") -> str:
    return f"/h/{recipe.household.code}/recipes/{recipe.pk}/stars/{more}"


def standing(recipe: Recipe) -> tuple[Decimal | None, int]:
    with as_owner():
        found = RecipeStanding.objects.get(recipe=recipe)
    return found.rating_average, found.rating_count


def undo_newest(client: Client, household: Household) -> int:
    with as_owner():
        line = Activity.objects.filter(household=household).first()
    assert line
    return client.post(f"/h/{household.code}/feed/{line.pk}/undo/").status_code


def test_each_gives_stars_once_and_changes_them(soup: Recipe, alice: User, bob: User, client_of: ClientOf) -> None:
    hers, his = client_of(alice), client_of(bob)
    for _ in range(2):
        assert hers.post(path(soup), {"stars": "5", "text": "Again!"}).status_code == 302
    his.post(path(soup), {"stars": "2", "text": ""})
    assert standing(soup) == (Decimal("3.50"), 2)
    his.post(path(soup), {"stars": "4", "text": ""})
    assert standing(soup) == (Decimal("4.50"), 2)
    page = hers.get(f"/h/{soup.household.code}/recipes/{soup.pk}/").content.decode()
    assert 'data-halves="9"' in page
    assert "4.5 of 5 stars" in page
    assert "you gave 5 stars" in page
    assert "Again!" in his.get(f"/h/{soup.household.code}/recipes/{soup.pk}/comments/").content.decode()
    with as_owner():
        assert Activity.objects.filter(verb="recipe.rated").count() == 3


def test_stars_are_taken_back_and_undone(household: Household, soup: Recipe, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    client.post(path(soup), {"stars": "3", "text": "Fine"})
    for _ in range(2):
        assert client.post(path(soup, "remove/")).status_code == 302
    assert standing(soup) == (None, 0)
    undo_newest(client, household)
    assert standing(soup) == (Decimal("3.00"), 1)


def test_only_who_gave_them_takes_them_back_in_the_feed(
    household: Household, soup: Recipe, alice: User, bob: User, client_of: ClientOf
) -> None:
    client_of(bob).post(path(soup), {"stars": "1", "text": ""})
    undo_newest(client_of(alice), household)
    assert standing(soup)[1] == 1


@pytest.mark.parametrize("stars", ["", "0", "6", "x", "4.5", "١"])
def test_what_is_no_star_is_refused_with_what_was_typed(
    stars: str, soup: Recipe, alice: User, client_of: ClientOf
) -> None:
    answer = client_of(alice).post(path(soup), {"stars": stars, "text": "Typed"})
    assert answer.status_code == 422
    assert "Typed" in answer.content.decode()
    assert not RecipeReview.objects.exists()


def test_guests_and_strangers_give_none(soup: Recipe, guest: User, stranger: User, client_of: ClientOf) -> None:
    assert client_of(guest).post(path(soup), {"stars": "5"}).status_code == 403
    assert client_of(stranger).post(path(soup), {"stars": "5"}).status_code == 404
    with as_owner():
        assert not RecipeReview.objects.exists()
