"""shopping:store.create, shopping:store.index"""

from typing import Any

from django.test import Client

from accounts.models import Activity, Household, User
from shopping.models import ShoppingList, Store
from tests.conftest import ClientOf
from tests.database import as_owner

ID = "0192f000-0000-7000-8000-00000000000a"


def send(client: Client, household: Household, **typed: str) -> Any:
    said = {"id": ID, "name": "Corner shop", "emoji": "🏪", **typed}
    return client.post(f"/h/{household.code}/shopping/stores/new/", said)


def names() -> list[str]:
    with as_owner():
        return list(Store.objects.filter(removed_at=None).order_by("name").values_list("name", flat=True))


def test_a_store_is_there_once_however_often_it_is_sent(household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    for _ in range(2):
        assert send(client, household).status_code == 302
    assert names() == ["Corner shop"]
    page = client.get(f"/h/{household.code}/shopping/stores/").content.decode()
    assert "Corner shop" in page
    assert "nothing learned yet" in page
    assert "feed" in client.get(f"/h/{household.code}/shopping/stores/").content.decode()


def test_the_same_name_is_said_to_be_there(household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    send(client, household)
    answer = send(client, household, id=ID.replace("a", "b"), name="corner SHOP")
    assert answer.status_code == 422
    assert "There is a store with this name already." in answer.content.decode()
    assert send(client, household, name="  ").status_code == 422
    assert send(client, household, id="nonsense").status_code == 422


def test_from_a_list_it_leads_back_there_and_is_chosen(
    household: Household, saturday: ShoppingList, alice: User, client_of: ClientOf
) -> None:
    client = client_of(alice)
    form = client.get(f"/h/{household.code}/shopping/stores/new/?list={saturday.pk}").content.decode()
    assert f'value="{saturday.pk}"' in form
    answer = send(client, household, back=str(saturday.pk))
    assert answer["Location"].endswith(f"/lists/{saturday.pk}/")
    assert "Corner shop" in client.get(answer["Location"]).content.decode()


def test_undone_it_is_gone_and_done_again_it_is_back(household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    send(client, household)
    with as_owner():
        line = Activity.objects.get(verb="store.added")
    client.post(f"/h/{household.code}/feed/{line.pk}/undo/")
    assert names() == []


def test_guests_and_strangers_add_none(household: Household, guest: User, stranger: User, client_of: ClientOf) -> None:
    assert send(client_of(guest), household).status_code == 403
    assert send(client_of(stranger), household).status_code == 404
    assert names() == []
