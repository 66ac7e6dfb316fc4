"""shopping:refill.create: what was chosen on the shelves, to be bought again."""

from decimal import Decimal

import pytest

from accounts.models import Household, User
from kitchen.ids import new_id
from pantry.models import Food, OwnFood, StockItem
from shopping.models import ShoppingListItem
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import StockItemFactory


@pytest.fixture
def lots(household: Household) -> list[StockItem]:
    milk = Food.objects.get(name_key="milk")
    kinds = (("Milk", milk), ("Milk of the farm", milk), ("Odd thing", None))
    return [StockItemFactory(household=household, name=name, food=food) for name, food in kinds]


def url(household: Household) -> str:
    return f"/h/{household.code}/shopping/refill/"


def test_each_food_comes_on_the_list_once(
    household: Household, lots: list[StockItem], alice: User, client_of: ClientOf
) -> None:
    sent = {"lot": [str(lot.pk) for lot in lots], "operation": str(new_id())}
    client = client_of(alice)
    for _again in range(2):
        response = client.post(url(household), sent, headers={"hx-request": "true"})
        assert response.status_code == 200
        assert "several:done" in response["HX-Trigger"]
    with as_owner():
        items = list(ShoppingListItem.objects.order_by("name_key").values_list("name", "food__name_key", "quantity"))
    assert items == [("Milk", "milk", None), ("Odd thing", None, None)]
    plain = client.post(url(household), {**sent, "operation": str(new_id())})
    assert plain.status_code == 302
    assert "/shopping/lists/" in plain["Location"]


def test_nothing_of_others_and_nothing_for_guests(
    household: Household,
    other_household: Household,
    alice: User,
    guest: User,
    stranger: User,
    client_of: ClientOf,
) -> None:
    theirs = StockItemFactory(household=other_household)
    sent = {"lot": [str(theirs.pk)], "operation": str(new_id())}
    assert client_of(guest).post(url(household), sent).status_code == 403
    assert client_of(stranger).post(url(household), sent).status_code == 404
    client = client_of(alice)
    assert client.post(url(household), sent).status_code == 302
    assert client.post(url(household), {"lot": "x"}, headers={"hx-request": "true"}).status_code == 422
    with as_owner():
        assert not ShoppingListItem.objects.exists()


def test_what_runs_low_is_chosen_with_amounts(household: Household, alice: User, client_of: ClientOf) -> None:
    kinds = {name: Food.objects.get(name_key=name) for name in ("rice", "milk")}
    for name, food in kinds.items():
        with as_owner():
            wish = {"minimum": Decimal(1000), "minimum_unit": "g" if name == "rice" else "ml"}
            OwnFood.objects.create(household=household, base=food, name=name, name_key=name, **wish)
    StockItemFactory(household=household, name="Rice", food=kinds["rice"], amount=Decimal(400), unit="g")
    client = client_of(alice)
    page = " ".join(client.get(url(household)).content.decode().split())
    assert "400 g there, you want 1 kg" in page
    assert 'value="600 g"' in page
    rice, milk = (kinds[name].pk for name in ("rice", "milk"))
    sent = {"id": new_id(), "looked": "True", f"keep-{rice}": "on", f"amount-{rice}": "2 kg", f"amount-{milk}": "1 l"}
    wrong = client.post(url(household), {**sent, f"amount-{rice}": "much"})
    assert wrong.status_code == 422
    assert 'value="much"' in wrong.content.decode()
    for _again in range(2):
        assert "/shopping/lists/" in client.post(url(household), sent)["Location"]
    with as_owner():
        assert list(ShoppingListItem.objects.values_list("name", "quantity", "unit")) == [("Rice", 2, "kg")]
    assert "on a list already" in client.get(url(household)).content.decode()


def test_nothing_runs_low(household: Household, alice: User, client_of: ClientOf) -> None:
    assert "Nothing runs low." in client_of(alice).get(url(household)).content.decode()
