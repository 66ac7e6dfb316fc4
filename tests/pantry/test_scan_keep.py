"""Codes that nobody here knows: pantry:scan.ask, pantry:scan.keep, pantry:scan.measure."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.ids import new_id
from pantry.models import Product, ProductBarcode, StockItem
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.fake_openfoodfacts import FakeOff, fake_openfoodfacts
from tests.pantry.shopping_bag import CHEESE, OATS, TOMATOES, bought

HTMX = {"hx-request": "true"}
THEIRS = {
    "product_name": "Zarte Flocken",
    "brands": "Mill",
    "quantity": "500 g",
    "categories_tags": ["en:cereals", "en:rolled-oats"],
    "nutriments": {"energy-kcal_100g": 368, "fat_100g": 7.1, "salt_100g": 0.02},
}


@pytest.fixture
def off(settings: Any) -> Iterator[FakeOff]:
    with fake_openfoodfacts() as off:
        settings.OFF_URL = off.url
        off.products[OATS] = THEIRS
        yield off


def url(household: Household, door: str) -> str:
    return f"/h/{household.code}/pantry/scan/{door}/"


def asked(code: str, mode: str = "add") -> dict[str, Any]:
    return {"operation": new_id(), "mode": mode, "code": code}


def told(code: str, **more: Any) -> dict[str, Any]:
    return {**asked(code), "name": "Oats", "brand": "", "pack": "", "kind": "", "place": "", "use_by": "", **more}


def test_what_they_know_is_one_tap_away(off: FakeOff, household: Household, alice: User, client_of: ClientOf) -> None:
    client, wish = client_of(alice), asked(OATS)
    html = client.get(url(household, "ask"), wish, headers=HTMX).content.decode()
    for words in ("Zarte Flocken", "Mill", "500 g", "rolled oats", "Open Database License", f"/product/{OATS}"):
        assert words in html
    filled = {"looked_up": "True", "name": "Zarte Flocken", "brand": "Mill", "pack": "500 g", "kind": "rolled oats"}
    sent = {**told(OATS, **filled), **wish}
    for _ in range(2):
        line = client.post(url(household, "keep"), sent, headers=HTMX).content.decode()
    assert "Mill Zarte Flocken" in line
    assert "500 g" in line
    with as_owner():
        product = Product.objects.get()
        assert (product.source, product.brand, product.pack_amount) == ("off", "Mill", 500)
        assert product.nutrition == {"energy": "368", "fat": "7.1", "sodium": "8"}
        assert StockItem.objects.get().product == product
    assert off.codes == [OATS]


def test_a_form_cannot_bring_figures_of_its_own(household: Household, alice: User, client_of: ClientOf) -> None:
    client_of(alice).post(url(household, "keep"), told(OATS, looked_up="True", nutrition="x", source="off"))
    with as_owner():
        assert (Product.objects.get().source, Product.objects.get().nutrition) == ("own", {})


def test_what_nobody_knows_is_asked_and_remembered(
    off: FakeOff, household: Household, alice: User, bob: User, client_of: ClientOf
) -> None:
    client = client_of(alice)
    page = client.get(url(household, "ask"), asked(TOMATOES)).content.decode()
    assert "does not know it either" in page
    assert 'id="id_name"' not in page
    kept = client.post(url(household, "keep"), told(TOMATOES, name="Tinned tomatoes", pack="2 x 400 g"))
    assert "800 g" in kept.content.decode()
    line = client_of(bob).post(url(household, "read"), asked(TOMATOES), headers=HTMX).content.decode()
    assert "Tinned tomatoes" in line
    assert off.codes == [TOMATOES]


@pytest.mark.parametrize(("mood", "why"), [("cut", "makes no sense"), ("too many", "too often"), ("down", "reached")])
def test_with_the_network_cut_known_codes_still_work(
    mood: str, why: str, off: FakeOff, household: Household, alice: User, client_of: ClientOf
) -> None:
    off.mood = mood
    with tenancy.scope(household=household.pk, person=alice.pk):
        bought(household, alice, "Tinned tomatoes", TOMATOES)
    client = client_of(alice)
    assert "Tinned tomatoes" in client.post(url(household, "read"), asked(TOMATOES), headers=HTMX).content.decode()
    assert off.asked == []
    html = client.get(url(household, "ask"), asked(OATS), headers=HTMX).content.decode()
    assert why in html
    assert "What is this?" in html
    assert "again=1" in html
    client.post(url(household, "keep"), told(OATS))
    with as_owner():
        assert StockItem.objects.filter(name="Oats").exists()


def test_without_open_food_facts_it_says_so(household: Household, alice: User, client_of: ClientOf) -> None:
    html = client_of(alice).get(url(household, "ask"), asked(OATS), headers=HTMX).content.decode()
    assert "switched off" in html


def test_a_shops_code_is_asked_of_nobody(off: FakeOff, household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    html = client.get(url(household, "ask"), asked(CHEESE), headers=HTMX).content.decode()
    assert "The shop printed this code itself" in html
    assert off.asked == []
    assert client.post(url(household, "keep"), told(CHEESE, name="Gouda")).status_code == 422
    client.post(url(household, "keep"), told(CHEESE, name="Gouda", measure="weight"))
    with as_owner():
        assert ProductBarcode.objects.get().in_store == "weight"
        assert StockItem.objects.get().amount == 199


def test_the_digits_of_a_known_one_are_said_once(household: Household, alice: User, client_of: ClientOf) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk):
        bought(household, alice, "Gouda", CHEESE)
    client, sent = client_of(alice), {**asked(CHEESE), "measure": "price"}
    for _ in range(2):
        assert client.post(url(household, "measure"), sent, headers=HTMX).status_code == 200
    assert client.post(url(household, "measure"), {**sent, "measure": "length"}, headers=HTMX).status_code == 422
    assert client.post(url(household, "measure"), {**sent, "code": OATS}).status_code == 302
    with as_owner():
        assert StockItem.objects.get().price == Decimal("1.99")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "required"),
        ({"name": "x" * 121}, "120"),
        ({"pack": "much"}, "Say what one package holds"),
        ({"pack": "0 g"}, "Say what one package holds"),
        ({"kind": "xyzzy plugh"}, "Nobody here knows a food"),
        ({"use_by": "tomorrow"}, "valid date"),
        ({"place": str(new_id())}, "valid choice"),
        ({"operation": "x"}, "UUID"),
    ],
)
def test_bad_answers_come_back_as_they_were_typed(
    wrong: dict[str, str], sentence: str, household: Household, alice: User, client_of: ClientOf
) -> None:
    sent = told(OATS, brand="Quillmoor", **wrong)
    for headers in (HTMX, {}):
        response = client_of(alice).post(url(household, "keep"), sent, headers=headers)
        assert response.status_code == 422
        assert sentence in response.content.decode()
        assert "Quillmoor" in response.content.decode()
    with as_owner():
        assert not Product.objects.exists()


@pytest.mark.parametrize("code", ["", "12345", "milk", "x" * 600])
def test_no_code_leads_back_to_the_page(code: str, household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    for response in (
        client.get(url(household, "ask"), {**asked(OATS), "code": code}),
        client.post(url(household, "keep"), told(code)),
        client.post(url(household, "measure"), {**asked(code), "measure": "price"}),
    ):
        assert response["Location"].endswith("/scan/")
