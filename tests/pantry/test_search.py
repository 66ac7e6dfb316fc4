"""What the one search finds on the shelves, and what the feed says of them."""

import pytest
from django.utils import translation

from accounts.models import Activity, Household, User
from accounts.queries.activity import newest_lines
from pantry.verbs import lots_in_words
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ActivityFactory, StockItemFactory


def test_food_here_is_found_by_its_name_and_its_other_names(
    household: Household, other_household: Household, alice: User, guest: User, client_of: ClientOf
) -> None:
    rice = StockItemFactory(household=household, name="Basmati rice")
    StockItemFactory(household=other_household, name="Secret rice")
    for person in (alice, guest):
        html = client_of(person).get(f"/h/{household.code}/search/", {"q": "rice"}).content.decode()
        assert "Food here" in html
        assert f"/h/{household.code}/pantry/stock/{rice.pk}/" in html
        assert "1 kg · Fridge" in html
        assert "Secret" not in html


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, ""),
        ({"lots": [{"name": "milk", "amount": "2.0000", "unit": "l"}]}, "2 l milk"),
        ({"lots": [{"name": "rice", "amount": None, "unit": "piece", "rough": "some"}]}, "some rice"),
        ({"lots": [{"name": "x", "amount": "1600", "unit": "g", "pack": "400"}], "more": 2}, "4 × 400 g x and 2 more"),
        ({"lots": [{"name": "y", "amount": "3", "unit": "firkin"}]}, "3 firkin y"),
    ],
)
def test_lots_in_words(facts: dict[str, object], words: str) -> None:
    with translation.override("en"):
        assert lots_in_words(facts) == words


def test_the_feed_names_them(household: Household, alice: User) -> None:
    facts = {"lots": [{"name": "milk", "amount": "2", "unit": "l"}], "more": 0, "place": "Fridge"}
    for number, verb in enumerate(("stock.added", "stock.used", "stock.wasted", "stock.moved", "stock.corrected"), 1):
        ActivityFactory(household=household, number=number, actor=alice, verb=verb, facts=facts)
    with as_owner():
        said = [line.sentence for line in newest_lines(household, 9)]
        assert Activity.objects.count() == 5
    assert "Alice put 2 l milk on the shelves" in said
    assert "Alice moved 2 l milk to Fridge" in said


def test_foods_are_found_by_another_word_for_them(household: Household, alice: User, client_of: ClientOf) -> None:
    page = client_of(alice).get(f"/h/{household.code}/search/", {"q": "zucchini"}).content.decode()
    assert "courgette" in page
    assert f"/h/{household.code}/pantry/foods/" in page
