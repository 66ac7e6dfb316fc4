"""What can be cooked: what counts as here, in which order, for whom, and at what price in queries."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.units import Quantity
from pantry.models import DateKind
from pantry.queries.day import today_in
from recipes.models import Recipe
from recipes.queries.cookable import Cookable, Limits, what_can_i_cook
from recipes.queries.need import Needs, missing_for
from recipes.queries.wanted import Sort, Wanted
from tests.factories import EaterFactory, RecipeFactory, StockItemFactory


def cookable(household: Household, limits: Limits | None = None, **asked: Any) -> list[Cookable]:
    with tenancy.scope(household=household.pk):
        wanted = Wanted(**{"for_everybody": True, "sort": Sort("here"), **asked})
        return what_can_i_cook(household, wanted, today=today_in(household), limits=limits or Limits()).dishes


def names(household: Household, **asked: Any) -> list[str]:
    return [one.recipe.name for one in cookable(household, **asked)]


def needs(recipe: Recipe, **asked: Any) -> Needs:
    with tenancy.scope(household=recipe.household_id):
        return missing_for(recipe, **asked)


def here(household: Household, name: str, amount: Any = None, unit: str = "g", **others: Any) -> None:
    given = {"rough": "some"} if amount is None else {"amount": amount, "unit": unit}
    StockItemFactory(household=household, name=name, **given, **others)


@pytest.mark.parametrize(
    ("line", "amount", "unit", "enough", "missing"),
    [
        ("200 g flour", "0.2", "kg", True, None),
        ("200 g flour", "150", "g", False, Quantity(Decimal(50), "g")),
        ("1 cup flour", "1000", "g", True, None),
        ("2 onions", "1", "piece", False, Quantity(Decimal(1), "piece")),
        ("300 g onions", "5", "piece", True, None),
        ("2-3 onions", "2", "piece", True, None),
        ("1 tbsp frumbles", "1", "jar", None, None),
        ("frumbles", "1", "jar", True, None),
        ("3 frumbles", "2", "piece", False, Quantity(Decimal(1), "piece")),
    ],
)
def test_amounts_are_compared(
    line: str, amount: str, unit: str, enough: bool | None, missing: Quantity | None, household: Household
) -> None:
    recipe = RecipeFactory(household=household, lines=line)
    here(household, line.rsplit(maxsplit=1)[-1], amount, unit)
    found = needs(recipe).lines[0]
    assert found.enough is enough
    assert found.missing == missing
    assert bool(found.why) is (enough is None)


def test_why_it_cannot_be_compared_is_said(household: Household) -> None:
    recipe = RecipeFactory(household=household, lines="2 tbsp frumbles\n100 g spinach")
    here(household, "frumbles", 1, "jar")
    here(household, "spinach")
    first, second = needs(recipe).lines
    assert "not known" in first.why
    assert "nobody has measured" in second.why
    assert needs(recipe).missing == []


def test_more_people_need_more(household: Household) -> None:
    recipe = RecipeFactory(household=household, lines="200 g spinach", servings=2)
    here(household, "spinach", 300)
    assert needs(recipe).lines[0].enough
    short = needs(recipe, servings=Decimal(4)).lines[0]
    assert (short.needed, short.there, short.missing) == (
        Quantity(Decimal("400.0000"), "g"),
        Quantity(Decimal("300.0000"), "g"),
        Quantity(Decimal("100.0000"), "g"),
    )


def test_what_one_line_takes_is_not_there_for_the_next(household: Household) -> None:
    recipe = RecipeFactory(household=household, lines="100 g butter\nFor the top:\n100 g butter")
    here(household, "butter", 150)
    first, second = needs(recipe).lines
    assert (first.enough, second.enough) == (True, False)
    assert second.missing == Quantity(Decimal("50.0000"), "g")


def test_several_lots_are_one_amount(household: Household) -> None:
    recipe = RecipeFactory(household=household, lines="1 kg flour")
    for _ in range(2):
        here(household, "flour", 500)
    assert needs(recipe).lines[0].enough


def test_staples_are_taken_to_be_here_and_said_to_be(household: Household) -> None:
    recipe = RecipeFactory(household=household, lines="salt\n1 l water\n1 onion")
    salt, water, onion = needs(recipe).lines
    assert (salt.enough, salt.assumed, water.enough, onion.enough) == (True, True, True, False)


def test_what_is_past_a_printed_date_does_not_count_and_an_estimate_does(household: Household) -> None:
    yesterday = today_in(household) - timedelta(days=1)
    recipe = RecipeFactory(household=household, lines="100 g spinach\n100 g butter")
    here(household, "spinach", 200, use_by=yesterday, date_kind=DateKind.USE_BY)
    here(household, "butter", 200, use_by=yesterday, date_kind=DateKind.ESTIMATED)
    spinach, butter = needs(recipe).lines
    assert (spinach.enough, butter.enough) == (False, True)
    assert "past its use-by date" in spinach.why


def test_fewest_missing_weighed_with_what_must_be_eaten(household: Household) -> None:
    today = today_in(household)
    RecipeFactory(household=household, name="All here", lines="1 onion", cook_minutes=30)
    RecipeFactory(household=household, name="All here, quicker", lines="1 onion", cook_minutes=5)
    RecipeFactory(household=household, name="One missing", lines="1 onion\n1 leek")
    RecipeFactory(household=household, name="One missing, saves the spinach", lines="100 g spinach\n1 leek")
    RecipeFactory(household=household, name="Saves the spinach", lines="100 g spinach")
    RecipeFactory(household=household, name="Nothing written down")
    here(household, "onion", 3, "piece")
    here(household, "spinach", 200, use_by=today)
    assert names(household) == [
        "Saves the spinach",
        "All here, quicker",
        "All here",
        "One missing, saves the spinach",
        "One missing",
        "Nothing written down",
    ]
    assert cookable(household)[0].uses_soon == ["spinach"]


def test_conditions(household: Household) -> None:
    RecipeFactory(household=household, name="Onion soup", lines="2 onions\n1 leek", cook_minutes=60, tags=["soup"])
    RecipeFactory(household=household, name="Onion toast", lines="1 onion", cook_minutes=10)
    here(household, "onion", 2, "piece")
    assert names(household, limits=Limits(most_missing=0)) == ["Onion toast"]
    assert names(household, limits=Limits(count=1)) == ["Onion toast"]
    assert names(household, q="leeks") == ["Onion soup"]
    assert names(household, max_minutes=30) == ["Onion toast"]
    assert names(household, tags=("soup",)) == ["Onion soup"]
    soup = cookable(household, tags=("soup",))[0]
    assert (soup.have, soup.needed) == (1, 2)
    assert [(one.name, one.quantity) for one in soup.missing] == [("leek", Quantity(Decimal(1), "piece"))]


def test_everybody_can_eat_it_or_it_is_left_out(household: Household) -> None:
    RecipeFactory(household=household, name="Cheese toast", lines="100 g cheddar\n2 slices bread")
    RecipeFactory(household=household, name="Chicken", lines="1 chicken")
    RecipeFactory(household=household, name="Rice", lines="200 g rice")
    EaterFactory(household=household, name="Mia", allergens=["milk"])
    EaterFactory(household=household, name="Bob", diets=["vegetarian"])
    assert names(household) == ["Rice"]
    every = cookable(household, for_everybody=False)
    assert len(every) == 3
    toast = next(one for one in every if one.recipe.name == "Cheese toast")
    assert ("milk", ["Mia"]) in toast.allergens


def test_the_number_of_queries_does_not_grow(household: Household, alice: User) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            cookable(household)
        return len(captured)

    RecipeFactory(household=household, lines="1 onion")
    here(household, "onion", 1, "piece")
    few = queries()
    for number in range(12):
        RecipeFactory(household=household, lines="1 onion\n2 leeks\n3 carrots")
        here(household, f"frumble {number}", 1, "jar")
    assert queries() == few


def test_others_recipes_and_shelves_do_not_count(household: Household, other_household: Household) -> None:
    RecipeFactory(household=other_household, name="Theirs", lines="1 onion")
    RecipeFactory(household=household, name="Ours", lines="1 onion")
    RecipeFactory(household=household, name="Gone", lines="1 onion", deleted_at="2026-01-01T00:00Z")
    here(other_household, "onion", 5, "piece")
    found = cookable(household)
    assert [(one.recipe.name, one.have) for one in found] == [("Ours", 0)]
