from decimal import Decimal
from typing import Any

import pytest

from accounts.models import Activity, Household, User
from kitchen.ids import new_id
from pantry.models import MovementKind, StockItem, StockMovement
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import StockItemFactory
from tests.pantry.ledger import sums_hold


@pytest.fixture
def rice(household: Household, alice: User) -> StockItem:
    item: StockItem = StockItemFactory(household=household, name="Rice")
    return item


def url(item: StockItem) -> str:
    """pantry:stock.waste"""
    return f"/h/{item.household.code}/pantry/stock/{item.pk}/waste/"


def form(**others: Any) -> dict[str, Any]:
    return {"operation": new_id(), "amount": "", "unit": "g", "reason": "spoiled", **others}


def test_a_part_is_thrown_away_with_its_reason(rice: StockItem, bob: User, client_of: ClientOf) -> None:
    client, same = client_of(bob), form(amount="250", reason="left_over")
    assert [client.post(url(rice), same).status_code for _ in range(2)] == [302, 302]
    with as_owner():
        line = StockMovement.objects.get(kind=MovementKind.WASTED)
        assert (line.delta, line.reason, line.by) == (Decimal(-250), "left_over", bob)
        assert Activity.objects.get().facts["reason"] == "left_over"
    page = client.get(f"/h/{rice.household.code}/pantry/stock/{rice.pk}/").content.decode()
    assert "Bob threw 250 g away" in page
    assert "too much was made" in page
    assert sums_hold(rice.household)


def test_what_is_past_its_date_says_so_by_itself(household: Household, alice: User, client_of: ClientOf) -> None:
    old = StockItemFactory(household=household, name="Ham", use_by="2020-01-01", date_kind="use_by")
    html = client_of(alice).get(url(old)).content.decode()
    checked = html.split("checked")[0].rsplit('value="', 1)[1].split('"')[0]
    assert checked == "past_date"


@pytest.mark.parametrize(
    "wrong", [{"part": "all", "reason": ""}, {"part": "all", "reason": "aliens"}, {"amount": "5000"}, {"amount": ""}]
)
def test_bad_input_is_refused(wrong: dict[str, str], rice: StockItem, alice: User, client_of: ClientOf) -> None:
    assert client_of(alice).post(url(rice), form(**wrong)).status_code == 422
    with as_owner():
        assert StockItem.objects.get().amount == 1000


def test_guests_and_strangers_do_not(rice: StockItem, guest: User, stranger: User, client_of: ClientOf) -> None:
    assert client_of(guest).post(url(rice), form(part="all")).status_code == 403
    assert client_of(stranger).post(url(rice), form(part="all")).status_code == 404
