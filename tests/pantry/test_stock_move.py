from typing import Any

import pytest

from accounts.models import Household, User
from kitchen.ids import new_id
from pantry.models import Place, StockItem, StockMovement
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import PlaceFactory, StockItemFactory
from tests.pantry.ledger import sums_hold


@pytest.fixture
def cellar(household: Household) -> Place:
    place: Place = PlaceFactory(household=household, name="Cellar", storage="pantry")
    return place


@pytest.fixture
def rice(household: Household, alice: User, cellar: Place) -> StockItem:
    item: StockItem = StockItemFactory(household=household, name="Rice")
    return item


def url(item: StockItem) -> str:
    """pantry:stock.move"""
    return f"/h/{item.household.code}/pantry/stock/{item.pk}/move/"


def form(place: object, **others: Any) -> dict[str, Any]:
    return {"operation": new_id(), "place": str(place), **others}


def test_it_goes_to_another_place_once(rice: StockItem, cellar: Place, bob: User, client_of: ClientOf) -> None:
    client, same = client_of(bob), form(cellar.pk)
    assert client.post(url(rice), same).status_code == 302
    assert client.post(url(rice), same).status_code == 422, "where it is already is not offered"
    with as_owner():
        assert StockItem.objects.get().place == cellar
        line = StockMovement.objects.get(kind="moved")
        assert (line.delta, line.from_place, line.to_place) == (0, rice.place, cellar)
    html = client.get(f"/h/{rice.household.code}/pantry/stock/{rice.pk}/").content.decode()
    assert "Bob moved it from Fridge to Cellar" in html
    assert sums_hold(rice.household)


def test_only_other_places_of_the_household_are_offered(
    rice: StockItem, other_household: Household, alice: User, client_of: ClientOf
) -> None:
    theirs = PlaceFactory(household=other_household, name="Their shed")
    client = client_of(alice)
    html = client.get(url(rice)).content.decode().split("<main")[1].split("</main>")[0]
    assert "Cellar" in html
    assert "Their shed" not in html
    assert html.count('type="radio"') == 1
    for place in (theirs.pk, "x", "", new_id()):
        assert client.post(url(rice), form(place)).status_code == 422


def test_guests_and_strangers_do_not(
    rice: StockItem, cellar: Place, guest: User, stranger: User, client_of: ClientOf
) -> None:
    assert client_of(guest).post(url(rice), form(cellar.pk)).status_code == 403
    assert client_of(stranger).post(url(rice), form(cellar.pk)).status_code == 404
