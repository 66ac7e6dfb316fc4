"""shopping:list.archived, shopping:list.bring_back, shopping:list.delete"""

import pytest
from django.test import Client

from accounts.models import Activity, Household, User
from shopping.models import ItemState, ShoppingList
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories.shopping import ShoppingListFactory
from tests.shopping.rows import on_list


def url(household: Household, rest: str = "archived/") -> str:
    return f"/h/{household.code}/shopping/lists/{rest}"


def undo(client: Client, household: Household) -> int:
    with as_owner():
        newest = Activity.objects.filter(household=household).latest("number")
    return client.post(f"/h/{household.code}/feed/{newest.pk}/undo/").status_code


def test_what_was_put_aside_is_found_and_brought_back(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    on_list(saturday, "Milk", state=ItemState.PUT_AWAY)
    client = client_of(bob)
    assert "Nothing was put aside" in client.get(url(saturday.household)).content.decode()
    client.post(url(saturday.household, f"{saturday.pk}/archive/"))
    page = client.get(url(saturday.household)).content.decode()
    assert "Saturday shop" in page
    assert "1 thing bought" in page
    back = url(saturday.household, f"{saturday.pk}/bring-back/")
    assert [client.post(back).status_code for _ in range(2)] == [302, 302]
    with as_owner():
        assert ShoppingList.objects.get().archived_at is None
        assert Activity.objects.filter(verb="list.brought_back").count() == 1
    assert undo(client, saturday.household) == 302
    with as_owner():
        assert ShoppingList.objects.get().archived_at


def test_only_a_list_that_never_had_anything_is_deleted(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    (milk,) = on_list(saturday, "Milk", state=ItemState.REMOVED)
    client, delete = client_of(bob), url(saturday.household, f"{saturday.pk}/delete/")
    answer = client.post(delete)
    assert answer.status_code == 422
    assert "what was bought stays known" in answer.content.decode()
    with as_owner():
        milk.delete()
    assert client.get(delete).status_code == 200
    assert client.post(delete).status_code == 302
    assert client.post(delete).status_code == 404
    with as_owner():
        assert not ShoppingList.objects.exists()
    assert undo(client, saturday.household) == 302
    with as_owner():
        back = ShoppingList.objects.get()
        assert (back.pk, back.name) == (saturday.pk, "Saturday shop")


@pytest.mark.parametrize("path", ["bring-back/", "delete/"])
def test_strangers_find_none_and_guests_may_not(
    path: str, saturday: ShoppingList, stranger: User, guest: User, client_of: ClientOf
) -> None:
    there = url(saturday.household, f"{saturday.pk}/{path}")
    assert client_of(stranger).post(there).status_code == 404
    assert client_of(guest).post(there).status_code == 403
    assert client_of(guest).get(url(saturday.household)).status_code == 200


def test_a_long_archive_has_pages(household: Household, bob: User, client_of: ClientOf) -> None:
    for number in range(31):
        kept = ShoppingListFactory(household=household, name=f"Party {number}")
        client_of(bob).post(url(household, f"{kept.pk}/archive/"))
    assert "Party 0" not in client_of(bob).get(url(household)).content.decode()
    assert "Party 0" in client_of(bob).get(f"{url(household)}?page=2").content.decode()
