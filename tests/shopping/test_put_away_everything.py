"""shopping:put_away.everything: one tap for all that was seen in the basket, and nothing that was not."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from accounts.models import Activity, Household, User
from kitchen import tenancy
from pantry.models import StockItem
from shopping.models import ItemState, ShoppingList, ShoppingListItem
from shopping.services.item import tick_item, untick_item
from shopping.services.settling import put_all_away
from tests.accounts.races import at_once
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ProductFactory
from tests.shopping.rows import on_list, state_of


@pytest.fixture
def milk(saturday: ShoppingList, bob: User) -> ShoppingListItem:
    (made,) = on_list(saturday, "Milk", linked=True, quantity=2, unit="l")
    return ticked(made, bob)


def ticked(item: ShoppingListItem, by: User) -> ShoppingListItem:
    with tenancy.scope(household=item.household_id, person=by.pk):
        return tick_item(item, by=by)


def number_of(kept: ShoppingList) -> int:
    with as_owner():
        return ShoppingList.objects.values_list("number", flat=True).get(pk=kept.pk)


def press(client: Client, kept: ShoppingList, until: Any) -> Any:
    url = f"/h/{kept.household.code}/shopping/lists/{kept.pk}/put-away/all/"
    return client.post(url, {"until": until}, follow=True)


def lots(household: Household) -> list[StockItem]:
    with as_owner():
        return list(StockItem.objects.filter(household=household, finished_at=None).select_related("place"))


def test_one_tap_puts_it_all_where_such_things_go_and_says_so(
    saturday: ShoppingList, milk: ShoppingListItem, bob: User, client_of: ClientOf
) -> None:
    ticked(on_list(saturday, "Glow sticks")[0], bob)
    client = client_of(bob)
    html = client.get(f"/h/{saturday.household.code}/shopping/lists/{saturday.pk}/").content.decode()
    assert f'name="until" value="{number_of(saturday)}"' in " ".join(html.split())
    answer = press(client, saturday, number_of(saturday))
    (lot,) = lots(saturday.household)
    assert (lot.name, lot.amount, lot.place.storage, lot.date_kind) == ("Milk", Decimal(2), "fridge", "estimated")
    page = answer.content.decode()
    assert "Put away. Milk: Fridge. 1 thing that is no food is off the list." in page
    assert "/undo/" in page


def test_product_price_and_note_go_along(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    sold = ProductFactory(household=saturday.household, name="Blue Cow milk")
    (item,) = on_list(saturday, "Milk", linked=True, product=sold, price=Decimal("3.18"), note="organic")
    ticked(item, bob)
    press(client_of(bob), saturday, number_of(saturday))
    (lot,) = lots(saturday.household)
    assert (lot.product_id, lot.price, lot.note) == (sold.pk, Decimal("3.18"), "organic")


def test_what_was_ticked_after_the_page_was_drawn_stays(
    saturday: ShoppingList, milk: ShoppingListItem, alice: User, bob: User, client_of: ClientOf
) -> None:
    until = number_of(saturday)
    bread = ticked(on_list(saturday, "Bread", linked=True)[0], alice)
    page = press(client_of(bob), saturday, until).content.decode()
    assert (state_of(milk), state_of(bread)) == (ItemState.PUT_AWAY, ItemState.TICKED)
    assert "Ticked since, and still in the basket: Bread." in page


def test_pressed_again_it_does_nothing_again_and_after_undo_it_waits_to_be_seen(
    saturday: ShoppingList, milk: ShoppingListItem, bob: User, client_of: ClientOf
) -> None:
    client, until = client_of(bob), number_of(saturday)
    for _ in range(2):
        assert press(client, saturday, until).status_code == 200
    assert len(lots(saturday.household)) == 1
    with as_owner():
        told = Activity.objects.get(household=saturday.household, verb="list.put_away")
    client.post(f"/h/{saturday.household.code}/feed/{told.pk}/undo/")
    assert (state_of(milk), lots(saturday.household)) == (ItemState.TICKED, [])
    # The page from before knows nothing of the undo.
    assert press(client, saturday, until).status_code == 422
    assert lots(saturday.household) == []
    press(client, saturday, number_of(saturday))
    assert len(lots(saturday.household)) == 1


def test_what_was_taken_out_of_the_basket_stays_on_the_list(
    saturday: ShoppingList, milk: ShoppingListItem, alice: User, bob: User, client_of: ClientOf
) -> None:
    until = number_of(saturday)
    with tenancy.scope(household=saturday.household_id, person=alice.pk):
        untick_item(milk, by=alice)
    assert press(client_of(bob), saturday, until).status_code == 422
    assert (state_of(milk), lots(saturday.household)) == (ItemState.OPEN, [])


@pytest.mark.parametrize("until", ["", "soon", "-1", "9" * 30])
def test_a_page_that_does_not_say_what_it_showed_is_asked_line_by_line(
    until: str, saturday: ShoppingList, milk: ShoppingListItem, bob: User, client_of: ClientOf
) -> None:
    assert "Where does it go?" in press(client_of(bob), saturday, until).content.decode()
    assert state_of(milk) == ItemState.TICKED


def test_guests_and_strangers_put_nothing_away(
    saturday: ShoppingList, milk: ShoppingListItem, guest: User, stranger: User, client_of: ClientOf
) -> None:
    assert press(client_of(guest), saturday, 99).status_code == 403
    assert press(client_of(stranger), saturday, 99).status_code == 404
    assert lots(saturday.household) == []


@pytest.mark.django_db(transaction=True)
def test_a_tap_and_an_untick_at_the_same_moment_never_do_both(
    saturday: ShoppingList, milk: ShoppingListItem, alice: User, bob: User
) -> None:
    until = number_of(saturday)
    home = saturday.household

    def away(ready: Any) -> object:
        return (ready(), put_all_away(saturday, until, by=alice))

    def out(ready: Any) -> object:
        return (ready(), untick_item(milk, by=bob))

    refused = at_once((alice, home, away), (bob, home, out))
    assert len(refused) == 1
    assert (state_of(milk), len(lots(home))) in {(ItemState.PUT_AWAY, 1), (ItemState.OPEN, 0)}
