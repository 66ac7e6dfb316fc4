"""shopping:list_link.show, shopping:list_link.create and shopping:list_link.revoke: one open link a list, and only for
those who live here to make.
"""

import pytest
from django.test import Client

from accounts.models import Activity, Household, User
from shopping.models import ListLink, ShoppingList
from tests.conftest import ClientOf
from tests.database import as_owner


def page(kept: ShoppingList, more: str = "") -> str:
    return f"/h/{kept.household.code}/shopping/lists/{kept.pk}/link/{more}"


def open_links(kept: ShoppingList) -> list[str]:
    with as_owner():
        return list(ListLink.objects.filter(shopping_list=kept, revoked_at=None).values_list("token", flat=True))


def undo_newest(client: Client, household: Household) -> int:
    with as_owner():
        newest = Activity.objects.filter(household=household)[0]
    return client.post(f"/h/{household.code}/feed/{newest.pk}/undo/").status_code


def test_there_is_one_link_with_its_picture_and_the_feed_tells_of_it(
    saturday: ShoppingList, bob: User, client_of: ClientOf
) -> None:
    client = client_of(bob)
    assert "/l/" not in client.get(page(saturday)).content.decode()
    for _ in range(2):
        assert client.post(page(saturday, "new/")).status_code == 302
    (token,) = open_links(saturday)
    html = client.get(page(saturday)).content.decode()
    assert f"/l/{token}/" in html
    assert "data:image/svg+xml" in html
    feed = client.get(f"/h/{saturday.household.code}/feed/").content.decode()
    assert "Bob made a link to the shopping list Saturday shop" in feed
    assert token not in feed
    with as_owner():
        assert Activity.objects.filter(verb="list.shared").count() == 1


def test_sharing_and_revoking_are_undone_from_the_feed(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    client.post(page(saturday, "new/"))
    (token,) = open_links(saturday)
    assert undo_newest(client, saturday.household) == 302
    assert open_links(saturday) == []
    with as_owner():
        assert Activity.objects.filter(verb="list.unshared").count() == 1
    # Taking the revoking back opens the same address again.
    assert undo_newest(client, saturday.household) == 302
    assert open_links(saturday) == [token]


def test_the_old_address_stays_shut_once_there_is_a_new_one(
    saturday: ShoppingList, bob: User, client_of: ClientOf
) -> None:
    client = client_of(bob)
    client.post(page(saturday, "new/"))
    (old,) = open_links(saturday)
    assert client.get(page(saturday, "revoke/")).status_code == 200
    for _ in range(2):
        assert client.post(page(saturday, "revoke/")).status_code == 302
    with as_owner():
        revoked = Activity.objects.get(verb="list.unshared")
    client.post(page(saturday, "new/"))
    (new,) = open_links(saturday)
    assert new != old
    assert client.post(f"/h/{saturday.household.code}/feed/{revoked.pk}/undo/").status_code == 422
    assert open_links(saturday) == [new]
    assert Client().get(f"/l/{old}/").status_code == 404


def test_a_list_that_was_put_aside_is_not_shared(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    client.post(f"/h/{saturday.household.code}/shopping/lists/{saturday.pk}/archive/")
    assert client.post(page(saturday, "new/")).status_code == 422
    assert open_links(saturday) == []


@pytest.mark.parametrize("more", ["new/", "revoke/"])
def test_guests_and_strangers_make_no_link(
    more: str, saturday: ShoppingList, guest: User, stranger: User, client_of: ClientOf
) -> None:
    assert client_of(guest).get(page(saturday)).status_code == 403
    assert client_of(guest).post(page(saturday, more)).status_code == 403
    assert client_of(stranger).post(page(saturday, more)).status_code == 404
    with as_owner():
        assert not ListLink.objects.exists()
