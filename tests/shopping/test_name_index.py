"""shopping:name.index, and the names that come with the page of a list."""

import pytest
from django.test import Client

from accounts.models import Household, User
from shopping.models import ShoppingList
from tests.conftest import ClientOf
from tests.shopping.history import bought
from tests.shopping.rows import on_list


@pytest.fixture
def client(alice: User, client_of: ClientOf) -> Client:
    return client_of(alice)


def names(client: Client, household: Household, typed: str) -> list[str]:
    answer = client.get(f"/h/{household.code}/shopping/names/", {"q": typed}).content.decode()
    assert answer.strip().startswith('<template id="found-names">')
    return [line.split("\t")[1] for line in answer.splitlines() if "\t" in line]


def test_what_is_bought_often_and_lately_comes_with_the_page(saturday: ShoppingList, client: Client) -> None:
    bought(saturday, "Quince paste, soft", 300, 310, 320, linked=False)
    bought(saturday, "Milk", 3, 9, quantity=2, unit="l")
    page = client.get(f"/h/{saturday.household.code}/shopping/lists/{saturday.pk}/").content.decode()
    part = page[page.index('<template id="known-names">') :]
    part = part[: part.index("</template>")]
    assert [line.split("\t")[1:] for line in part.splitlines() if "\t" in line] == [
        ["Milk", "2 l"],
        ["Quince paste soft", ""],
    ]


def test_whoever_only_ticks_is_sent_no_names(saturday: ShoppingList, guest: User, client_of: ClientOf) -> None:
    bought(saturday, "Milk", 3, 9)
    page = client_of(guest).get(f"/h/{saturday.household.code}/shopping/lists/{saturday.pk}/").content.decode()
    assert "known-names" not in page


def test_the_households_own_come_before_the_catalogues(
    household: Household, saturday: ShoppingList, client: Client
) -> None:
    on_list(saturday, "Pots of glow paint")
    found = names(client, household, "milk, 2 kg pot")
    assert found[0] == "Pots of glow paint"
    assert "Potatoes" in found or "Potato" in found
    assert len(found) <= 8


@pytest.mark.parametrize("odd", ["", "   ", ",,,", "\x00", "%", "'; --", "é" * 500, "2 kg", "😀"])
def test_odd_input_finds_nothing_bad(household: Household, client: Client, odd: str) -> None:
    assert isinstance(names(client, household, odd), list)


def test_strangers_and_guests(
    household: Household,
    saturday: ShoppingList,
    guest: User,
    stranger: User,
    other_household: Household,
    client_of: ClientOf,
) -> None:
    on_list(saturday, "Glow paint")
    url = f"/h/{household.code}/shopping/names/?q=glow"
    assert client_of(guest).get(url).status_code == 403
    assert client_of(stranger).get(url).status_code == 404
    assert "Glow paint" not in names(client_of(stranger), other_household, "glow")
