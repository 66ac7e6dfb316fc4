"""shopping:purchase.index, shopping:purchase.show, shopping:purchase.edit"""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from accounts.models import Household, User
from shopping.models import ItemState, PriceRecord, ShoppingList, ShoppingListItem
from shopping.services.price import keep_prices
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.shopping.rows import on_list
from tests.shopping.shops import as_member, store, ticked_at, trip

SATURDAY = datetime(2026, 3, 7, 10, tzinfo=UTC)


def page(client: Any, household: Household, more: str = "") -> str:
    answer = client.get(f"/h/{household.code}/shopping/purchases/{more}")
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


@pytest.fixture
def shop(saturday: ShoppingList, bob: User) -> list[ShoppingListItem]:
    """Milk, jam and salt that Bob bought on a trip to Lidl, bread on another day without one; salt has no price."""
    things = on_list(saturday, "Milk", "Jam", "Salt", "Bread", quantity=2, unit="l")
    on_it = trip(saturday, bob, store=store(saturday.household, name="Lidl"))
    for at, item in enumerate(things[:3]):
        ticked_at(item, SATURDAY + timedelta(minutes=at), bob, trip=on_it, store=on_it.store)
    ticked_at(things[3], SATURDAY - timedelta(days=3), bob)
    prices = [Decimal("2.40"), Decimal("3.10"), None, Decimal("1.80")]
    for item, price in zip(things, prices, strict=True):
        with as_owner():
            ShoppingListItem.objects.filter(pk=item.pk).update(price=price, state=ItemState.PUT_AWAY)
    with as_owner():
        items = list(ShoppingListItem.objects.filter(shopping_list=saturday))
    with as_member(saturday.household, bob):
        keep_prices(saturday.household, items)
    return things


def test_by_trip_and_by_day(
    shop: list[ShoppingListItem], saturday: ShoppingList, alice: User, client_of: ClientOf
) -> None:
    told = page(client_of(alice), saturday.household)
    head, _first, rest = told.partition("Saturday, 7 March 2026")
    assert "Bread" not in head
    assert "Lidl · 3 things · <strong>€ 5.50</strong> for 2 of them" in rest
    assert rest.index("Salt") < rest.index("Jam") < rest.index("Milk") < rest.index("Wednesday, 4 March 2026")
    assert "Bob" in rest.partition("Wednesday")[2]


def test_by_name(shop: list[ShoppingListItem], saturday: ShoppingList, alice: User, client_of: ClientOf) -> None:
    told = page(client_of(alice), saturday.household, "?q=jAM")
    assert "Jam" in told
    assert "Milk" not in told
    assert "1 thing · <strong>€ 3.10</strong>" in told
    assert "Nothing called “&lt;x&gt;” was bought" in page(client_of(alice), saturday.household, "?q=%3Cx%3E")
    assert client_of(alice).get(f"/h/{saturday.household.code}/shopping/purchases/?q=%00").status_code == 200


def test_nothing_bought(household: Household, alice: User, client_of: ClientOf) -> None:
    assert "Nothing bought yet" in page(client_of(alice), household)


def test_what_one_thing_cost(
    shop: list[ShoppingListItem], saturday: ShoppingList, alice: User, client_of: ClientOf
) -> None:
    told = page(client_of(alice), saturday.household, f"{shop[0].pk}/")
    assert 'This time: <strong class="num">€ 2.40</strong>' in told
    assert '7 Mar 2026 <span class="soft">· Lidl</span>' in told
    assert "€ 1.20 a l" in told
    assert "Nobody said what it cost this time." in page(client_of(alice), saturday.household, f"{shop[2].pk}/")


def send(client: Any, item: ShoppingListItem, price: str) -> Any:
    return client.post(f"/h/{item.household.code}/shopping/purchases/{item.pk}/edit/", {"price": price})


def test_a_price_is_set_right_and_said_later(shop: list[ShoppingListItem], alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    for item, price in ((shop[0], "2,60"), (shop[2], "0.99"), (shop[2], "0.99"), (shop[1], "")):
        assert send(client, item, price).status_code == 302
    with as_owner():
        kept = dict(PriceRecord.objects.values_list("name", "price"))
        assert ShoppingListItem.objects.get(pk=shop[1].pk).price is None
    assert kept == {"Milk": Decimal("2.60"), "Salt": Decimal("0.99"), "Bread": Decimal("1.80")}


@pytest.mark.parametrize("price", ["-1", "free", "1 2", "1e9", "9" * 20])
def test_what_is_no_price_is_refused(
    price: str, shop: list[ShoppingListItem], alice: User, client_of: ClientOf
) -> None:
    answer = send(client_of(alice), shop[0], price)
    assert answer.status_code == 422
    assert f'value="{price}"' in answer.content.decode()


def test_what_is_on_the_list_is_changed_there(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    (milk,) = on_list(saturday, "Milk")
    ticked_at(milk, SATURDAY, bob)
    assert send(client_of(bob), milk, "1").status_code == 422
    assert "Change it on the list" in page(client_of(bob), saturday.household, f"{milk.pk}/")


def test_guests_and_strangers_read_no_prices(
    shop: list[ShoppingListItem], guest: User, stranger: User, client_of: ClientOf
) -> None:
    for user, status in ((guest, 403), (stranger, 404)):
        client, path = client_of(user), f"/h/{shop[0].household.code}/shopping/purchases/"
        for more in ("", f"{shop[0].pk}/", f"{shop[0].pk}/edit/"):
            assert client.get(path + more).status_code == status
        assert send(client, shop[0], "1").status_code == status
