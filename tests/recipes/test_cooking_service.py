"""recipes:cooking.create under its page: the same meal by two people at once, and the same press twice."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from accounts.models import Household, User
from kitchen.ids import new_id
from kitchen.units import Quantity
from pantry.models import StockItem
from pantry.services.stock_made import Use
from recipes.models import Recipe, RecipeCooking
from recipes.services.cooking import Plan, cook_recipe
from tests.accounts.races import at_once
from tests.database import as_owner
from tests.factories import RecipeFactory, StockItemFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def soup(household: Household) -> Recipe:
    made: Recipe = RecipeFactory(household=household, name="Soup", lines="400 g rice")
    return made


def cooking(soup: Recipe, lot: StockItem, by: User, **more: object) -> Callable[[Callable[[], object]], object]:
    plan = Plan(uses=(Use(lot.pk, Quantity(Decimal(400), "g")),), newest=str(more.get("newest", "")))
    operation = more.get("operation") or new_id()

    def work(ready: Callable[[], object]) -> object:
        ready()
        return cook_recipe(soup, plan, by=by, operation=operation)  # type: ignore[arg-type]

    return work


def outcome(lot: StockItem) -> tuple[Decimal | None, int]:
    with as_owner():
        return StockItem.objects.get(pk=lot.pk).amount, RecipeCooking.objects.count()


def test_two_people_write_one_meal_down_once(household: Household, soup: Recipe, alice: User, bob: User) -> None:
    lot = StockItemFactory(household=household)
    refused = at_once(*((who, household, cooking(soup, lot, who)) for who in (alice, bob)))
    assert [sentence.partition(" ")[2][:25] for sentence in refused] == ["has written down that thi"]
    assert outcome(lot) == (600, 1)


def test_one_press_that_arrives_twice_is_done_once(household: Household, soup: Recipe, alice: User) -> None:
    lot, operation = StockItemFactory(household=household), new_id()
    assert not at_once(*((alice, household, cooking(soup, lot, alice, operation=operation)) for _ in range(2)))
    assert outcome(lot) == (600, 1)


def test_what_two_dishes_want_is_taken_once(household: Household, soup: Recipe, alice: User, bob: User) -> None:
    lot = StockItemFactory(household=household, amount=500)
    other = RecipeFactory(household=household, name="Stew", lines="400 g rice")
    refused = at_once((alice, household, cooking(soup, lot, alice)), (bob, household, cooking(other, lot, bob)))
    assert len(refused) == 1
    assert "There is not that much" in refused[0]
    assert outcome(lot) == (100, 1)
