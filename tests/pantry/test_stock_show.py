from datetime import timedelta
from decimal import Decimal

import pytest

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.ids import new_id
from kitchen.units import Quantity
from pantry.models import StockItem
from pantry.queries.day import today_in
from pantry.services.stock import add_stock, new_lots, use_stock, waste_stock
from tests.conftest import ClientOf
from tests.factories import StockItemFactory


def url(item: StockItem) -> str:
    """pantry:stock.show"""
    return f"/h/{item.household.code}/pantry/stock/{item.pk}/"


@pytest.fixture
def milk(household: Household, alice: User, bob: User) -> StockItem:
    """Put there by Alice, half of it used by Bob, who also spilled some."""
    with tenancy.scope(household=household.pk, person=alice.pk):
        entries, _wrong = new_lots("2 l milk", household, today=today_in(household))
        (milk,) = add_stock(household, entries, by=alice, operation=new_id())
        use_stock(milk, Quantity(Decimal(1), "l"), by=bob, operation=new_id())
        waste_stock(milk, Quantity(Decimal(100), "ml"), "broken", by=bob, operation=new_id())
    return milk


def test_it_tells_who_did_what_and_why_the_date(milk: StockItem, alice: User, client_of: ClientOf) -> None:
    html = client_of(alice).get(url(milk)).content.decode()
    for words in ("Alice put 2 l here", "Bob used 1 l", "Bob threw 100 ml away", "dropped or broken", "900 ml"):
        assert words in html
    assert "Estimated: milk usually keeps" in html
    assert html.count('hx-post="/h/') == 3


def test_what_was_undone_is_told_so(milk: StockItem, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    undo = client.get(url(milk)).content.decode().split('hx-post="/h/')[1].split('"')[0]
    assert client.post(f"/h/{undo}").status_code == 302
    html = client.get(url(milk)).content.decode()
    assert "taken back" in html
    assert html.count('hx-post="/h/') == 2


def test_guests_read_it_without_buttons(milk: StockItem, guest: User, client_of: ClientOf) -> None:
    html = client_of(guest).get(url(milk)).content.decode()
    assert "Bob used 1 l" in html
    assert "<form" not in html.split("<main")[1].split("</main>")[0]


def test_strangers_find_nothing(
    milk: StockItem, other_household: Household, stranger: User, alice: User, client_of: ClientOf
) -> None:
    assert client_of(stranger).get(url(milk)).status_code == 404
    theirs = StockItemFactory(household=other_household)
    assert client_of(alice).get(f"/h/{milk.household.code}/pantry/stock/{theirs.pk}/").status_code == 404


@pytest.mark.parametrize(("kind", "words"), [("use_by", "use by."), ("best_before", "smell and taste"), ("", "Nobody")])
def test_each_kind_of_date_has_its_reason(
    kind: str, words: str, household: Household, alice: User, client_of: ClientOf
) -> None:
    use_by = today_in(household) + timedelta(days=3) if kind else None
    item = StockItemFactory(household=household, name="Cheese", use_by=use_by, date_kind=kind)
    assert words in client_of(alice).get(url(item)).content.decode()


def test_htmx_gets_it_again_alone(milk: StockItem, alice: User, client_of: ClientOf) -> None:
    html = client_of(alice).get(url(milk), headers={"hx-request": "true"}).content.decode()
    assert html.strip().startswith("<article id=")
