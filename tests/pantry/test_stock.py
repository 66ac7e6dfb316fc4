"""The services of the stock alone: what comes, goes, moves and is set right, and taking it back."""

from datetime import timedelta
from decimal import Decimal

import pytest

from accounts.models import Activity, Household, User
from accounts.services.activity import undo_activity
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.units import Quantity
from pantry.models import DateKind, MovementKind, Place, StockItem, StockMovement
from pantry.queries.day import today_in
from pantry.queries.stock import eat_first, find_lots, lots, on_hand
from pantry.services.stock import (
    NewLot,
    add_stock,
    move_stock,
    use_food,
    use_stock,
    waste_stock,
)
from tests.database import as_owner
from tests.factories import PlaceFactory, StockItemFactory
from tests.pantry.ledger import sums_hold
from tests.pantry.typing_in import add, grams, newest


def test_a_line_becomes_a_lot_with_food_place_and_date(household: Household, at_home: User) -> None:
    milk, tomatoes = add(household, "2 l milk fridge\n4x 400g chopped tomatoes", at_home)
    assert (milk.amount, milk.unit, milk.place.storage, milk.rough) == (2, "l", "fridge", "")
    assert milk.date_kind == DateKind.ESTIMATED
    assert milk.use_by is not None
    assert milk.use_by > today_in(household)
    assert (tomatoes.amount, tomatoes.pack, tomatoes.unit, tomatoes.place.storage) == (1600, 400, "g", "pantry")
    assert milk.food_id
    assert sums_hold(household)


def test_what_nobody_measured_is_some_and_outside_the_sums(household: Household, at_home: User) -> None:
    (rice,) = add(household, "rice", at_home)
    assert (rice.amount, rice.rough) == (None, "some")
    with pytest.raises(DomainError, match="Nobody has measured"):
        use_stock(rice, grams("10"), by=at_home, operation=new_id())
    gone = use_stock(rice, None, by=at_home, operation=new_id())
    assert gone.finished_at
    assert sums_hold(household)
    undo_activity(newest(), by=at_home)
    assert StockItem.objects.get(pk=rice.pk).finished_at is None


def test_a_written_date_is_kept_and_its_kind(household: Household, at_home: User) -> None:
    friday = today_in(household) + timedelta(days=400)
    (milk,) = add_stock(
        household, [NewLot("milk", Quantity(Decimal(1), "l"), use_by=friday)], by=at_home, operation=new_id()
    )
    assert (milk.use_by, milk.date_kind) == (friday, DateKind.USE_BY)


def test_the_same_thing_goes_where_it_lay_before(household: Household, at_home: User) -> None:
    PlaceFactory(household=household, name="Fridge")
    cellar = PlaceFactory(household=household, name="Cellar", storage="pantry")
    StockItemFactory(household=household, name="Potatoes", place=cellar)
    assert add(household, "1 kg potatoes", at_home)[0].place == cellar
    assert add(household, "1 kg potatoes fridge", at_home)[0].place.name == "Fridge"


def test_one_operation_is_done_once(household: Household, at_home: User) -> None:
    operation, entry = new_id(), NewLot("rice", grams("500"))
    once, twice = (add_stock(household, [entry], by=at_home, operation=operation) for _ in range(2))
    assert once == twice
    operation = new_id()
    for _ in range(2):
        use_stock(once[0], grams("200"), by=at_home, operation=operation)
    assert StockItem.objects.get().amount == 300
    assert Activity.objects.count() == 2


@pytest.mark.parametrize("amount", ["0", "-1", "10000001"])
def test_amounts_that_cannot_be_are_refused(amount: str, household: Household, at_home: User) -> None:
    with pytest.raises(DomainError, match="above nothing"):
        add_stock(household, [NewLot("rice", grams(amount))], by=at_home, operation=new_id())


def test_used_in_another_unit_and_never_more_than_there_is(household: Household, at_home: User) -> None:
    (rice,) = add(household, "1 kg rice", at_home)
    rice = use_stock(rice, grams("300"), by=at_home, operation=new_id())
    assert rice.amount == Decimal("0.7")
    with pytest.raises(DomainError, match="700 g left"):
        use_stock(rice, grams("701"), by=at_home, operation=new_id())
    assert use_stock(rice, grams("700"), by=at_home, operation=new_id()).finished_at
    with pytest.raises(DomainError, match="used up"):
        use_stock(rice, None, by=at_home, operation=new_id())
    assert sums_hold(household)


def test_what_cannot_be_converted_says_what_is_not_known(household: Household, at_home: User) -> None:
    (thing,) = add(household, "3 zorblaxes", at_home)
    with pytest.raises(DomainError, match="weighs"):
        use_stock(thing, grams("1"), by=at_home, operation=new_id())


def test_thrown_away_with_a_reason(household: Household, at_home: User) -> None:
    (milk,) = add(household, "1 l milk", at_home)
    with pytest.raises(DomainError, match="why"):
        waste_stock(milk, None, "aliens", by=at_home, operation=new_id())
    waste_stock(milk, Quantity(Decimal(250), "ml"), "spoiled", by=at_home, operation=new_id())
    line = StockMovement.objects.get(kind=MovementKind.WASTED)
    assert (line.delta, line.unit, line.reason) == (Decimal("-0.25"), "l", "spoiled")
    undo_activity(newest(), by=at_home)
    assert StockItem.objects.get().amount == 1
    assert sums_hold(household)


def test_a_food_is_used_across_its_lots_the_most_urgent_first(household: Household, at_home: User) -> None:
    today = today_in(household)
    entries = [
        NewLot("milk", Quantity(Decimal(1), "l"), use_by=today + timedelta(days=9)),
        NewLot("milk", Quantity(Decimal(500), "ml"), use_by=today + timedelta(days=1)),
        NewLot("milk", None, "some"),
    ]
    late, soon, _rough = add_stock(household, entries, by=at_home, operation=new_id())
    use_food(household, "milk", Quantity(Decimal(700), "ml"), by=at_home, operation=new_id())
    amounts = {item.pk: item.amount for item in StockItem.objects.all()}
    assert (amounts[soon.pk], amounts[late.pk]) == (0, Decimal("0.8"))
    with pytest.raises(DomainError, match="800 ml left"):
        use_food(household, "milk", Quantity(Decimal(2), "l"), by=at_home, operation=new_id())
    undo_activity(newest(), by=at_home)
    assert sums_hold(household)
    with pytest.raises(DomainError, match="no saffron"):
        use_food(household, "saffron", None, by=at_home, operation=new_id())


def test_lots_stand_in_the_order_in_which_they_must_be_eaten(household: Household, at_home: User) -> None:
    today = today_in(household)
    for name, days in (("Salt", None), ("Eggs", 5), ("Fish", 0), ("Cream", 1), ("Ham", -2)):
        StockItemFactory(household=household, name=name, use_by=None if days is None else today + timedelta(days=days))
    found = lots(household, today=today)
    assert [(lot.name, lot.state, lot.group, lot.due) for lot in found] == [
        ("Ham", "late", "late", "2 days ago"),
        ("Fish", "late", "now", "today"),
        ("Cream", "soon", "now", "tomorrow"),
        ("Eggs", "fresh", "week", "5 days"),
        ("Salt", "fresh", "undated", ""),
    ]
    assert [lot.name for lot in eat_first(household, today=today)] == ["Ham", "Fish", "Cream"]
    assert len(on_hand(household)) == 5
    assert [item.name for item in find_lots(household, "an egg")] in (["Eggs"], [])
    assert [lot.name for lot in lots(household, today=today, text="fis")] == ["Fish"]


def test_guests_change_nothing(household: Household, at_home: User, guest: User) -> None:
    (rice,) = add(household, "1 kg rice", at_home)
    for change in (
        lambda: add_stock(household, [NewLot("x")], by=guest, operation=new_id()),
        lambda: use_stock(rice, None, by=guest, operation=new_id()),
        lambda: undo_activity(newest(), by=guest),
    ):
        with pytest.raises(DomainError, match="role"):
            change()


def test_a_place_of_others_is_not_taken(household: Household, at_home: User, other_household: Household) -> None:
    with as_owner():
        theirs = Place.objects.create(household=other_household, name="Theirs", name_key="their")
    (rice,) = add(household, "1 kg rice", at_home)
    with pytest.raises(DomainError, match="place"):
        move_stock(rice, theirs, by=at_home, operation=new_id())
