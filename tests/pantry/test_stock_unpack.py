from accounts.models import Household, User
from kitchen.ids import new_id
from pantry.models import StockItem
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.pantry.ledger import sums_hold


def url(household: Household) -> str:
    """pantry:stock.unpack"""
    return f"/h/{household.code}/pantry/unpack/"


def keep(user: User, *things: str) -> None:
    with as_owner():
        User.objects.filter(pk=user.pk).update(preferences={"first_things": list(things), "theme": "dark"})


def test_kept_things_go_onto_the_shelves_once(household: Household, alice: User, client_of: ClientOf) -> None:
    keep(alice, "flour", "2 jars of jam", "milk 31 february")
    client = client_of(alice)
    first = client.post(url(household), {"operation": new_id()}, follow=True).content.decode()
    assert "3 things are on the shelves." in first
    assert "waiting for your shelves" not in first
    again = client.post(url(household), {"operation": new_id()}, follow=True).content.decode()
    assert "Nothing was waiting" in again
    with as_owner():
        assert sorted(StockItem.objects.values_list("name", flat=True)) == ["flour", "jam", "milk 31 february"]
        assert User.objects.get(pk=alice.pk).preferences == {"first_things": [], "theme": "dark"}
    assert sums_hold(household)


def test_guests_strangers_and_links_do_not(
    household: Household, alice: User, guest: User, stranger: User, client_of: ClientOf
) -> None:
    for person in (guest, stranger):
        keep(person, "flour")
    assert client_of(guest).post(url(household), {"operation": new_id()}).status_code == 403
    assert client_of(stranger).post(url(household), {"operation": new_id()}).status_code == 404
    assert client_of(alice).get(url(household)).status_code == 405
    with as_owner():
        assert not StockItem.objects.exists()


def test_a_form_without_an_operation_does_nothing(household: Household, alice: User, client_of: ClientOf) -> None:
    keep(alice, "flour")
    client_of(alice).post(url(household), {})
    with as_owner():
        assert not StockItem.objects.exists()
