"""What the collection leaves for each filter, and what it counts besides."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import Household, User
from kitchen import tenancy
from pantry.queries.day import today_in
from pantry.queries.foods import food_called
from recipes.models import CollectionEntry, RecipeCollection, RecipeCooking, RecipeFavourite, RecipeReview, SavedSearch
from recipes.queries.collection import Collection, collection
from recipes.queries.facets import Choice
from recipes.queries.wanted import Sort, Wanted
from recipes.services.indexing import index_recipes
from tests.database import as_owner
from tests.factories import EaterFactory, RecipeFactory, StockItemFactory

DISHES: dict[str, dict[str, Any]] = {
    "Chicken curry": {
        "lines": "500 g chicken breast\n1 onion",
        "tags": ["quick"],
        "cuisine": "Indian",
        "cook_minutes": 30,
    },
    "Walnut cake": {"lines": "200 g walnuts\n3 eggs", "tags": ["sweet", "quick"], "difficulty": 3, "cook_minutes": 60},
    "Onion soup": {"lines": "4 onions\n50 g butter", "cuisine": "French", "cook_minutes": 50, "difficulty": 1},
    "Mystery": {"lines": "1 frumble", "cuisine": "indian"},
}


@pytest.fixture
def book(household: Household) -> dict[str, Any]:
    return {name: RecipeFactory(household=household, name=name, **facts) for name, facts in DISHES.items()}


def found(household: Household, person: User | None = None, **asked: Any) -> Collection:
    with tenancy.scope(household=household.pk, person=person.pk if person else None):
        wanted = Wanted(**{"sort": Sort("name"), **asked})
        return collection(household, wanted, today=today_in(household), person=person)


def names(household: Household, person: User | None = None, **asked: Any) -> list[str]:
    return [card.name for card in found(household, person, **asked).cards]


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ({"ingredients": ("chicken",)}, ["Chicken curry"]),
        ({"ingredients": ("onions", "butter")}, ["Onion soup"]),
        ({"ingredients": ("frumble",)}, ["Mystery"]),
        ({"ingredients": ("unheard of",)}, []),
        ({"without": ("nuts", "chicken")}, ["Mystery", "Onion soup"]),
        ({"without": ("frumbles",)}, ["Chicken curry", "Onion soup", "Walnut cake"]),
        ({"tags": ("QUICK",)}, ["Chicken curry", "Walnut cake"]),
        ({"tags": ("quick", "sweet")}, ["Walnut cake"]),
        ({"cuisine": "Indian"}, ["Chicken curry", "Mystery"]),
        ({"max_minutes": 50}, ["Chicken curry", "Onion soup"]),
        ({"difficulty": 3}, ["Walnut cake"]),
        ({"diet": "vegetarian"}, ["Onion soup", "Walnut cake"]),
        ({"q": "onion", "without": ("meat",)}, ["Onion soup"]),
        ({"sort": Sort("time")}, ["Chicken curry", "Onion soup", "Walnut cake", "Mystery"]),
        ({"sort": Sort("time", is_reversed=True)}, ["Walnut cake", "Onion soup", "Chicken curry", "Mystery"]),
    ],
)
def test_filters_and_orders(asked: dict[str, Any], left: list[str], household: Household, book: dict[str, Any]) -> None:
    assert names(household, **asked) == left


def test_what_people_did_with_a_dish_can_be_asked_for(
    household: Household, alice: User, bob: User, book: dict[str, Any]
) -> None:
    curry, cake, soup = book["Chicken curry"], book["Walnut cake"], book["Onion soup"]
    here = {"household": household}
    with as_owner():
        RecipeReview.objects.create(**here, recipe=curry, person=alice, stars=5)
        RecipeReview.objects.create(**here, recipe=cake, person=alice, stars=3)
        for recipe, days in ((soup, 5), (cake, 60)):
            RecipeCooking.objects.create(**here, recipe=recipe, operation=recipe.pk, cooked_at=_ago(days))
        RecipeFavourite.objects.create(**here, recipe=soup, person=alice)
        sundays = RecipeCollection.objects.create(**here, name="Sundays", name_key="sundays")
        CollectionEntry.objects.create(**here, collection=sundays, recipe=cake)
        SavedSearch.objects.create(**here, person=alice, name="Quick", query="tag=quick")
        index_recipes(household, [curry.pk, cake.pk, soup.pk])
    assert names(household, min_rating=4) == ["Chicken curry"]
    assert names(household, sort=Sort("rating"))[:2] == ["Chicken curry", "Walnut cake"]
    assert names(household, not_cooked_for=30) == ["Chicken curry", "Mystery", "Walnut cake"]
    assert names(household, sort=Sort("cooked"))[:2] == ["Onion soup", "Walnut cake"]
    assert names(household, alice, favourites=True) == ["Onion soup"]
    assert names(household, bob, favourites=True) == []
    assert names(household, alice, collection=sundays.pk) == ["Walnut cake"]
    shown = found(household, alice)
    assert [name for _id, name in shown.collections] == ["Sundays"]
    assert [(name, query) for _id, name, query in shown.saved] == [("Quick", "tag=quick")]
    assert found(household, bob).saved == []
    assert [card.shown.rating for card in shown.cards] == [5, None, None, 3]


def _ago(days: int) -> Any:
    return timezone.now() - timedelta(days=days)


def test_counts_are_of_what_the_other_filters_leave(household: Household, book: dict[str, Any]) -> None:
    facets = found(household, cuisine="Indian", tags=("quick",)).facets
    assert facets.tag == [Choice("quick", "quick", 1, is_chosen=True)]
    assert facets.cuisine == [Choice("Indian", "Indian", 1, is_chosen=True)]
    every = found(household).facets
    assert [(one.value, one.count) for one in every.cuisine] == [("Indian", 2), ("French", 1)]
    assert [(one.value, one.count) for one in every.max_minutes] == [
        *(("15", 0), ("30", 1), ("45", 1), ("60", 3), ("120", 3))
    ]
    assert {one.value: one.count for one in every.diet}["vegetarian"] == 2
    assert found(household, diet="vegetarian").unsure == 1


def test_what_is_next_of_kin_stands_in_and_is_told(household: Household) -> None:
    RecipeFactory(household=household, name="Leek tart", lines="1 leek")
    RecipeFactory(household=household, name="Milk rice", lines="1 l oat milk")
    for name, amount, unit in (("onion", 3, "piece"), ("milk", 2, "l")):
        StockItemFactory(household=household, name=name, amount=amount, unit=unit, food_id=food_called(name))
    shown = found(household, cookable=True)
    assert [card.swapped for card in shown.cards] == ["onion instead of leek", "milk instead of oat milk"]
    EaterFactory(household=household, name="Mia", allergens=["milk"])
    assert names(household, cookable=True, for_everybody=True) == ["Leek tart"]
    # Whoever looks at all dishes is not told to take it either.
    assert names(household, cookable=True) == ["Leek tart"]


def test_a_name_that_says_an_allergen_is_enough(household: Household) -> None:
    RecipeFactory(household=household, name="Sundae", lines="100 g grandma's peanut frumble")
    RecipeFactory(household=household, name="Roast", lines="100 g nutmeggish frumble")
    assert names(household, for_everybody=True) == ["Roast", "Sundae"]
    EaterFactory(household=household, name="Mia", allergens=["peanuts"])
    assert names(household, for_everybody=True) == ["Roast"]


def test_the_shelves_are_seen_at_once(household: Household) -> None:
    RecipeFactory(household=household, name="Onion soup", lines="4 onions")
    assert names(household, cookable=True) == []
    lot = StockItemFactory(household=household, name="onion", amount=4, unit="piece")
    assert names(household, cookable=True) == ["Onion soup"]
    with as_owner():
        type(lot).objects.filter(pk=lot.pk).update(amount=3)
    assert names(household, cookable=True) == []


def test_the_number_of_queries_does_not_grow(household: Household, book: dict[str, Any]) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            found(household, for_everybody=True)
        return len(captured)

    few = queries()
    for number in range(12):
        RecipeFactory(household=household, lines="1 onion\n2 leeks")
        StockItemFactory(household=household, name=f"frumble {number}", amount=1, unit="jar")
    assert queries() == few
