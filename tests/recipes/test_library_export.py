"""recipes:library.export: all recipes as our zip, which comes back as it was."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Household, User
from recipes.exporters import archive
from recipes.models import Recipe
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import HouseholdFactory, MembershipFactory, RecipeFactory
from tests.recipes.importing import bring, file
from tests.recipes.outgoing import WHOLE, opened


def taken(client: Client, household: Household) -> bytes:
    answer = client.get(f"/h/{household.code}/recipes/export/")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/zip"
    assert answer["Content-Disposition"].endswith('-recipes.zip"')
    return answer.getvalue()


def test_a_library_comes_back_as_it_was(household: Household, alice: User, client_of: ClientOf) -> None:
    other = HouseholdFactory(name="Küche & Co")
    MembershipFactory(household=other, user=alice, role="owner")
    client = client_of(alice)
    plain = replace(WHOLE, content=replace(WHOLE.content, name="Water", source_url=""), pictures=[], favourite=False)
    bring(client, household, uploads=file("mine.zip", b"".join(archive.zip_of([WHOLE, plain]))))
    first = taken(client, household)
    bring(client, other, uploads=file("theirs.zip", first))
    (recipes, pictures), (again, same) = opened(first), opened(taken(client, other))
    assert recipes == [archive.told(WHOLE, ["1.webp"]), archive.told(plain, [])]
    assert again == recipes
    assert list(pictures) == list(same) == ["recipes/00001-cheese-dumplings-grandmother-s/1.webp"]
    assert all(data.startswith(b"RIFF") for data in pictures.values())


def test_it_costs_as_much_for_many_as_for_one(household: Household, alice: User, client_of: ClientOf) -> None:
    client, counts = client_of(alice), list[int]()
    taken(client, household)
    for _more in range(2):
        for _each in range(1 if not counts else 8):
            RecipeFactory(household=household, lines="1 onion", steps="Chop it.")
        with CaptureQueriesContext(connection) as queries:
            taken(client, household)
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("number", [0, 3])
def test_as_many_as_there_are(household: Household, alice: User, client_of: ClientOf, number: int) -> None:
    for at in range(number):
        RecipeFactory(household=household, name="The same", lines=f"{at + 1} onions")
    RecipeFactory(name="Of strangers", lines="1 onion")
    recipes, _files = opened(taken(client_of(alice), household))
    assert [recipe["content"]["name"] for recipe in recipes] == ["The same"] * number


def test_deleted_ones_stay_here_and_hearts_of_others_are_theirs(
    household: Household, alice: User, bob: User, client_of: ClientOf
) -> None:
    soup, _gone = RecipeFactory(household=household, name="Soup"), RecipeFactory(household=household, name="Gone")
    bobs = client_of(bob)
    bobs.post(f"/h/{household.code}/recipes/{soup.pk}/favourite/")
    bobs.post(f"/h/{household.code}/recipes/{_gone.pk}/delete/")
    with as_owner():
        assert Recipe.objects.filter(deleted_at=None).count() == 1
    hearts = [
        [recipe["favourite"] for recipe in opened(taken(client, household))[0]] for client in (bobs, client_of(alice))
    ]
    assert hearts == [[True], [False]]


def test_guests_and_strangers_take_no_library(
    household: Household, guest: User, stranger: User, client_of: ClientOf
) -> None:
    url = f"/h/{household.code}/recipes/export/"
    assert client_of(guest).get(url).status_code == 403
    assert client_of(stranger).get(url).status_code == 404
