"""shopping:put_away.create: from the basket to the shelves, once."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from accounts.models import Activity, Household, User
from kitchen import tenancy
from kitchen.ids import new_id
from kitchen.units import Quantity
from pantry.models import DateKind, Place, StockItem
from pantry.queries.day import today_in
from pantry.services.stock import use_stock
from shopping.models import ItemState, ShoppingList, ShoppingListItem
from shopping.services.put_away import Line, proposed_for, put_away
from tests.accounts.races import at_once
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import PlaceFactory
from tests.factories.shopping import ShoppingListItemFactory
from tests.shopping.rows import on_list, state_of


@pytest.fixture
def milk(saturday: ShoppingList) -> ShoppingListItem:
    made: ShoppingListItem = ShoppingListItemFactory(
        shopping_list=saturday, name="Milk", linked=True, ticked=True, quantity=2, unit="l"
    )
    return made


def url(kept: ShoppingList) -> str:
    return f"/h/{kept.household.code}/shopping/lists/{kept.pk}/put-away/"


def place_named(household: Household, storage: str) -> Place:
    with as_owner():
        return Place.objects.filter(household=household, storage=storage)[0]


def line(item: ShoppingListItem, place: Place, **others: str) -> dict[str, Any]:
    given = {"keep": "on", "amount": "2 l", "place": str(place.pk), "use_by": "", **others}
    return {f"{item.pk.hex}-{name}": value for name, value in given.items() if value}


def lots(household: Household) -> list[StockItem]:
    with as_owner():
        return list(StockItem.objects.filter(household=household, finished_at=None).select_related("place"))


def undo(client: Client, household: Household) -> int:
    with as_owner():
        told = Activity.objects.get(household=household, verb="list.put_away")
    return client.post(f"/h/{household.code}/feed/{told.pk}/undo/").status_code


def test_proposes_amount_place_and_date(
    saturday: ShoppingList, milk: ShoppingListItem, bob: User, client_of: ClientOf
) -> None:
    on_list(saturday, "Glow sticks", ticked=True)
    page = client_of(bob).get(url(saturday)).content.decode()
    assert 'value="2 l"' in page
    assert "Put all 2 away" in page
    fridge = place_named(saturday.household, "fridge")
    assert f'name="{milk.pk.hex}-place" value="{fridge.pk}"' in page
    # What is no food, as far as anybody knows, is not meant for the shelves.
    assert re.findall(r'name="(\w+)-keep"[^>]* checked', page) == [milk.pk.hex]


def test_one_press_puts_all_of_it_on_the_shelves(
    saturday: ShoppingList, milk: ShoppingListItem, bob: User, client_of: ClientOf
) -> None:
    (sticks,) = on_list(saturday, "Glow sticks", ticked=True)
    client = client_of(bob)
    client.get(url(saturday))
    fridge = place_named(saturday.household, "fridge")
    data = {"id": new_id(), **line(milk, fridge, use_by="2030-01-05"), **line(sticks, fridge, keep="", amount="")}
    for _ in range(2):
        assert client.post(url(saturday), data).status_code == 302
    (lot,) = lots(saturday.household)
    assert (lot.name, lot.amount, lot.unit, lot.place) == ("Milk", Decimal(2), "l", fridge)
    assert (lot.use_by, lot.date_kind) == (date(2030, 1, 5), DateKind.USE_BY)
    assert {state_of(milk), state_of(sticks)} == {ItemState.PUT_AWAY}


def test_the_proposed_date_is_kept_as_an_estimate(
    saturday: ShoppingList, milk: ShoppingListItem, bob: User, client_of: ClientOf
) -> None:
    client = client_of(bob)
    client.get(url(saturday))
    fridge = place_named(saturday.household, "fridge")
    with as_owner():
        milk.refresh_from_db()
        (proposal,) = proposed_for([milk], saturday.household, today_in(saturday.household))
    assert proposal.use_by is not None
    client.post(url(saturday), {"id": new_id(), **line(milk, fridge, use_by=proposal.use_by.isoformat())})
    assert lots(saturday.household)[0].date_kind == DateKind.ESTIMATED


def test_undo_takes_the_lots_back_into_the_basket(
    saturday: ShoppingList, milk: ShoppingListItem, bob: User, client_of: ClientOf
) -> None:
    client = client_of(bob)
    client.get(url(saturday))
    client.post(url(saturday), {"id": new_id(), **line(milk, place_named(saturday.household, "fridge"))})
    assert undo(client, saturday.household) == 302
    assert state_of(milk) == ItemState.TICKED
    assert lots(saturday.household) == []


def test_one_line_of_the_feed_tells_it(
    saturday: ShoppingList, milk: ShoppingListItem, bob: User, client_of: ClientOf
) -> None:
    client = client_of(bob)
    client.get(url(saturday))
    client.post(url(saturday), {"id": new_id(), **line(milk, place_named(saturday.household, "fridge"))})
    with as_owner():
        assert Activity.objects.get(household=saturday.household).verb == "list.put_away"
    feed = client.get(f"/h/{saturday.household.code}/feed/").content.decode()
    assert "Bob bought 2 l Milk and put it away" in feed


def test_a_basket_of_nothing_to_eat_is_emptied(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    (sticks,) = on_list(saturday, "Glow sticks", ticked=True)
    client = client_of(bob)
    client.get(url(saturday))
    fridge = place_named(saturday.household, "fridge")
    client.post(url(saturday), {"id": new_id(), **line(sticks, fridge, keep="", amount="")})
    assert state_of(sticks) == ItemState.PUT_AWAY
    with as_owner():
        told = Activity.objects.get(household=saturday.household)
    assert client.post(f"/h/{saturday.household.code}/feed/{told.pk}/undo/").status_code == 302
    assert state_of(sticks) == ItemState.TICKED


def test_undo_refuses_when_some_of_it_is_eaten(
    saturday: ShoppingList, milk: ShoppingListItem, bob: User, client_of: ClientOf
) -> None:
    client = client_of(bob)
    client.get(url(saturday))
    client.post(url(saturday), {"id": new_id(), **line(milk, place_named(saturday.household, "fridge"))})
    with tenancy.scope(household=saturday.household_id, person=bob.pk):
        use_stock(StockItem.objects.get(), Quantity(Decimal(1), "l"), by=bob, operation=new_id())
    assert undo(client, saturday.household) == 422
    assert state_of(milk) == ItemState.PUT_AWAY


def test_what_is_ticked_meanwhile_stays_in_the_basket(
    saturday: ShoppingList, milk: ShoppingListItem, bob: User, client_of: ClientOf
) -> None:
    client = client_of(bob)
    client.get(url(saturday))
    (late,) = on_list(saturday, "Bread", ticked=True)
    client.post(url(saturday), {"id": new_id(), **line(milk, place_named(saturday.household, "fridge"))})
    assert state_of(late) == ItemState.TICKED


@pytest.mark.parametrize("wrong", [{"amount": "lots"}, {"use_by": "soon"}, {"place": "x"}, {"price": "much"}])
def test_bad_lines_are_refused_and_what_was_typed_stays(
    wrong: dict[str, str], saturday: ShoppingList, milk: ShoppingListItem, bob: User, client_of: ClientOf
) -> None:
    client = client_of(bob)
    client.get(url(saturday))
    good = line(milk, place_named(saturday.household, "fridge"), amount="3 l")
    data = {"id": new_id(), **good, **{f"{milk.pk.hex}-{name}": value for name, value in wrong.items()}}
    answer = client.post(url(saturday), data)
    assert answer.status_code == 422
    assert wrong.get("amount", "3 l") in answer.content.decode()
    assert state_of(milk) == ItemState.TICKED


def test_a_place_of_others_is_none(
    saturday: ShoppingList, milk: ShoppingListItem, other_household: Household, bob: User, client_of: ClientOf
) -> None:
    client = client_of(bob)
    client.get(url(saturday))
    theirs = PlaceFactory(household=other_household)
    assert client.post(url(saturday), {"id": new_id(), **line(milk, theirs)}).status_code == 422
    assert lots(other_household) == []


def test_an_empty_basket_says_so(saturday: ShoppingList, bob: User, guest: User, client_of: ClientOf) -> None:
    assert "The basket is empty" in client_of(bob).get(url(saturday)).content.decode()
    assert client_of(bob).post(url(saturday), {"id": new_id()}).status_code == 422
    assert client_of(guest).get(url(saturday)).status_code == 403


@pytest.mark.django_db(transaction=True)
def test_two_who_come_home_at_once_fill_the_shelf_once(
    saturday: ShoppingList, milk: ShoppingListItem, alice: User, bob: User
) -> None:
    fridge = PlaceFactory(household=saturday.household)

    def work(by: User) -> Any:
        lines = [Line(milk.pk, place=fridge)]
        return by, saturday.household, lambda ready: (ready(), put_away(saturday, lines, by=by, operation=new_id()))

    assert len(at_once(work(alice), work(bob))) == 1
    assert len(lots(saturday.household)) == 1
