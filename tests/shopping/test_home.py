from accounts.models import Household, User
from shopping.models import ShoppingList
from tests.conftest import ClientOf
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


def test_a_guest_is_offered_nothing_to_change(household: Household, guest: User, client_of: ClientOf) -> None:
    page = client_of(guest).get(url(household)).content.decode()
    assert "items/new" not in page
    assert "lists/new" not in page
