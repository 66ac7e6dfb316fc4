"""pantry:stock.use, from its page, from a row and in the dialog; and two people who use up the same lot at once."""

from decimal import Decimal
from typing import Any

import pytest

from accounts.models import Activity, Household, User
from kitchen.ids import new_id
from kitchen.units import Quantity
from pantry.models import StockItem
from pantry.services.stock import use_stock
from tests.accounts.races import at_once
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import StockItemFactory
from tests.pantry.ledger import sums_hold

SEVEN_HUNDRED = Quantity(Decimal(700), "g")
HTMX = {"hx-request": "true"}
DIALOG = {**HTMX, "hx-target": "dialog-body"}


@pytest.fixture
def rice(household: Household, alice: User) -> StockItem:
    item: StockItem = StockItemFactory(household=household, name="Rice")
    return item


def url(item: StockItem) -> str:
    return f"/h/{item.household.code}/pantry/stock/{item.pk}/use/"


def form(**others: Any) -> dict[str, Any]:
    return {"operation": new_id(), "amount": "", "unit": "g", **others}


def left(item: StockItem) -> Decimal | None:
    with as_owner():
        return StockItem.objects.get(pk=item.pk).amount


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ({"part": "all"}, "0"),
        ({"part": "half"}, "500"),
        ({"amount": "300"}, "700"),
        ({"amount": "0,25", "unit": "kg"}, "750"),
        ({"amount": "½ kg"}, "500"),
    ],
)
def test_all_half_or_so_much(said: dict[str, str], rest: str, rice: StockItem, bob: User, client_of: ClientOf) -> None:
    assert client_of(bob).post(url(rice), form(**said)).status_code == 302
    assert left(rice) == Decimal(rest)
    assert sums_hold(rice.household)


def test_another_amount_on_a_page_gone_back_to_is_taken_too(rice: StockItem, alice: User, client_of: ClientOf) -> None:
    client, before, same = client_of(alice), left(rice), new_id()
    for amount in ("100", "200", "200"):
        assert client.post(url(rice), form(operation=same, amount=amount)).status_code == 302
    assert before is not None
    assert left(rice) == before - 300


def test_twice_the_same_is_once(rice: StockItem, alice: User, client_of: ClientOf) -> None:
    client, same = client_of(alice), form(amount="400")
    for _ in range(2):
        client.post(url(rice), same)
    assert left(rice) == 600


def test_one_operation_of_a_page_serves_each_of_its_rows(rice: StockItem, alice: User, client_of: ClientOf) -> None:
    other = StockItemFactory(household=rice.household, name="Oats")
    client, same = client_of(alice), {"operation": new_id(), "part": "all"}
    for item in (rice, other):
        assert client.post(url(item), same, headers=HTMX).status_code == 200
    assert (left(rice), left(other)) == (0, 0)


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"amount": "x"},
        {"amount": "0"},
        {"amount": "-3"},
        {"amount": "1001"},
        {"amount": "3 bananas"},
        {"amount": "1", "unit": "parsec"},
        {"amount": "9" * 50},
        {"amount": "1e5"},
        {"part": "most"},
        {"operation": "x", "part": "all"},
    ],
)
def test_bad_amounts_are_refused(wrong: dict[str, str], rice: StockItem, alice: User, client_of: ClientOf) -> None:
    response = client_of(alice).post(url(rice), form(**wrong))
    assert response.status_code == 422
    assert "Rice" in response.content.decode()
    assert left(rice) == 1000


def test_more_than_there_is_says_what_there_is(rice: StockItem, alice: User, client_of: ClientOf) -> None:
    html = client_of(alice).post(url(rice), form(amount="2", unit="kg")).content.decode()
    assert "There is not that much: Rice, 1 kg left." in html
    assert 'value="2"' in html


def test_a_row_hears_a_notice_with_undo_and_the_page_its_change(
    rice: StockItem, alice: User, client_of: ClientOf
) -> None:
    client = client_of(alice)
    done = client.post(url(rice), {"operation": new_id(), "part": "all"}, headers=HTMX)
    assert "live:stock" in done["HX-Trigger"]
    with as_owner():
        assert f"/feed/{Activity.objects.get().pk}/undo/" in done.content.decode()
    gone = client.post(url(rice), {"operation": new_id(), "part": "all"}, headers=HTMX)
    assert gone.status_code == 422
    assert "used up" in gone.content.decode()
    assert "hx-swap-oob" in gone.content.decode()


def test_the_dialog_keeps_what_was_typed(rice: StockItem, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    asked = client.get(url(rice), headers=DIALOG).content.decode()
    assert "<html" not in asked
    assert f'hx-post="{url(rice)}"' in asked
    refused = client.post(url(rice), form(amount="2000"), headers=DIALOG)
    assert refused.status_code == 422
    assert 'value="2000"' in refused.content.decode()


def test_what_nobody_measured_goes_as_a_whole(household: Household, alice: User, client_of: ClientOf) -> None:
    flour = StockItemFactory(household=household, name="Flour", rough="some")
    client = client_of(alice)
    assert "Half of it" not in client.get(url(flour)).content.decode()
    assert client.post(url(flour), form(amount="10")).status_code == 422
    assert client.post(url(flour), form(part="all")).status_code == 302
    with as_owner():
        assert StockItem.objects.get(pk=flour.pk).finished_at


def test_guests_and_strangers_use_nothing(rice: StockItem, guest: User, stranger: User, client_of: ClientOf) -> None:
    assert client_of(guest).post(url(rice), form(part="all")).status_code == 403
    assert client_of(stranger).post(url(rice), form(part="all")).status_code == 404
    assert left(rice) == 1000


@pytest.mark.django_db(transaction=True)
def test_the_last_of_it_goes_to_one(household: Household, alice: User, bob: User) -> None:
    rice = StockItemFactory(household=household, name="Rice")

    def use(person: User) -> Any:
        def work(ready: Any) -> None:
            item = StockItem.objects.select_related("household").get(pk=rice.pk)
            ready()
            use_stock(item, SEVEN_HUNDRED, by=person, operation=new_id())

        return work

    refused = at_once((alice, household, use(alice)), (bob, household, use(bob)))
    assert refused == ["There is not that much: Rice, 300 g left."]
    assert left(rice) == 300
    assert sums_hold(household)
