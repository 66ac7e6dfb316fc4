"""shopping:item.create with text from anywhere: notes, chats, mails, tables."""

import pytest
from django.test import Client

from accounts.models import User
from kitchen.ids import new_id
from shopping.models import ShoppingList
from shopping.pasted import Pasted, read_pasted
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.shopping.rows import rows

CHAT = """[22/11/2026, 10:15] Anna: Hi Bob,
[22/11/2026, 10:15] Anna: can you please bring milk, 6 eggs and bread?
[22/11/2026, 10:16] Anna: Thanks!"""
NOTE = """Shopping list:

**Vegetables**
- [ ] 2 kg potatoes
- [x] onions
☐ carrots
☑ leeks
~~celery~~
1. 2x milk
2) Salt
- I'll be home late.
Love, Mum"""


def send(client: Client, kept: ShoppingList, line: str) -> str:
    data = {"id": new_id(), "shopping_list": kept.pk, "line": line}
    answer = client.post(f"/h/{kept.household.code}/shopping/items/new/", data, follow=True)
    return answer.content.decode()


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("milk\neggs", "milk|eggs"),
        ("• milk\n◦ eggs\n– 2x bread\n* tea", "milk|eggs|2x bread|tea"),
        ("> - milk\n> - eggs", "milk|eggs"),
        ("Milk\t2\tl\nFlour\t1\tkg", "Milk 2 l|Flour 1 kg"),
        ("| Item | Amount |\n|---|---|\n| Milk | 2 l |", "Milk   2 l"),
        ("🥛 Milk\n🛒 Bread", "Milk|Bread"),
        ("22.11.26, 10:15 - Tom: bread", "bread"),
        ("Don't forget the oat milk!", "oat milk"),
        ("Kannst du bitte Milch und Brot mitbringen?", "Milch, Brot"),
        ("Cześć, kup proszę mleko i chleb", "mleko, chleb"),
        ("Guten Morgen,\nwir brauchen noch Butter und Salz.\nDanke dir!", "Butter, Salz"),
        ("Peux-tu acheter du lait et des oeufs stp", "lait, oeufs"),
        ("Hey\nwe need: milk", "milk"),
        # What could be bought is never taken for talk.
        ("Morning rolls\nBest butter\nlove hearts", "Morning rolls|Best butter|love hearts"),
        ("shopping bags\nmac and cheese", "shopping bags|mac and cheese"),
        ("1.5 l milk\n7 up", "1.5 l milk|7 up"),
        ("Hello", "Hello"),
    ],
)
def test_each_line_is_a_thing_without_its_dress(text: str, things: str) -> None:
    assert read_pasted(text) == Pasted(things.replace("|", "\n"), (), read_pasted(text).talk)


def test_what_is_ticked_off_or_only_said_is_told_apart() -> None:
    assert read_pasted(NOTE) == Pasted(
        "2 kg potatoes\ncarrots\n2x milk\nSalt",
        ("onions", "leeks", "celery"),
        ("Shopping list:", "**Vegetables**", "- I'll be home late.", "Love, Mum"),
    )
    assert read_pasted(CHAT) == Pasted("milk, 6 eggs, bread", (), ("Hi Bob,", "Thanks!"))


def test_a_message_is_put_on_the_list_and_it_says_what_was_left_out(
    saturday: ShoppingList, bob: User, client_of: ClientOf
) -> None:
    page = send(client_of(bob), saturday, NOTE)
    assert [name for name, *_ in rows(saturday)] == ["Carrots", "Milk", "Potatoes", "Salt"]
    assert "Ticked off there already, so left out: onions, leeks, celery." in page
    assert "Not taken for things to buy: “Shopping list:”" in page
    assert "/undo/" in page


def test_what_cannot_be_read_stays_line_by_line(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    page = send(client_of(bob), saturday, "bread\n0 kg flour\nmilk\n-2 eggs")
    assert "0 kg flour\n" in page[page.index("<textarea") :]
    assert [name for name, *_ in rows(saturday)] == ["Bread", "Milk"]


def test_more_than_fits_at_once_stays_in_the_box(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    page = send(client_of(bob), saturday, "\n".join(f"Thing{number}" for number in range(320)))
    assert len(rows(saturday)) == 300
    assert "Thing300" in page[page.index("<textarea") : page.index("</textarea>")]


def test_only_ticked_things_add_nothing(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    assert "so left out: bread." in send(client_of(bob), saturday, "[x] bread")
    assert rows(saturday) == []


def test_a_day_is_when_it_is_needed_and_a_price_what_it_costs(
    saturday: ShoppingList, bob: User, client_of: ClientOf
) -> None:
    send(client_of(bob), saturday, "Wine 12 €\nCandles 30 USD\nCake 24.12.")
    with as_owner():
        wine, candles, cake = (saturday.items.get(name=name) for name in ("Wine", "Candles", "Cake"))
    assert (wine.price, candles.price) == (12, None)
    assert cake.needed_on
    assert (cake.needed_on.month, cake.needed_on.day) == (12, 24)
