"""pantry:take.index, pantry:take.show, pantry:take.count, pantry:take.confirm, pantry:take.add: a place, lot by lot."""

from decimal import Decimal

import pytest
from django.test import Client

from accounts.models import Household, User
from accounts.services.activity import undo_activity
from kitchen import tenancy
from kitchen.ids import new_id
from pantry.models import Place, StockItem
from pantry.queries.day import today_in
from pantry.queries.take import STEP, Walk, walk_of
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import PlaceFactory, StockItemFactory
from tests.pantry.ledger import sums_hold
from tests.pantry.typing_in import newest


@pytest.fixture
def fridge(household: Household) -> Place:
    place: Place = PlaceFactory(household=household, name="Fridge")
    for name in ("Butter", "Eggs", "Milk"):
        StockItemFactory(household=household, name=name, place=place)
    StockItemFactory(household=household, name="Parsley", place=place, rough="some")
    return place


def url(place: Place, verb: str = "") -> str:
    return f"/h/{place.household.code}/pantry/take/{place.pk}/{f'{verb}/' if verb else ''}"


def lot(name: str) -> StockItem:
    with as_owner():
        return StockItem.objects.select_related("place__household").get(name=name)


def say(client: Client, name: str, say: str = "here", **more: str) -> int:
    there = lot(name)
    sent = {"lot": str(there.pk), "operation": str(new_id()), "say": say, **more}
    return client.post(url(there.place, "count"), sent, headers={"hx-request": "true"}).status_code


def walk(place: Place) -> Walk:
    with tenancy.scope(household=place.household_id):
        return walk_of(place, today_in(place.household))


def numbers(place: Place) -> tuple[int, ...]:
    now = walk(place)
    return now.waiting, now.right, now.corrected, now.gone, now.done, now.total


def test_one_walks_a_place_to_its_end(fridge: Place, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    assert "0 of 4" in client.get(url(fridge)).content.decode()
    assert say(client, "Milk", amount="1000") == 200
    assert say(client, "Eggs", amount="600") == 200
    assert say(client, "Butter", "gone", amount="1000") == 200
    assert numbers(fridge) == (1, 1, 1, 1, 3, 4)
    assert (lot("Eggs").amount, lot("Milk").amount, lot("Butter").amount) == (600, 1000, 0)
    page = client.get(url(fridge)).content.decode()
    assert "3 of 4" in page
    assert page.index("Parsley") < page.index("Confirmed today") < page.index("Milk")
    assert say(client, "Parsley", rough="little") == 200
    end = client.get(url(fridge)).content.decode()
    for words in ("All of it has been looked at", "1 right", "2 corrected", "1 gone"):
        assert words in end
    assert lot("Parsley").rough == "little"
    assert sums_hold(fridge.household)


def test_an_amount_may_be_said_in_another_unit_and_taken_back(fridge: Place, alice: User, client_of: ClientOf) -> None:
    assert say(client_of(alice), "Milk", amount="1.5 kg") == 200
    assert (lot("Milk").amount, lot("Milk").unit) == (Decimal(1500), "g")
    with tenancy.scope(household=fridge.household_id, person=alice.pk):
        undo_activity(newest(), by=alice)
    assert lot("Milk").amount == 1000
    assert numbers(fridge)[:2] == (4, 0)


@pytest.mark.parametrize(
    "odd", [{"amount": "much"}, {"amount": "0"}, {"amount": "-3"}, {"say": ""}, {"operation": "x"}]
)
def test_what_is_wrong_comes_back_in_its_row(
    odd: dict[str, str], fridge: Place, alice: User, client_of: ClientOf
) -> None:
    client, milk = client_of(alice), lot("Milk")
    sent = {"lot": str(milk.pk), "operation": str(new_id()), "say": "here", "amount": "5", **odd}
    for headers in ({}, {"hx-request": "true"}):
        response = client.post(url(fridge, "count"), sent, headers=headers)
        html = response.content.decode()
        assert response.status_code == 422
        assert f'value="{sent["amount"]}"' in html
        assert 'class="error"' in html
    assert lot("Milk").amount == 1000


def test_sent_twice_it_is_counted_once(fridge: Place, alice: User, client_of: ClientOf) -> None:
    client, milk = client_of(alice), lot("Milk")
    sent = {"lot": str(milk.pk), "operation": str(new_id()), "say": "here", "amount": "400"}
    for _again in range(2):
        assert client.post(url(fridge, "count"), sent).status_code == 302
    with as_owner():
        assert milk.movements.count() == 2


def test_the_rest_is_confirmed_at_once(fridge: Place, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    with as_owner():
        ids = [str(pk) for pk in fridge.stock.values_list("pk", flat=True)]
    sent = {"lot": ids, "operation": str(new_id())}
    assert client.post(url(fridge, "confirm"), sent).status_code == 302
    assert numbers(fridge) == (0, 4, 0, 0, 4, 4)
    assert client.post(url(fridge, "confirm"), {"operation": str(new_id())}).status_code == 422
    assert "4 of 4 confirmed today" in client.get(f"/h/{fridge.household.code}/pantry/take/").content.decode()


def test_what_lies_there_as_well_is_put_there(fridge: Place, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    sent = {"line": "2 kg rice\nham 31 february", "operation": str(new_id())}
    response = client.post(url(fridge, "add"), sent, headers={"hx-request": "true"})
    assert response.status_code == 422
    assert ">ham 31 february</textarea>" in response.content.decode()
    rice = lot("rice")
    assert (rice.place_id, rice.amount, rice.counted_on) == (fridge.pk, 2, today_in(fridge.household))
    assert numbers(fridge)[:2] == (4, 1)
    assert client.post(url(fridge, "add"), {"line": "", "operation": str(new_id())}).status_code == 422
    assert client.post(url(fridge, "add"), {"line": "jam", "operation": str(new_id())}).status_code == 302


def test_a_full_place_is_walked_in_steps(household: Household, alice: User, client_of: ClientOf) -> None:
    place = PlaceFactory(household=household, name="Cellar", storage="pantry")
    for number in range(STEP + 5):
        StockItemFactory(household=household, name=f"Jar {number:03}", place=place)
    html = client_of(alice).get(url(place)).content.decode()
    assert html.count('value="gone"') == STEP
    assert f"0 of {STEP + 5}" in html
    assert say(client_of(alice), "Jar 000") == 200
    assert walk(place).rows[-1].lot.name == f"Jar {STEP:03}"


def test_who_may(
    fridge: Place, other_household: Household, alice: User, guest: User, stranger: User, client_of: ClientOf
) -> None:
    theirs = StockItemFactory(household=other_household, name="Caviar")
    for verb in ("", "count", "confirm", "add"):
        ask = "post" if verb else "get"
        assert getattr(client_of(guest), ask)(url(fridge, verb)).status_code == 403
        assert getattr(client_of(stranger), ask)(url(fridge, verb)).status_code == 404
        away = f"/h/{fridge.household.code}/pantry/take/{theirs.place_id}/{verb}"
        assert getattr(client_of(alice), ask)(f"{away}/" if verb else away).status_code == 404
    sent = {"lot": str(theirs.pk), "operation": str(new_id()), "say": "gone"}
    assert client_of(alice).post(url(fridge, "count"), sent).status_code == 422
    assert client_of(alice).post(url(fridge, "count"), {}).status_code == 422
    assert lot("Caviar").amount == 1000
