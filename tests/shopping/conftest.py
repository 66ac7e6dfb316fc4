import pytest

from accounts.models import Household
from shopping.models import ShoppingList
from tests.factories.shopping import ShoppingListFactory


@pytest.fixture
def saturday(household: Household) -> ShoppingList:
    """A list of Linden 12."""
    kept: ShoppingList = ShoppingListFactory(household=household, name="Saturday shop")
    return kept
