"""The pages of foods: pantry:food.index, pantry:food.show, pantry:food.forecast, pantry:food.choose."""

from decimal import Decimal

import pytest

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.units import Quantity
from pantry.matching import match as plain_match
from pantry.models import OwnFood, Product
from pantry.services.food import add_food
from pantry.services.food_merge import merge_foods
from pantry.services.food_wishes import set_minimum
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import PlaceFactory, ReferenceFoodFactory, StockItemFactory

pytestmark = pytest.mark.django_db

MILK = plain_match("milk").food.id


def url(household: Household, rest: str = "") -> str:
    return f"/h/{household.code}/pantry/foods/{rest}"


def own(household: Household, alice: User, **said: object) -> OwnFood:
    with tenancy.scope(household=household.pk, person=alice.pk):
        return add_food(household, {"name": "Dragon bread", "category": "breads", **said}, by=alice)


def test_all_foods_by_kind_and_by_word(household: Household, alice: User, client_of: ClientOf) -> None:
    row, client = own(household, alice, aliases=["drago loaf"]), client_of(alice)
    html = client.get(url(household)).content.decode()
    assert "Bakery" in html
    assert "Your own" in html
    inside = client.get(url(household, "?in=bakery")).content.decode()
    assert str(row.pk) in inside
    assert "baguette" in inside
    typed = client.get(url(household, "?q=drago"), headers={"HX-Request": "true"}).content.decode()
    assert typed.lstrip().startswith('<div id="foods"')
    assert str(row.pk) in typed
    assert "Nobody here knows" in client.get(url(household, "?q=%00zzqx")).content.decode()
    assert client.get(url(household, "?q=milk&page=99&in=nowhere")).status_code == 200


def test_what_collections_have_is_found_too(household: Household, alice: User, client_of: ClientOf) -> None:
    row = ReferenceFoodFactory(name="Quorbly, dried", brand="Farm")
    html = client_of(alice).get(url(household, "?q=quorb")).content.decode()
    assert f"reference={row.pk}" in html
    assert "USDA SR28" in html
    assert f"reference={row.pk}" not in client_of(alice).get(url(household, "?q=qu")).content.decode()


def test_a_food_with_everything(household: Household, alice: User, client_of: ClientOf) -> None:
    place = PlaceFactory(household=household)
    priced = {"price": Decimal("1.20"), "price_amount": Decimal(1), "price_unit": "l"}
    StockItemFactory(household=household, name="Milk", unit="l", amount=1, food_id=MILK, place=place, **priced)
    with as_owner():
        Product.objects.create(household=household, name="Blue cap", name_key="blue cap", food_id=MILK)
    with tenancy.scope(household=household.pk, person=alice.pk):
        set_minimum(household, MILK, Quantity(Decimal(3), "l"), by=alice)
    html = client_of(alice).get(url(household, f"{MILK}/")).content.decode()
    for words in ("Buy 2 l", "Never less than 3 l", "1.20", "Blue cap", "USDA FoodKeeper", "estimated", "Vitamin C"):
        assert words in html, words
    assert "put 1 l here" in html
    part = client_of(alice).get(url(household, f"{MILK}/forecast/"), headers={"HX-Request": "true"}).content.decode()
    assert "cannot be told yet" in part
    assert "When will milk be used up?" in client_of(alice).get(url(household, f"{MILK}/forecast/")).content.decode()


def test_guests_read_without_prices(household: Household, alice: User, guest: User, client_of: ClientOf) -> None:
    place = PlaceFactory(household=household)
    priced = {"price": Decimal("1.20"), "price_amount": Decimal(1), "price_unit": "l"}
    StockItemFactory(household=household, name="Milk", unit="l", amount=1, food_id=MILK, place=place, **priced)
    html = client_of(guest).get(url(household, f"{MILK}/")).content.decode()
    assert "1.20" not in html
    assert "/edit/" not in html
    assert client_of(guest).get(url(household, "choose/?q=milk")).status_code == 403


def test_a_merged_food_leads_to_the_other(household: Household, alice: User, client_of: ClientOf) -> None:
    row = own(household, alice)
    with tenancy.scope(household=household.pk, person=alice.pk):
        merge_foods(household, row.pk, MILK, by=alice)
    answer = client_of(alice).get(url(household, f"{row.pk}/"))
    assert (answer.status_code, answer["Location"]) == (302, url(household, f"{MILK}/"))


def test_what_is_not_there(household: Household, alice: User, stranger: User, client_of: ClientOf) -> None:
    row = own(household, alice)
    client = client_of(alice)
    for rest in ("999999999/", "01999999-0000-7000-8000-000000000000/", "x/", "0/edit/"):
        assert client.get(url(household, rest)).status_code == 404, rest
    assert client_of(stranger).get(url(household, f"{row.pk}/")).status_code == 404


def test_choosing_as_one_types(household: Household, alice: User, client_of: ClientOf) -> None:
    row = own(household, alice)
    client, typed = client_of(alice), {"HX-Request": "true"}
    html = client.get(
        url(household, f"choose/?field=kind&kind_words=drago&kind={MILK}"), headers=typed
    ).content.decode()
    assert html.index(f'name="kind" value="{MILK}" checked') < html.index(f'value="{row.pk}"')
    assert "None of these" in html
    assert str(row.pk) in client.get(url(household, "choose/?q=dragon")).content.decode()
