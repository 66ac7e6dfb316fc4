"""pantry:home asked for by place, aisle, state and words: what is found, how often it asks, and how it goes on."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Household, User
from kitchen import tenancy
from pantry.models import Food, OwnFood, Product, StockItem
from pantry.queries.asked import ROWS, STATES, Asked
from pantry.queries.day import state_of, today_in
from pantry.queries.shelves import Shelves, shelves_page
from pantry.services.place import places_of
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import PlaceFactory, StockItemFactory


def url(household: Household) -> str:
    return f"/h/{household.code}/pantry/"


def asked(household: Household, **wanted: object) -> Shelves:
    today = today_in(household)
    return shelves_page(household, Asked(**wanted), today=today, places=places_of(household))  # type: ignore[arg-type]


def names(shelves: Shelves) -> list[str]:
    return [lot.name for group in shelves.groups for lot in group.lots]


@pytest.fixture
def stocked(household: Household, at_home: User) -> Household:
    today = today_in(household)
    fridge = PlaceFactory(household=household, name="Fridge")
    freezer = PlaceFactory(household=household, name="Chest", storage="freezer", position=1)
    milk, egg = (Food.objects.get(name_key=key) for key in ("milk", "egg"))
    make = {"household": household, "place": fridge}
    StockItemFactory(name="Milk", food=milk, use_by=today, date_kind="use_by", opened_on=today, **make)
    StockItemFactory(name="Eggs", food=egg, use_by=today - timedelta(days=2), date_kind="best_before", **make)
    StockItemFactory(name="Yoghurt", use_by=today, date_kind="best_before", note="for Zibby", **make)
    StockItemFactory(
        name="Peas", use_by=today + timedelta(days=90), date_kind="estimated", household=household, place=freezer
    )
    StockItemFactory(name="Salt", **make)
    return household


def test_each_state_finds_what_its_count_says(stocked: Household) -> None:
    everything = asked(stocked)
    told = {chip.state: chip.count for chip in everything.facets.states}
    assert told == {"late": 1, "check": 1, "soon": 1, "opened": 1, "fresh": 1, "frozen": 1, "unknown-date": 1}
    for state in STATES:
        found = asked(stocked, state=state)
        assert found.found == told[state]
        assert len(names(found)) == told[state]
    today = today_in(stocked)
    for state in ("late", "check", "soon"):
        (lot,) = [lot for group in asked(stocked, state=state).groups for lot in group.lots]
        assert state_of(lot.use_by, today, lot.item.date_kind) == state


def test_places_and_aisles_are_groups_in_the_order_of_the_house_and_the_shop(stocked: Household) -> None:
    by_place = asked(stocked, by="place")
    assert [(group.part.title, group.part.count) for group in by_place.groups] == [("Fridge", 4), ("Chest", 1)]
    assert names(by_place)[:2] == ["Eggs", "Milk"]
    by_aisle = [group.part.name for group in asked(stocked, by="category").groups]
    assert by_aisle[-1] == "unknown"
    assert names(asked(stocked, category="unknown")) == ["Yoghurt", "Salt", "Peas"] or len(by_aisle) > 1


def test_what_the_household_says_of_a_food_moves_it_to_its_aisle(stocked: Household) -> None:
    before = {
        group.part.name for group in asked(stocked, by="category").groups if "Milk" in [lot.name for lot in group.lots]
    }
    with as_owner():
        milk = Food.objects.get(name_key="milk")
        bread = Food.objects.get(name_key="bread").category
        OwnFood.objects.create(
            household=stocked, base=milk, said=["category"], name="milk", name_key="milk", category=bread
        )
    with tenancy.scope(household=stocked.pk):
        scope = tenancy.current()
        assert scope
        scope.memory.clear()
        found = asked(stocked, category=bread.slug)
    assert "Milk" in names(found)
    assert bread.slug not in before


def test_words_find_names_other_names_brands_and_notes(stocked: Household) -> None:
    with as_owner():
        oats = Product.objects.create(household=stocked, name="Rolled oats", name_key="rolled oat", brand="Quillmoor")
    place = StockItem.objects.get(name="Salt").place
    aubergine = Food.objects.get(name_key="eggplant") if Food.objects.filter(name_key="eggplant") else None
    StockItemFactory(household=stocked, name="Breakfast", product=oats, place=place)
    if aubergine:
        StockItemFactory(household=stocked, name="Purple thing", food=aubergine, place=place)
        assert "Purple thing" in names(asked(stocked, text="auberg"))
    assert names(asked(stocked, text="quillm")) == ["Breakfast"]
    assert names(asked(stocked, text="quillmoor oats")) == ["Breakfast"]
    assert names(asked(stocked, text="zibby")) == ["Yoghurt"]
    assert names(asked(stocked, text="EGG")) == ["Eggs"]
    assert names(asked(stocked, text="zibby salt")) == []
    assert len(names(asked(stocked, text="%_'"))) == 6 + bool(aubergine)


def test_what_is_on_can_be_taken_off_one_by_one(stocked: Household, alice: User, client_of: ClientOf) -> None:
    found = asked(stocked, text="milk", state="opened", category="bakery")
    assert [chip.url for chip in found.facets.on] == [
        "?category=bakery&q=milk",
        "?state=opened&q=milk",
        "?category=bakery&state=opened",
    ]
    html = client_of(alice).get(url(stocked), {"q": "saffron", "state": "opened"}).content.decode()
    assert "Nothing here is called “saffron”" in html
    assert "add/?line=saffron" in html
    assert 'href="?state=opened"' in html


def test_pages_go_on_where_the_last_one_ended(household: Household, at_home: User, client_of: ClientOf) -> None:
    fridge, chest = (
        PlaceFactory(household=household, name=name, position=at) for at, name in enumerate(("Fridge", "Chest"))
    )
    for number in range(ROWS + 10):
        StockItemFactory(household=household, name=f"Jar {number:03}", place=fridge if number < ROWS + 5 else chest)
    for by in ("urgency", "place", "category"):
        first, second, both = asked(household, by=by), asked(household, by=by, page=2), asked(household, by=by, upto=2)
        assert len(names(first)) == ROWS
        assert names(first) + names(second) == names(both)
        assert len(set(names(both))) == ROWS + 10
        assert second.groups[0].goes_on
        assert not first.groups[0].goes_on
        assert (first.left, second.left, both.more) == (10, 0, "")
    client = client_of(at_home)
    rest = client.get(
        url(household), {"page": "2"}, headers={"hx-request": "true", "hx-target": "rest_2"}
    ).content.decode()
    assert rest.strip().startswith('<div class="stack" id="rest_2"')
    assert 'hx-get="?upto=2"' in rest
    assert rest.count('class="lot"') == 10


def asked_for(client: Client, address: str) -> int:
    """How many queries of its own a page takes, beside those that open the scope."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return sum(one["sql"].startswith("SELECT ") and "set_config" not in one["sql"] for one in queries)


@pytest.mark.parametrize("query", ["", "?by=place", "?by=category", "?q=jar", "?state=fresh&category=unknown"])
def test_it_asks_as_often_for_many_as_for_few(
    query: str, household: Household, alice: User, client_of: ClientOf
) -> None:
    place, client = PlaceFactory(household=household), client_of(alice)
    counts = []
    for more in (1, 30):
        for number in range(more):
            StockItemFactory(household=household, name=f"Jar {more} {number}", place=place)
        counts.append(asked_for(client, url(household) + query))
    assert counts[0] == counts[1] <= 8
