"""Linden 12's kitchen: a few things on the shelves, four dishes, and a way to ask."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.ids import new_id
from pantry.queries.day import today_in
from pantry.services.stock import add_stock, new_lots
from recipes.content import RecipeContent
from recipes.importers.draft import Section
from recipes.services.recipe import save_recipe
from tests.chat.agent.asking import Asked, ask

SHELVES = """
200 g spinach fridge today
75 ml cream fridge tomorrow
1 l milk fridge in 5 days
6 eggs fridge in 12 days
500 g rice pantry
1 kg flour pantry
400 g peas freezer
250 g butter fridge in 20 days
2 onions pantry
"""
DISHES = (
    ("Spinach curry", 25, 4, ["vegetarian"], ["200 g spinach", "1 onion", "50 ml cream", "salt"]),
    ("Pancakes", 20, 2, ["breakfast"], ["250 g flour", "500 ml milk", "2 eggs"]),
    ("Mushroom risotto", 45, 4, ["vegetarian"], ["300 g rice", "250 g mushrooms", "1 onion", "50 g butter"]),
    (
        "Lasagne",
        90,
        6,
        [],
        ["500 g minced beef", "250 g lasagne sheets", "500 ml milk", "400 g chopped tomatoes", "100 g mozzarella"],
    ),
)


@pytest.fixture
def shelves(household: Household, alice: User) -> Household:
    with tenancy.scope(household=household.pk, person=alice.pk):
        lots, wrong = new_lots(SHELVES, household, today=today_in(household))
        assert not wrong
        add_stock(household, lots, by=alice, operation=new_id())
    return household


@pytest.fixture
def dishes(household: Household, alice: User) -> Household:
    with tenancy.scope(household=household.pk, person=alice.pk):
        for name, minutes, servings, tags, lines in DISHES:
            content = RecipeContent(
                name,
                [Section("", lines)],
                [Section("", ["Cook it."])],
                Decimal(servings),
                tags=tags,
                cook_minutes=minutes,
            )
            save_recipe(household, content, by=alice)
    return household


@pytest.fixture
def asking(shelves: Household, dishes: Household) -> Callable[..., Asked]:
    """`asking(bob, "do we have rice?")`: the built-in assistant's answer; `earlier` is what was asked before it."""

    def asked(
        person: User, text: str, earlier: Asked | None = None, household: Household = shelves, **more: object
    ) -> Asked:
        return ask(household, person, text, earlier, **more)

    return asked
