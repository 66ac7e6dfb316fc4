"""recipes:saved_search.create: a search gets a name, and is found again by its person alone."""

import pytest

from accounts.models import Household, User
from recipes.models import SavedSearch
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import RecipeFactory


def kept() -> list[tuple[str, str]]:
    with as_owner():
        return list(SavedSearch.objects.order_by("name").values_list("name", "query"))


@pytest.fixture
def new(household: Household) -> str:
    RecipeFactory(household=household, name="Curry", tags=["quick"])
    return f"/h/{household.code}/recipes/searches/new/"


def test_it_is_found_again(
    new: str, household: Household, alice: User, bob: User, stranger: User, client_of: ClientOf
) -> None:
    client, home = client_of(alice), f"/h/{household.code}/recipes/"
    assert 'value="tag=quick"' in client.get(new, {"query": "tag=quick"}).content.decode()
    answer = client.post(new, {"name": "On weekdays", "query": "page=4&tag=quick&nonsense=1"})
    assert answer.status_code == 302
    assert answer["Location"] == f"{home}?tag=quick"
    assert kept() == [("On weekdays", "tag=quick")]
    assert "On weekdays" in client.get(home).content.decode()
    assert "On weekdays" not in client_of(bob).get(home).content.decode()
    assert client_of(stranger).get(new).status_code == 404
    assert client_of(stranger).post(new, {"name": "Mine", "query": "tag=quick"}).status_code == 404


def test_the_same_name_takes_its_place(new: str, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    for query in ("tag=quick", "tag=quick", "max_minutes=30"):
        client.post(new, {"name": "Quick", "query": query})
    assert kept() == [("Quick", "max_minutes=30")]


@pytest.mark.parametrize(
    ("name", "query", "sentence"),
    [
        ("", "tag=quick", "Give the search a name."),
        ("  ", "tag=quick", "Give the search a name."),
        ("All", "", "These are all dishes."),
        ("All", "sort_by=password", "These are all dishes."),
        ("Long", "&".join(f"tag={n}{'%C3%A9' * 39}" for n in range(8)), "That is too much"),
        ("Longer", "tag=" + "x" * 3000, "characters"),
    ],
)
def test_what_cannot_be_kept_is_said(
    name: str, query: str, sentence: str, new: str, alice: User, client_of: ClientOf
) -> None:
    answer = client_of(alice).post(new, {"name": name, "query": query})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert kept() == []


def test_by_htmx_in_the_dialog(new: str, household: Household, alice: User, client_of: ClientOf) -> None:
    client, htmx = client_of(alice), {"HX-Request": "true"}
    form = client.get(new, {"query": "q=curry"}, headers=htmx).content.decode()
    assert "<html" not in form
    assert 'hx-target="#dialog-body"' in form
    answer = client.post(new, {"name": "Curries", "query": "q=curry"}, headers=htmx)
    assert answer["HX-Redirect"] == f"/h/{household.code}/recipes/?q=curry"


def test_so_many_and_no_more(new: str, household: Household, alice: User, client_of: ClientOf) -> None:
    with as_owner():
        for number in range(30):
            SavedSearch.objects.create(household=household, person=alice, name=f"No. {number}", query="q=x")
    answer = client_of(alice).post(new, {"name": "One more", "query": "q=y"})
    assert answer.status_code == 422
    assert "30 searches are kept already" in answer.content.decode()
