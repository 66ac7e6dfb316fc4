"""What was moved and corrected, and taking it back in and out of order."""

from datetime import date
from decimal import Decimal

import pytest

from accounts.models import Activity, Household, User
from accounts.services.activity import record, undo_activity
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.units import Quantity
from pantry.models import DateKind, StockItem, StockMovement
from pantry.services.place import place_for, remove_place
from pantry.services.stock import (
    correct_stock,
    move_stock,
    use_stock,
)
from tests.factories import PlaceFactory
from tests.pantry.ledger import sums_hold
from tests.pantry.typing_in import add, grams, newest


def test_moved_to_the_freezer_it_keeps_longer_and_back_again(household: Household, at_home: User) -> None:
    (beef,) = add(household, "500 g minced beef fridge", at_home)
    former = beef.use_by
    freezer = place_for(household, "freezer")
    moved = move_stock(beef, freezer, by=at_home, operation=new_id())
    assert former is not None
    assert moved.use_by is not None
    assert moved.use_by > former
    undo_activity(newest(), by=at_home)
    back = StockItem.objects.get()
    assert (back.place.storage, back.use_by) == ("fridge", former)
    assert sums_hold(household)


def test_moves_are_undone_in_any_order(household: Household, at_home: User) -> None:
    (spinach,) = add(household, "200 g spinach fridge", at_home)
    was = StockItem.objects.values().get()
    move_stock(spinach, place_for(household, "freezer"), by=at_home, operation=new_id())
    first = newest()
    move_stock(spinach, place_for(household, "pantry"), by=at_home, operation=new_id())
    last = newest()
    undo_activity(first, by=at_home)
    assert StockItem.objects.get().place.storage == "pantry", "the last move stands"
    undo_activity(last, by=at_home)
    assert StockItem.objects.values().get() == was


def test_corrected_to_another_unit_and_back(household: Household, at_home: User) -> None:
    (rice,) = add(household, "1 kg rice", at_home)
    said = {"name": "Basmati", "place": rice.place, "quantity": Quantity(Decimal(2), "pack"), "note": "blue"}
    changed = correct_stock(rice, by=at_home, operation=new_id(), **said)  # type: ignore[arg-type]
    assert (changed.name, changed.amount, changed.unit, changed.date_kind) == ("Basmati", 2, "pack", "")
    assert sums_hold(household)
    undo_activity(newest(), by=at_home)
    back = StockItem.objects.get()
    assert (back.name, back.name_key, back.amount, back.unit, back.note) == ("rice", "rice", 1, "kg", "")
    assert sums_hold(household)


def test_an_estimate_that_somebody_changes_is_none_any_more(household: Household, at_home: User) -> None:
    (milk,) = add(household, "1 l milk", at_home)
    said = {"name": milk.name, "place": milk.place, "quantity": Quantity(Decimal(1), "l")}
    same = correct_stock(milk, by=at_home, operation=new_id(), **said, use_by=milk.use_by)  # type: ignore[arg-type]
    assert same.date_kind == DateKind.ESTIMATED
    later = correct_stock(milk, by=at_home, operation=new_id(), **said, use_by=date(2030, 1, 1))  # type: ignore[arg-type]
    assert later.date_kind == DateKind.USE_BY
    gone = correct_stock(milk, by=at_home, operation=new_id(), name="milk", place=milk.place)
    assert (gone.amount, bool(gone.finished_at)) == (0, True)
    undo_activity(newest(), by=at_home)
    assert sums_hold(household)


def test_undo_out_of_order_says_why_not(household: Household, at_home: User) -> None:
    (rice,) = add(household, "1 kg rice", at_home)
    added = newest()
    use_stock(rice, grams("300"), by=at_home, operation=new_id())
    used = newest()
    with pytest.raises(DomainError, match="take that back first"):
        undo_activity(added, by=at_home)
    correct_stock(rice, by=at_home, operation=new_id(), name="rice", place=rice.place, quantity=grams("650"))
    counted = newest()
    with pytest.raises(DomainError, match=r"counted|changed"):
        undo_activity(used, by=at_home)
    for activity in (counted, used, added):
        undo_activity(activity, by=at_home)
        assert sums_hold(household)
    assert StockItem.objects.get().finished_at
    with pytest.raises(DomainError, match="undone already"):
        undo_activity(added, by=at_home)


def test_lines_from_before_are_told_by_the_feed(household: Household, at_home: User) -> None:
    """A move and a correction as they were written when lines did not keep what they set."""
    (milk,) = add(household, "1 l milk fridge", at_home)
    was = StockItem.objects.values().get()
    fridge, freezer = milk.place, place_for(household, "freezer")
    here = {"place": str(fridge.pk), "use_by": milk.use_by.isoformat(), "date_kind": "estimated"}  # type: ignore[union-attr]
    there = {"place": str(freezer.pk), "use_by": "2030-01-01", "date_kind": "estimated"}
    said = {"name": "milk", "food_id": milk.food_id, "unit": "l", "rough": "", "note": "", "amount": "1", "pack": None}
    told = {
        "moved": (here, there),
        "corrected": ({**said, **there}, {**said, **there, "note": "blue", "amount": "2"}),
    }
    for kind, (before, after) in told.items():
        line = {"kind": kind, "delta": 0 if kind == "moved" else 1, "unit": "l", "operation": new_id()}
        StockMovement.objects.create(household=household, item=milk, by=at_home, **line)
        facts = {"lots": [], "place": "x", "item": str(milk.pk), "before": before, "after": after}
        record(household, f"stock.{kind}", by=at_home, subject=line["operation"], facts=facts)
    StockItem.objects.update(place=freezer, use_by="2030-01-01", note="blue", amount=2)
    corrected, moved = Activity.objects.order_by("-number")[:2]
    undo_activity(moved, by=at_home)
    now = StockItem.objects.get()
    assert (now.place, now.use_by, now.note, now.amount) == (fridge, milk.use_by, "blue", 2)
    undo_activity(corrected, by=at_home)
    assert StockItem.objects.values().get() == was
    assert sums_hold(household)


def test_a_place_that_is_gone_is_not_gone_back_to(household: Household, at_home: User) -> None:
    fridge, shed = place_for(household, "fridge"), PlaceFactory(household=household, name="Shed", storage="pantry")
    (rice,) = add(household, "1 kg rice", at_home)
    move_stock(rice, shed, by=at_home, operation=new_id())
    move_stock(rice, fridge, by=at_home, operation=new_id())
    remove_place(shed, by=at_home)
    last = Activity.objects.filter(verb="stock.moved").order_by("-number")[0]
    with pytest.raises(DomainError, match="not there any more"):
        undo_activity(last, by=at_home)
