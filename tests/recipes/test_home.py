"""recipes:home: the dishes of a household, what is here of each, and finding them."""

import pytest
from django.test import Client

from accounts.models import Household, User
from pantry.queries.day import today_in
from tests.conftest import ClientOf
from tests.factories import EaterFactory, RecipeFactory, StockItemFactory


def page(client: Client, household: Household, **asked: str) -> str:
    answer = client.get(f"/h/{household.code}/recipes/", asked)
    assert answer.status_code == 200
    return answer.content.decode()


def dishes(client: Client, household: Household, **asked: str) -> list[str]:
    """The names on the cards, in their order."""
    parts = page(client, household, **asked).split('<strong class="title">')[1:]
    return [part.partition("</strong>")[0] for part in parts]


@pytest.fixture
def collection(household: Household) -> None:
    RecipeFactory(
        household=household, name="Crème brûlée", lines="500 ml cream\n4 eggs", tags=["sweet"], cook_minutes=60
    )
    RecipeFactory(household=household, name="Spinach curry", lines="200 g spinach\n1 onion\nsalt", cook_minutes=25)
    RecipeFactory(
        household=household, name="Tomato salad", lines="3 tomatoes\n1 onion", tags=["quick"], prep_minutes=10
    )
    for name, amount, unit in (("spinach", 200, "g"), ("onion", 3, "piece")):
        StockItemFactory(household=household, name=name, amount=amount, unit=unit)


def test_an_empty_drawer_starts_the_work(household: Household, alice: User, guest: User, client_of: ClientOf) -> None:
    html = page(client_of(alice), household)
    assert f"/h/{household.code}/recipes/new/" in html
    assert f"/h/{household.code}/recipes/import/" in html
    assert "/recipes/new/" not in page(client_of(guest), household)


def test_dishes_say_what_is_here_and_what_is_missing(
    household: Household, alice: User, client_of: ClientOf, collection: None
) -> None:
    html = page(client_of(alice), household)
    assert "3 dishes" in html
    assert "everything is here for 1" in html
    assert "everything is here" in html
    assert "25 min" in html
    assert "1 missing: tomato" in html
    assert "2 missing: " in html


def test_what_must_be_eaten_goes_before(household: Household, alice: User, client_of: ClientOf) -> None:
    RecipeFactory(household=household, name="Apple toast", lines="1 apple")
    RecipeFactory(household=household, name="Spinach soup", lines="100 g spinach")
    StockItemFactory(household=household, name="apple", amount=3, unit="piece")
    StockItemFactory(household=household, name="spinach", amount=200, unit="g", use_by=today_in(household))
    client = client_of(alice)
    assert dishes(client, household) == ["Spinach soup", "Apple toast"]
    assert "uses up the spinach" in page(client, household)


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"q": "creme"}, ["Crème brûlée"]),
        ({"q": "tomatoes"}, ["Tomato salad"]),
        ({"q": "onion spin"}, ["Spinach curry"]),
        ({"q": "QUICK"}, ["Tomato salad"]),
        ({"q": "nothing"}, []),
        ({"tag": "sweet"}, ["Crème brûlée"]),
        ({"max_minutes": "30", "sort_by": "time"}, ["Tomato salad", "Spinach curry"]),
        ({"cookable": "1"}, ["Spinach curry"]),
        ({"sort_by": "name"}, ["Crème brûlée", "Spinach curry", "Tomato salad"]),
        ({"sort_by": "name", "order": "desc"}, ["Tomato salad", "Spinach curry", "Crème brûlée"]),
        ({"sort_by": "newest"}, ["Tomato salad", "Spinach curry", "Crème brûlée"]),
        ({"sort_by": "time", "cookable": "1"}, ["Spinach curry"]),
        ({"sort_by": "here"}, ["Spinach curry", "Tomato salad", "Crème brûlée"]),
    ],
)
def test_finding_and_ordering(
    asked: dict[str, str], names: list[str], household: Household, alice: User, client_of: ClientOf, collection: None
) -> None:
    assert dishes(client_of(alice), household, **asked) == names


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "\x00"},
        {"q": "x" * 100_000},
        {"q": "%' OR 1=1 --"},
        {"sort_by": "password", "order": "sideways"},
        {"max_minutes": "9" * 40},
        {"max_minutes": "²"},
        {"page": "-1"},
        {"page": "99999"},
        {"tag": "<script>alert(1)</script>"},
        {"cookable": "yes"},
    ],
)
def test_addresses_that_make_no_sense_do_no_harm(
    asked: dict[str, str], household: Household, alice: User, client_of: ClientOf, collection: None
) -> None:
    assert "<script>alert" not in page(client_of(alice), household, **asked)


def test_htmx_gets_the_dishes_alone(household: Household, alice: User, client_of: ClientOf, collection: None) -> None:
    answer = client_of(alice).get(f"/h/{household.code}/recipes/?q=spinach", headers={"HX-Request": "true"})
    html = answer.content.decode()
    assert html.lstrip().startswith('<div id="dishes"')
    assert "Spinach curry" in html
    assert "Tomato salad" not in html


def test_what_somebody_must_not_have_is_left_out_when_asked(
    household: Household, alice: User, guest: User, client_of: ClientOf, collection: None
) -> None:
    EaterFactory(household=household, name="Mia", allergens=["milk"])
    assert "Crème brûlée" not in dishes(client_of(alice), household, for_everybody="1")
    EaterFactory(household=household, name="Leo", diets=["vegan"])
    assert dishes(client_of(alice), household, for_everybody="1") == ["Spinach curry", "Tomato salad"]
    # Which dishes are left would tell a guest what somebody cannot eat.
    assert len(dishes(client_of(guest), household, for_everybody="1")) == 3


def test_pages_of_many(household: Household, alice: User, client_of: ClientOf) -> None:
    for number in range(30):
        RecipeFactory(household=household, name=f"Dish {number:02}")
    client = client_of(alice)
    first, second = (dishes(client, household, sort_by="name", page=str(number)) for number in (1, 2))
    assert (len(first), len(second)) == (24, 6)
    assert not set(first) & set(second)


def test_others_recipes_are_not_seen(
    household: Household, other_household: Household, alice: User, client_of: ClientOf
) -> None:
    RecipeFactory(household=other_household, name="Secret soup", lines="1 secret")
    client = client_of(alice)
    assert "Secret soup" not in page(client, household, q="secret")
    assert client.get(f"/h/{other_household.code}/recipes/").status_code == 404
    assert "Secret soup" not in client.get(f"/h/{household.code}/search/", {"q": "secret"}).content.decode()


def test_the_one_search_finds_dishes(household: Household, alice: User, client_of: ClientOf, collection: None) -> None:
    html = client_of(alice).get(f"/h/{household.code}/search/", {"q": "brulee"}).content.decode()
    assert "Crème brûlée" in html


def test_names_are_shown_as_they_are_written(household: Household, alice: User, client_of: ClientOf) -> None:
    RecipeFactory(household=household, name="<script>alert(1)</script>", tags=["<b>x</b>"])
    html = page(client_of(alice), household)
    assert "<script>alert" not in html
    assert "<b>x" not in html
