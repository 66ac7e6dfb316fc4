"""shopping:list_store.choose: each person sees the list in the order of the store that they chose."""

import re

import pytest
from django.test import Client

from accounts.models import Household, User
from shopping.aisles import put
from shopping.models import ShoppingList, ShoppingTrip, Store
from shopping.queries.aisle_order import CATALOGUE
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.shopping.shops import AISLE, kept_trip, store, trip

COLD_FIRST = put(CATALOGUE, AISLE["frozen"], 0)


def choose(client: Client, kept: ShoppingList, one: Store | None, **more: str) -> str:
    path = f"/h/{kept.household.code}/shopping/lists/{kept.pk}/store/"
    return str(client.post(path, {"store": str(one.pk) if one else "", **more})["Location"])


def first_aisle(client: Client, kept: ShoppingList, page: str = "") -> str:
    html = client.get(f"/h/{kept.household.code}/shopping/lists/{kept.pk}/{page}").content.decode()
    return next(slug for slug in re.findall(r'data-aisle="([a-z]+)"', html) if slug in AISLE)


@pytest.fixture
def frozen_first(household: Household) -> Store:
    return store(household, name="Cold hall", aisles=COLD_FIRST)


def test_one_person_chooses_for_themselves(
    saturday: ShoppingList, frozen_first: Store, alice: User, bob: User, client_of: ClientOf
) -> None:
    hers, his = client_of(alice), client_of(bob)
    assert choose(hers, saturday, frozen_first).endswith(f"/lists/{saturday.pk}/")
    assert first_aisle(hers, saturday) == first_aisle(hers, saturday, "shop/") == "frozen"
    assert first_aisle(his, saturday) == "fruit"
    choose(hers, saturday, None)
    assert first_aisle(hers, saturday) == "fruit"


def test_the_store_of_the_list_is_for_who_chose_none(
    saturday: ShoppingList, frozen_first: Store, bob: User, guest: User, client_of: ClientOf
) -> None:
    with as_owner():
        ShoppingList.objects.filter(pk=saturday.pk).update(store=frozen_first)
    assert first_aisle(client_of(guest), saturday) == "frozen"
    his = client_of(bob)
    choose(his, saturday, None)
    assert first_aisle(his, saturday) == "fruit"
    with as_owner():
        Store.objects.filter(pk=frozen_first.pk).update(removed_at="2026-01-01T00:00Z")
    assert first_aisle(client_of(guest), saturday) == "fruit"


def test_in_the_shop_it_is_said_where_one_is(
    saturday: ShoppingList, frozen_first: Store, bob: User, client_of: ClientOf
) -> None:
    his, on_it = client_of(bob), trip(saturday, bob)
    assert choose(his, saturday, frozen_first, shop="1").endswith("/shop/")
    assert kept_trip(on_it).store_id == frozen_first.pk
    with as_owner():
        assert ShoppingTrip.objects.count() == 1


def test_a_store_of_others_is_none(
    saturday: ShoppingList, other_household: Household, bob: User, stranger: User, client_of: ClientOf
) -> None:
    his = client_of(bob)
    choose(his, saturday, store(other_household, aisles=COLD_FIRST))
    assert first_aisle(his, saturday) == "fruit"
    path = f"/h/{saturday.household.code}/shopping/lists/{saturday.pk}/store/"
    assert client_of(stranger).post(path, {"store": ""}).status_code == 404
    assert his.post(path, {"store": "nonsense"}).status_code == 302
