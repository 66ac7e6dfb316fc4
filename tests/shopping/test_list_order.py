"""shopping:list.order"""

from typing import Any

import pytest

from accounts.models import Household, User
from shopping.models import ShoppingList
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories.shopping import ShoppingListFactory


def url(household: Household) -> str:
    return f"/h/{household.code}/shopping/lists/order/"


@pytest.fixture
def three(household: Household) -> list[ShoppingList]:
    return [ShoppingListFactory(household=household, name=name) for name in ("Week", "Market", "Party")]


def names(household: Household) -> str:
    with as_owner():
        return " ".join(ShoppingList.objects.filter(household=household).values_list("name", flat=True))


def test_lists_are_laid_as_they_are_sent(three: list[ShoppingList], bob: User, client_of: ClientOf) -> None:
    household, client = three[0].household, client_of(bob)
    week, market, party = (one.pk for one in three)
    assert client.get(url(household)).status_code == 200
    assert client.post(url(household), {"order": [party, week, market]}).status_code == 302
    assert names(household) == "Party Week Market"
    # Without a script: a step up or down; at the end nothing moves.
    for said, then in [({"up": market}, "Party Market Week"), ({"down": party}, "Market Party Week")]:
        shown = [one.pk for name in names(household).split() for one in three if one.name == name]
        assert client.post(url(household), {"order": shown, **said}).status_code == 302
        assert names(household) == then
    answer = client.post(url(household), {"order": [market, party, week], "up": market}, headers={"HX-Request": "true"})
    assert answer.content.decode().lstrip().startswith("<order-rows")
    assert names(household) == "Market Party Week"
    home = client.get(f"/h/{household.code}/shopping/").content.decode()
    assert home.index(">Market</a>") < home.index(">Party</a>") < home.index(">Week</a>")


def test_what_came_meanwhile_stays_behind(three: list[ShoppingList], bob: User, client_of: ClientOf) -> None:
    week, market, _party = (one.pk for one in three)
    client_of(bob).post(url(three[0].household), {"order": [market, week]})
    assert names(three[0].household) == "Market Week Party"


def test_the_first_one_is_what_things_are_put_on(three: list[ShoppingList], bob: User, client_of: ClientOf) -> None:
    household, client = three[0].household, client_of(bob)
    client.post(url(household), {"order": [one.pk for one in reversed(three)]})
    client.post(f"/h/{household.code}/shopping/items/new/", {"id": three[0].pk, "line": "milk"})
    with as_owner():
        assert three[2].items.get().name == "Milk"


@pytest.mark.parametrize("wrong", [{"order": ["x"]}, {"order": [], "up": "x"}])
def test_odd_ids_change_nothing(
    wrong: dict[str, Any], three: list[ShoppingList], bob: User, client_of: ClientOf
) -> None:
    assert client_of(bob).post(url(three[0].household), wrong).status_code == 422
    assert names(three[0].household) == "Week Market Party"


def test_others_order_nothing_here(
    three: list[ShoppingList], stranger: User, guest: User, other_household: Household, client_of: ClientOf
) -> None:
    turned = {"order": [one.pk for one in reversed(three)]}
    assert client_of(stranger).post(url(three[0].household), turned).status_code == 404
    assert client_of(stranger).post(url(other_household), turned).status_code == 302
    assert client_of(guest).post(url(three[0].household), turned).status_code == 403
    assert names(three[0].household) == "Week Market Party"
