"""shopping:list_paper.show, shopping:list_paper.download"""

from decimal import Decimal

from accounts.models import User
from kitchen.ids import new_id
from shopping.models import ShoppingList
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ShoppingListFactory
from tests.shopping.rows import on_list, rows


def url(kept: ShoppingList, rest: str = "paper/") -> str:
    return f"/h/{kept.household.code}/shopping/lists/{kept.pk}/{rest}"


def test_on_paper_stands_what_is_to_be_bought_by_aisle(
    saturday: ShoppingList, bob: User, guest: User, client_of: ClientOf
) -> None:
    assert "Nothing to print" in client_of(bob).get(url(saturday)).content.decode()
    on_list(saturday, "Milk", quantity=2, unit="l", note="the fresh one", category_id=7)
    on_list(saturday, "Bread", ticked=True)
    for reader in (bob, guest):
        page = client_of(reader).get(url(saturday)).content.decode()
        sheet = page[page.index("list-paper") : page.index("</article>")]
        assert "Milk" in sheet
        assert "the fresh one" in sheet
        assert "Bread" not in sheet


def test_as_text_it_can_be_sent_and_pasted_again(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    on_list(saturday, "Milk", quantity=2, unit="l", note="fresh", category_id=7)
    on_list(saturday, "Candles")
    on_list(saturday, "Bread", ticked=True)
    client = client_of(bob)
    answer = client.get(url(saturday, "text/"))
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert 'filename="saturday-shop.txt"' in answer["Content-Disposition"]
    text = answer.content.decode()
    assert "☐ 2 l Milk (fresh)\n" in text
    assert "Everything else:\n☐ Candles\n" in text
    assert "\n☑ Bread\n" in text
    other = ShoppingListFactory(household=saturday.household, name="Other")
    line = {"id": new_id(), "shopping_list": other.pk, "line": text}
    client.post(f"/h/{other.household.code}/shopping/items/new/", line)
    assert rows(other) == [("Candles", None, ""), ("Milk", Decimal(2), "l")]
    with as_owner():
        assert other.items.get(name="Milk").note == "fresh"


def test_strangers_find_no_paper(saturday: ShoppingList, stranger: User, client_of: ClientOf) -> None:
    for rest in ("paper/", "text/"):
        assert client_of(stranger).get(url(saturday, rest)).status_code == 404
