from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from accounts.models import Activity, Household, User
from kitchen import tenancy
from kitchen.ids import new_id
from pantry.models import StockItem
from pantry.queries.foods import food_called
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import StockItemFactory
from tests.pantry.ledger import sums_hold


@pytest.fixture
def rice(household: Household, alice: User) -> StockItem:
    item: StockItem = StockItemFactory(household=household, name="Rice", note="the red tin")
    return item


def url(item: StockItem) -> str:
    """pantry:stock.edit"""
    return f"/h/{item.household.code}/pantry/stock/{item.pk}/edit/"


def form(item: StockItem, **others: Any) -> dict[str, Any]:
    said = {"name": "Rice", "amount": "1000", "unit": "g", "rough": "", "place": str(item.place_id)}
    return {"operation": new_id(), **said, "use_by": "", "note": "the red tin", **others}


def now(item: StockItem) -> StockItem:
    with as_owner():
        return StockItem.objects.get(pk=item.pk)


def test_everything_can_be_set_right(rice: StockItem, bob: User, client_of: ClientOf) -> None:
    package = {"printed_on": "2030-02-28", "printed_kind": "best_before"}
    said = form(rice, name="Basmati", amount="1,5 kg", note="", price="2,49", **package)
    assert client_of(bob).post(url(rice), said).status_code == 302
    right = now(rice)
    assert (right.name, right.name_key, right.amount, right.unit) == ("Basmati", "basmati", 1.5, "kg")
    assert (right.use_by, right.date_kind, right.date_why) == (date(2030, 2, 28), "best_before", "printed")
    assert (right.price, right.price_amount, right.price_unit, right.note) == (Decimal("2.49"), 1.5, "kg", "")
    assert sums_hold(rice.household)


def test_a_date_set_by_hand_stays_apart_from_the_package(rice: StockItem, bob: User, client_of: ClientOf) -> None:
    client, package = client_of(bob), {"printed_on": "2030-02-28", "printed_kind": "use_by"}
    client.post(url(rice), form(rice, **package))
    client.post(url(rice), form(rice, **package, use_by="2030-02-20"))
    right = now(rice)
    assert (right.use_by, right.date_kind, right.date_why) == (date(2030, 2, 20), "estimated", "said")
    assert right.printed_on == date(2030, 2, 28)
    refused = client.post(url(rice), form(rice, **package, use_by="2030-03-20"))
    assert refused.status_code == 422
    assert "use by 28 Feb 2030" in refused.content.decode()


def test_it_may_count_as_another_food(rice: StockItem, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    assert client.post(url(rice), form(rice, food="basmati rice")).status_code == 302
    assert now(rice).food_ref == food_called("basmati rice")
    with tenancy.scope(household=rice.household_id, person=bob.pk):
        assert food_called("Rice") == food_called("basmati rice"), "and the word is remembered"
    refused = client.post(url(rice), form(rice, food="zorblaxes"))
    assert "No food is known by this name: zorblaxes." in refused.content.decode()


def test_roughly_goes_before_a_number(rice: StockItem, alice: User, client_of: ClientOf) -> None:
    client_of(alice).post(url(rice), form(rice, rough="half"))
    assert (now(rice).amount, now(rice).rough) == (None, "half")
    client_of(alice).post(url(rice), form(rice, amount="3", unit="pack"))
    assert (now(rice).amount, now(rice).unit, now(rice).rough) == (3, "pack", "")
    assert sums_hold(rice.household)


def test_what_is_right_already_is_no_news(rice: StockItem, alice: User, client_of: ClientOf) -> None:
    assert client_of(alice).post(url(rice), form(rice)).status_code == 302
    with as_owner():
        assert not Activity.objects.exists()


def test_the_form_shows_what_is_said_now(rice: StockItem, alice: User, client_of: ClientOf) -> None:
    html = client_of(alice).get(url(rice)).content.decode()
    for kept in ('value="Rice"', 'value="1000"', 'value="the red tin"'):
        assert kept in html


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " "},
        {"name": "x" * 121},
        {"amount": ""},
        {"amount": "lots"},
        {"amount": "99999999"},
        {"unit": "parsec"},
        {"rough": "plenty"},
        {"place": "x"},
        {"use_by": "31 February"},
        {"printed_on": "31 February"},
        {"printed_kind": "moon"},
        {"price": "-1"},
        {"price": "a lot"},
        {"price": "99999999"},
        {"note": "x" * 301},
        {"note": "\x00"},
        {"operation": ""},
    ],
)
def test_bad_input_is_refused(wrong: dict[str, str], rice: StockItem, alice: User, client_of: ClientOf) -> None:
    assert client_of(alice).post(url(rice), form(rice, **wrong)).status_code == 422
    assert (now(rice).name, now(rice).amount) == ("Rice", 1000)


def test_guests_and_strangers_do_not(rice: StockItem, guest: User, stranger: User, client_of: ClientOf) -> None:
    assert client_of(guest).post(url(rice), form(rice)).status_code == 403
    assert client_of(stranger).post(url(rice), form(rice)).status_code == 404
