"""pantry:low.show: what is below its minimum with what to buy, and what will soon be used up."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Household, User
from kitchen.ids import new_id
from pantry.models import MovementKind, OwnFood, StockItem, StockMovement
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import StockItemFactory
from tests.pantry.foods import MILK, RICE


def url(household: Household) -> str:
    return f"/h/{household.code}/pantry/low/"


def wants(household: Household, food: int, minimum: str, unit: str) -> None:
    with as_owner():
        OwnFood.objects.create(
            household=household, base_id=food, name="x", name_key="x", minimum=Decimal(minimum), minimum_unit=unit
        )


def shown(client: Client, household: Household) -> str:
    answer = client.get(url(household), headers={"hx-request": "true"})
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_what_is_below_its_minimum_says_what_to_buy(household: Household, alice: User, client_of: ClientOf) -> None:
    wants(household, MILK, "2", "l")
    StockItemFactory(household=household, name="Milk", food_id=MILK, amount=Decimal(500), unit="ml")
    text = shown(client_of(alice), household)
    assert "500 ml there, you want 2 l" in text
    assert 'value="1.5 l milk"' in text


def test_enough_in_another_unit_is_enough(household: Household, alice: User, client_of: ClientOf) -> None:
    wants(household, RICE, "1", "kg")
    StockItemFactory(household=household, name="Rice", food_id=RICE, amount=Decimal(600), unit="g")
    StockItemFactory(household=household, name="More", food_id=RICE, amount=Decimal(1), unit="lb")
    assert "you want" not in shown(client_of(alice), household)


def test_nothing_there_and_what_nobody_measured(household: Household, alice: User, client_of: ClientOf) -> None:
    wants(household, MILK, "2", "l")
    wants(household, RICE, "1", "kg")
    StockItemFactory(household=household, name="Rice", food_id=RICE, rough="half")
    text = shown(client_of(alice), household)
    assert "nothing there, you want 2 l" in text
    assert "some is there, nobody knows how much; you want 1 kg" in text
    assert 'value="rice"' in text, "no amount is made up"


@pytest.fixture
def daily_milk(household: Household, alice: User) -> StockItem:
    """Half a litre each day for six weeks, and three litres left."""
    milk = StockItemFactory(household=household, name="Milk", food_id=MILK, amount=Decimal(3), unit="l")
    line = {"household": household, "item": milk, "kind": MovementKind.CONSUMED, "unit": "l", "by": alice}
    with as_owner():
        for day in range(43):
            used = StockMovement.objects.create(**line, operation=new_id(), delta=Decimal("-0.5"))
            at = timezone.now() - timedelta(days=day)
            StockMovement.objects.filter(pk=used.pk).update(created_at=at)
    return milk


def test_what_will_soon_be_used_up_is_told_as_an_estimate(
    household: Household, daily_milk: StockItem, alice: User, client_of: ClientOf
) -> None:
    text = shown(client_of(alice), household)
    assert "3 l there · lasts about 6 days" in text
    assert "(estimated)" in text


def test_a_rough_lot_beside_it_keeps_the_forecast_silent(
    household: Household, daily_milk: StockItem, alice: User, client_of: ClientOf
) -> None:
    StockItemFactory(household=household, name="More milk", food_id=MILK, rough="some")
    assert "lasts about" not in shown(client_of(alice), household)


def test_guests_read_and_cannot_put_it_on_a_list(
    household: Household, alice: User, guest: User, client_of: ClientOf
) -> None:
    wants(household, MILK, "2", "l")
    text = shown(client_of(guest), household)
    assert "you want 2 l" in text
    assert "<form" not in text


def test_strangers_see_nothing(household: Household, alice: User, stranger: User, client_of: ClientOf) -> None:
    assert client_of(stranger).get(url(household)).status_code == 404
