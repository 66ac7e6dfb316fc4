from accounts.models import Household, User
from shopping.models import ShoppingList, ShoppingTrip
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories.shopping import ShoppingListFactory
from tests.shopping.rows import on_list


def url(household: Household) -> str:
    """shopping:home"""
    return f"/h/{household.code}/shopping/"


def test_without_a_list_the_line_begins_one(household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    page = client.get(url(household)).content.decode()
    assert "Nothing to buy" in page
    assert f'action="{url(household)}items/new/"' in page
    client.post(f"{url(household)}items/new/", {"id": "0192f000-0000-7000-8000-000000000001", "line": "milk"})
    assert "Milk" in client.get(url(household), follow=True).content.decode()


def test_one_list_opens_by_itself(saturday: ShoppingList, alice: User, client_of: ClientOf) -> None:
    answer = client_of(alice).get(url(saturday.household))
    assert answer["Location"] == f"{url(saturday.household)}lists/{saturday.pk}/"


def test_several_lists_tell_how_far_they_are(saturday: ShoppingList, alice: User, client_of: ClientOf) -> None:
    ShoppingListFactory(household=saturday.household, name="The market")
    on_list(saturday, "Leeks", "Milk", "Rice", "Bread", "Feta")
    on_list(saturday, "Coffee", ticked=True)
    page = client_of(alice).get(url(saturday.household)).content.decode()
    assert "2 shopping lists" in page
    assert "1 of 6" in page
    assert "Leeks, Milk, Rice, Bread …" in " ".join(page.split())
    fragment = client_of(alice).get(url(saturday.household), headers={"HX-Request": "true"}).content.decode()
    assert fragment.strip().startswith('<div id="lists">')


def test_who_is_in_the_shop_stands_on_its_card(
    saturday: ShoppingList, alice: User, bob: User, client_of: ClientOf
) -> None:
    ShoppingListFactory(household=saturday.household, name="The market")
    with as_owner():
        ShoppingTrip.objects.create(household=saturday.household, shopping_list=saturday, by=bob)
    page = client_of(alice).get(url(saturday.household)).content.decode()
    market, shop = (page[page.index(name) :] for name in ("The market", "Saturday shop"))
    assert "Bob is shopping" in shop
    assert "Bob is shopping" not in market[: market.index("</li>")]


def test_one_list_does_not_hide_the_rest(saturday: ShoppingList, alice: User, client_of: ClientOf) -> None:
    page = client_of(alice).get(f"{url(saturday.household)}?all").content.decode()
    assert "A shopping list" in page
    for rest in ("recurring/", "stores/", "purchases/", "lists/archived/"):
        assert f'href="{url(saturday.household)}{rest}"' in page


def test_a_guest_is_offered_nothing_to_change(household: Household, guest: User, client_of: ClientOf) -> None:
    page = client_of(guest).get(url(household)).content.decode()
    assert "items/new" not in page
    assert "lists/new" not in page
