"""home:today: the card of what is to be bought next, alone and with who is shopping."""

import pytest
from django.urls import reverse

from accounts.models import Household, User
from shopping.models import ShoppingList, ShoppingTrip, Store
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories.shopping import ShoppingListFactory, ShoppingListItemFactory

ALONE = {"HX-Request": "true", "HX-Target": "ahead"}


@pytest.fixture
def lists(household: Household) -> list[ShoppingList]:
    made = [ShoppingListFactory(household=household, name=name, position=n) for n, name in enumerate(("Home", "Party"))]
    for kept, names in zip(made, (("Bread",), ("Crisps", "Juice")), strict=True):
        for name in names:
            ShoppingListItemFactory(shopping_list=kept, name=name)
    return made


def card(household: Household, user: User, client_of: ClientOf) -> str:
    answer = client_of(user).get(reverse("home:today", kwargs={"code": household.code}), headers=ALONE)
    return " ".join(answer.content.decode().split())


def test_the_card_is_drawn_alone(
    household: Household, lists: list[ShoppingList], alice: User, client_of: ClientOf
) -> None:
    drawn = card(household, alice, client_of)
    assert drawn.startswith("<shopping-ahead")
    assert "Bread" in drawn
    assert "Crisps" not in drawn
    assert "Party" in drawn
    assert f'data-count="2" data-list="{lists[1].pk}"' in drawn


def test_the_list_that_somebody_shops_with_comes_first(
    household: Household, lists: list[ShoppingList], alice: User, bob: User, client_of: ClientOf
) -> None:
    with as_owner():
        store = Store.objects.create(household=household, name="Edeka")
        ShoppingTrip.objects.create(household=household, shopping_list=lists[1], store=store, by=bob)
    drawn = card(household, alice, client_of)
    assert "Bob is shopping at Edeka" in drawn
    assert "Crisps" in drawn
    assert "Bread" not in drawn


def test_nothing_to_buy(household: Household, guest: User, client_of: ClientOf) -> None:
    assert "Nothing to buy" in card(household, guest, client_of)
