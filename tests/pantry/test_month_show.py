"""pantry:month.show: what became of the food, counted by the database."""

from accounts.models import Household, User
from accounts.services.activity import undo_activity
from kitchen import tenancy
from kitchen.ids import new_id
from pantry.services.stock import use_stock, waste_stock
from tests.conftest import ClientOf
from tests.factories import StockItemFactory
from tests.pantry.typing_in import grams, newest


def test_it_counts_what_stands_and_names_the_newest(
    household: Household, alice: User, guest: User, client_of: ClientOf
) -> None:
    url = f"/h/{household.code}/pantry/month/"
    client = client_of(alice)
    assert "Nothing has been used or thrown away" in client.get(url).content.decode()
    rice, fish = StockItemFactory(household=household), StockItemFactory(household=household, name="fish")
    with tenancy.scope(household=household.pk, person=alice.pk):
        use_stock(rice, grams("100"), by=alice, operation=new_id())
        waste_stock(fish, grams("100"), "spoiled", by=alice, operation=new_id())
        waste_stock(rice, grams("100"), "spoiled", by=alice, operation=new_id())
        undo_activity(newest(), by=alice)
    page = client_of(guest).get(url).content.decode()
    assert "1 thing thrown away" in page
    assert "Fish" in page
    assert "Used up or used in part: 1 thing." in page
    part = client.get(url, headers={"hx-request": "true"}).content.decode()
    assert part.strip().startswith("<section")
    assert "<html" not in part


def test_strangers_find_nothing(
    household: Household, stranger: User, other_household: Household, client_of: ClientOf
) -> None:
    assert client_of(stranger).get(f"/h/{household.code}/pantry/month/").status_code == 404
