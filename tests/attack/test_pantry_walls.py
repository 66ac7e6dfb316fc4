"""Ids of another kitchen in the body, what it calls its foods, and what guests must not learn of prices."""

import re
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Household, User
from kitchen.ids import new_id
from pantry.models import OwnFood, StockItem
from tests.attack.conftest import in_rooms
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import PlaceFactory, ProductFactory, StockItemFactory

SECRET, PAID = "Zwibbelknax", "73.91"
WORTH = re.compile(r"73[.,]91|147[.,]82|36[.,]9[56]")


@pytest.fixture
def theirs(other_household: Household) -> dict[str, Any]:
    """A lot, a place, a product and a food of Birch Lane, all called by a word that nobody else has."""
    place = PlaceFactory(household=other_household, name=SECRET)
    product = ProductFactory(household=other_household, name=SECRET, codes=("04006381333931",))
    with as_owner():
        food = OwnFood.objects.create(household=other_household, name=SECRET, name_key=SECRET.lower(), plural=SECRET)
    lot = StockItemFactory(household=other_household, name=SECRET, place=place, product=product, own_food=food)
    return {"place": place.pk, "product": product.pk, "food": food.pk, "lot": lot.pk}


def told(household: Household, client: Client, page: str, *args: object, **said: Any) -> Any:
    return client.post(reverse(page, args=[household.code, *args]), {"operation": str(new_id()), **said})


def test_lots_places_and_foods_of_another_kitchen_in_the_body(
    household: Household, bob: User, theirs: dict[str, Any], client_of: ClientOf
) -> None:
    client, mine = client_of(bob), StockItemFactory(household=household, name="Rice")
    lot, place, food = str(theirs["lot"]), str(theirs["place"]), str(theirs["food"])
    edit = {"name": "Rice", "amount": "1", "unit": "kg", "place": str(mine.place_id)}
    answers = [
        told(household, client, "pantry:several.use", lot=lot),
        told(household, client, "pantry:several.waste", lot=lot, sure="1", reason="spoiled"),
        told(household, client, "pantry:several.move", lot=lot, sure="1", place=str(mine.place_id)),
        told(household, client, "pantry:several.move", lot=str(mine.pk), sure="1", place=place),
        told(household, client, "pantry:stock.move", mine.pk, place=place),
        told(household, client, "pantry:stock.merge", mine.pk, others=lot),
        told(household, client, "pantry:stock.edit", mine.pk, **edit, food=food),
        told(household, client, "pantry:stock.edit", mine.pk, **{**edit, "place": place}),
        told(household, client, "pantry:take.count", mine.place_id, lot=lot, say="gone"),
        told(household, client, "pantry:food.merge", 5, into=food),
        told(household, client, "pantry:food.merge", 5, into="", into_words=SECRET),
        told(household, client, "pantry:scan.read", mode="use", code="4006381333931"),
    ]
    assert [answer.status_code for answer in answers if answer.status_code not in (302, 404, 422, 200)] == []
    assert [at for at, answer in enumerate(answers) if SECRET in answer.content.decode() and at != 10] == []
    with as_owner():
        kept = StockItem.objects.get(pk=theirs["lot"])
        assert (kept.amount, kept.place_id, kept.finished_at) == (Decimal(1000), theirs["place"], None)
        rice = StockItem.objects.get(pk=mine.pk)
        assert (rice.place_id, rice.own_food_id) == (mine.place_id, None)
        assert not OwnFood.objects.filter(household=household).exclude(merged_into_own=None).exists()


def test_what_another_kitchen_calls_its_food_means_nothing_here(
    household: Household, bob: User, theirs: dict[str, Any], client_of: ClientOf
) -> None:
    client = client_of(bob)
    for page in ("pantry:food.choose", "pantry:food.index", "pantry:product.index"):
        shown = client.get(reverse(page, args=[household.code]), {"q": SECRET[:5], "food": str(theirs["food"])})
        assert SECRET not in shown.content.decode()
    for page in ("sheet", "index"):
        url = reverse(f"pantry:label.{page}", args=[household.code])
        shown = client.get(url, {"lots": str(theirs["lot"]), "places": str(theirs["place"])})
        assert str(theirs["lot"]) not in shown.content.decode().replace(f"lots={theirs['lot']}", "")
    told(household, client, "pantry:stock.add", line=f"300 g {SECRET}")
    with as_owner():
        assert [lot.own_food_id for lot in StockItem.objects.filter(household=household)] == [None]


def test_guests_learn_no_price_anywhere(household: Household, alice: User, guest: User, client_of: ClientOf) -> None:
    """Neither on pages, nor in what the feed keeps, nor in a search, nor in tables."""
    ids = in_rooms(household, alice)
    owner, client = client_of(alice), client_of(guest)
    with as_owner():
        rows = StockItem.objects.filter(household=household, amount__gt=0)
        rows.update(price=Decimal(PAID), price_amount=rows[0].amount, price_unit=rows[0].unit)
    told(household, owner, "pantry:stock.add", line=f"2 pears {PAID} €")
    told(household, owner, "pantry:stock.use", ids["stock"], part="half")
    home = f"/h/{household.code}/"
    ahead = [home, f"{home}feed/", f"{home}search/?q=Vortle", f"{home}search/?q=pear", f"{home}pantry/?q=pear"]
    seen: set[str] = set()
    faults = []
    while ahead and len(seen) < 90:
        url = ahead.pop(0)
        if url in seen:
            continue
        seen.add(url)
        text = client.get(url, follow=True).content.decode(errors="replace")
        faults += [url] if WORTH.search(text) else []
        ahead += [found.replace("&amp;", "&") for found in re.findall(rf'(?:href|hx-get)="({home}[^"#]*)"', text)]
    assert not faults
    for what in ("stock", "foods", "ledger"):
        assert client.get(f"{home}pantry/tables/{what}.csv").status_code == 403


def test_what_is_worth_more_than_anything_can_still_be_used_up(
    household: Household, bob: User, client_of: ClientOf
) -> None:
    """A price for a crumb, and then a mistake in counting."""
    paid = {"price": Decimal(1_000_000), "price_amount": Decimal("0.0001"), "price_unit": "g"}
    lot = StockItemFactory(household=household, name="Saffron", amount=Decimal(9_999_999), **paid)
    assert told(household, client_of(bob), "pantry:stock.use", lot.pk, part="all").status_code == 302
    with as_owner():
        assert StockItem.objects.get(pk=lot.pk).finished_at
