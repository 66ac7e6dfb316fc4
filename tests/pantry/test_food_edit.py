"""Saying what is known of a food: pantry:food.create, pantry:food.edit, pantry:food.keep, pantry:food.merge,
pantry:food.remove, pantry:food.reset, pantry:food.remember and pantry:food.forget.
"""

from decimal import Decimal
from typing import Any

import pytest

from accounts.models import Activity, Household, User
from kitchen.ids import new_id
from pantry.matching import match as plain_match
from pantry.models import OwnFood, StockItem
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import PlaceFactory, ReferenceFoodFactory, StockItemFactory
from tests.pantry.filled import filled

pytestmark = pytest.mark.django_db

MILK, BUTTER = plain_match("milk").food.id, plain_match("butter").food.id


def url(household: Household, rest: str = "") -> str:
    return f"/h/{household.code}/pantry/foods/{rest}"


def typed(**others: Any) -> dict[str, Any]:
    plain = {"id": new_id(), "name": "Dragon bread", "category": "breads", "storage": "pantry", "usual_unit": "g"}
    return {**plain, **others}


def only() -> OwnFood:
    with as_owner():
        return OwnFood.objects.get()


def newest() -> str:
    with as_owner():
        return Activity.objects.order_by("-number")[0].verb


def test_a_new_food_once(household: Household, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    form = typed(
        life_fridge_opened="3", unit_weights="1 slice: 40 g\ncup=120", piece_weight="0,5", energy="250", salt="1"
    )
    answers = [client.post(url(household, "new/"), form) for _again in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    row = only()
    assert answers[0]["Location"] == url(household, f"{row.pk}/")
    assert (row.name, row.plural, row.shelf_life) == ("Dragon bread", "Dragon bread", {"fridge.opened": 3})
    assert (row.unit_weights, row.piece_weight) == ({"slice": "40", "cup": "120"}, Decimal("0.5"))
    assert row.nutrition == {"energy": "250", "sodium": "400"}
    page = client.get(url(household, f"{row.pk}/")).content.decode()
    assert "is a food of yours now" in page
    assert "said here" in page


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "milk"}, "name"),
        ({"category": "moon"}, "category"),
        ({"life_fridge": "-1"}, "life_fridge"),
        ({"density": "0"}, "density"),
        ({"density": "NaN"}, "density"),
        ({"unit_weights": "a lot"}, "unit_weights"),
        ({"unit_weights": "cup -3"}, "unit_weights"),
        ({"energy": "901"}, "energy"),
        ({"allergens": ["dust"]}, "allergens"),
    ],
)
def test_bad_foods_are_refused(
    wrong: dict[str, Any], field: str, household: Household, alice: User, client_of: ClientOf
) -> None:
    answer = client_of(alice).post(url(household, "new/"), typed(**wrong))
    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.content.decode()
    with as_owner():
        assert not OwnFood.objects.exists()


def test_from_a_collection_its_figures_are_there(household: Household, alice: User, client_of: ClientOf) -> None:
    reference = ReferenceFoodFactory(
        name="Cheese, quorbly", code="77", nutrition={"energy": "98", "iron": "2"}, weights={"1 cup": "236.5882"}
    )
    client, address = client_of(alice), url(household, f"new/?reference={reference.pk}")
    assert "USDA SR28" in client.get(address).content.decode()
    form = filled(client, address)
    assert (form["name"], form["density"], form["energy"]) == ("quorbly cheese", "1", "98")
    client.post(address, form)
    row = only()
    assert (row.nutrition, row.source) == ({"energy": "98", "iron": "2"}, "usda:77")
    for missing in ("0", "x", "9" * 12):
        assert client.get(url(household, f"new/?reference={missing}")).status_code == 404


def test_of_the_catalogue_only_the_difference_is_kept(household: Household, alice: User, client_of: ClientOf) -> None:
    client, address = client_of(alice), url(household, f"{MILK}/edit/")
    form = filled(client, address)
    assert client.post(address, form).status_code == 302
    assert only().said == []
    client.post(address, {**form, "name": "Farm milk", "plural": "Farm milk", "life_fridge_opened": "9"})
    row = only()
    assert sorted(row.said) == ["name", "plural", "shelf_life"]
    assert newest() == "food.renamed"
    assert "other here" in client.get(url(household, f"{MILK}/")).content.decode()
    client.post(url(household, f"{MILK}/reset/"))
    assert only().said == []


def test_a_minimum(household: Household, alice: User, client_of: ClientOf) -> None:
    client, address = client_of(alice), url(household, f"{MILK}/keep/")
    assert client.post(address, {"amount": "a few", "unit": "l", "lead_days": "61"}).status_code == 422
    client.post(address, {"amount": "1 1/2", "unit": "l", "lead_days": "5"})
    assert (only().minimum, only().minimum_unit, only().lead_days) == (Decimal("1.5"), "l", 5)
    assert filled(client, address) == {"amount": "1.5", "unit": "l", "lead_days": "5"}
    client.post(address, {"amount": "", "unit": "l", "lead_days": ""})
    assert (only().minimum, only().minimum_unit, only().lead_days) == (None, "", None)


def test_two_that_are_one(household: Household, alice: User, client_of: ClientOf) -> None:
    lot = StockItemFactory(household=household, name="Butter", food_id=BUTTER, place=PlaceFactory(household=household))
    client, address = client_of(alice), url(household, f"{BUTTER}/merge/")
    assert "1 thing of it goes along" in client.get(address).content.decode()
    for nothing in ({}, {"into": "999999999"}, {"into": BUTTER}, {"into_words": "something"}):
        assert client.post(address, nothing).status_code == 422, nothing
    assert client.post(address, {"into_words": "margarine"})["Location"] == url(
        household, f"{plain_match('margarine').food.id}/"
    )
    with as_owner():
        assert StockItem.objects.get(pk=lot.pk).food_ref == plain_match("margarine").food.id


def test_removing_and_what_is_in_use(household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    lot = StockItemFactory(household=household, name="Milk", food_id=MILK, place=PlaceFactory(household=household))
    refused = client.post(url(household, f"{MILK}/remove/"))
    assert refused.status_code == 422
    assert "1 thing is of it" in refused.content.decode()
    with as_owner():
        StockItem.objects.filter(pk=lot.pk).update(finished_at="2026-01-01T00:00Z")
    assert client.post(url(household, f"{MILK}/remove/")).status_code == 302
    assert "removed" in client.get(url(household, f"{MILK}/")).content.decode()


def test_words(household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    for word in ("moo juice", "  ", "moo juice"):
        assert client.post(url(household, f"{MILK}/remember/"), {"text": word}).status_code == 302
    assert only().aliases == ["moo juice"]
    assert "moo juice" in client.get(url(household, f"{MILK}/")).content.decode()
    client.post(url(household, f"{MILK}/forget/"), {"text": "moo juice"})
    assert only().aliases == []


@pytest.mark.parametrize("verb", ["edit", "keep", "merge", "remove", "reset", "remember", "forget"])
def test_guests_and_strangers_change_nothing(
    verb: str, household: Household, alice: User, guest: User, stranger: User, client_of: ClientOf
) -> None:
    for person, status in ((guest, 403), (stranger, 404)):
        assert client_of(person).post(url(household, f"{MILK}/{verb}/"), {"text": "x"}).status_code == status
