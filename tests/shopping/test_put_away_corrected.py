"""shopping:put_away.create: what is corrected on the way to the shelves is what was bought."""

from decimal import Decimal

from accounts.models import Household, User
from kitchen.ids import new_id
from pantry.models import DateKind
from pantry.queries.day import today_in
from shopping.models import ItemState, PriceRecord, ShoppingList, ShoppingListItem
from shopping.services.put_away import proposed_for
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ProductFactory
from tests.shopping.test_put_away_create import line, lots, milk, place_named, undo, url

__all__ = ["milk"]


def test_a_proposed_date_follows_the_place(
    saturday: ShoppingList, milk: ShoppingListItem, bob: User, client_of: ClientOf
) -> None:
    client = client_of(bob)
    client.get(url(saturday))
    freezer = place_named(saturday.household, "freezer")
    with as_owner():
        milk.refresh_from_db()
        (proposal,) = proposed_for([milk], saturday.household, today_in(saturday.household))
    assert proposal.use_by is not None
    client.post(url(saturday), {"id": new_id(), **line(milk, freezer, use_by=proposal.use_by.isoformat())})
    (lot,) = lots(saturday.household)
    assert (lot.use_by, lot.date_kind) == (proposal.dates["freezer"], DateKind.ESTIMATED)
    assert lot.use_by != proposal.use_by


def test_what_is_corrected_is_what_was_bought_until_it_is_taken_back(
    saturday: ShoppingList, milk: ShoppingListItem, bob: User, client_of: ClientOf
) -> None:
    client = client_of(bob)
    client.get(url(saturday))
    fridge = place_named(saturday.household, "fridge")
    client.post(url(saturday), {"id": new_id(), **line(milk, fridge, amount="3 l", price="4.05", note="organic")})
    (lot,) = lots(saturday.household)
    assert (lot.amount, lot.price, lot.note) == (Decimal(3), Decimal("4.05"), "organic")
    with as_owner():
        (cost,) = PriceRecord.objects.filter(household=saturday.household)
        milk.refresh_from_db()
    assert (cost.price, cost.quantity, cost.unit, cost.item_id) == (Decimal("4.05"), Decimal(3), "l", milk.pk)
    assert (milk.quantity, milk.price) == (Decimal(3), Decimal("4.05"))
    assert undo(client, saturday.household) == 302
    with as_owner():
        assert not PriceRecord.objects.exists()
        milk.refresh_from_db()
    assert (milk.quantity, milk.price, milk.state) == (Decimal(2), None, ItemState.TICKED)


def test_which_product_it_is_can_be_said(
    saturday: ShoppingList, milk: ShoppingListItem, other_household: Household, bob: User, client_of: ClientOf
) -> None:
    sold = ProductFactory(household=saturday.household, name="Milk", brand="Blue Cow")
    theirs = ProductFactory(household=other_household, name="Milk")
    client = client_of(bob)
    assert "Blue Cow" in client.get(url(saturday)).content.decode()
    fridge = place_named(saturday.household, "fridge")
    wrong = client.post(url(saturday), {"id": new_id(), **line(milk, fridge, product=str(theirs.pk))})
    assert (wrong.status_code, lots(saturday.household)) == (422, [])
    client.post(url(saturday), {"id": new_id(), **line(milk, fridge, product=str(sold.pk))})
    assert lots(saturday.household)[0].product_id == sold.pk
    with as_owner():
        milk.refresh_from_db()
    assert milk.product_id == sold.pk
