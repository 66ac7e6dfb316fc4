"""The services of the stock that pages of others call: several at once, counting, prices, dates of new lots."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from accounts.models import Activity, Household, User
from accounts.services.activity import undo_activity
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.units import Quantity
from pantry.models import StockItem, StockMovement
from pantry.queries.day import today_in
from pantry.services.place import place_for
from pantry.services.stock import (
    NewLot,
    add_stock,
    correct_stock,
    count_stock,
    freeze_stock,
    merge_stock,
    move_many,
    open_stock,
    split_stock,
    use_food,
    use_many,
    use_stock,
    waste_many,
)
from tests.accounts.races import at_once
from tests.factories import PlaceFactory, ProductFactory, StockItemFactory
from tests.pantry.ledger import sums_hold
from tests.pantry.typing_in import add, grams, newest


def said(by: User) -> dict[str, Any]:
    return {"by": by, "operation": new_id()}


def test_several_at_once_are_one_operation_and_one_line(household: Household, at_home: User) -> None:
    lots, once = add(household, "1 kg rice\n1 l milk\nsalt", at_home), said(at_home)
    freezer = place_for(household, "freezer")
    for _ in range(2):
        assert len(move_many(lots, freezer, **once)) == 3
    assert Activity.objects.filter(verb="stock.moved").count() == 1
    undo_activity(newest(), by=at_home)
    waste_many(lots, "other", **said(at_home))
    assert not StockItem.objects.filter(finished_at=None).exists()
    undo_activity(newest(), by=at_home)
    assert StockItem.objects.filter(finished_at=None).count() == 3
    use_many(lots[:2], **said(at_home))
    with pytest.raises(DomainError, match="Nothing of it is left"):
        use_many(lots, **said(at_home))
    assert StockItem.objects.filter(finished_at=None).count() == 1
    assert sums_hold(household)


def test_counting_says_when_and_sets_right(household: Household, at_home: User) -> None:
    (rice,) = add(household, "1 kg rice", at_home)
    same = count_stock(rice, **said(at_home))
    assert (same.amount, same.counted_on) == (1, today_in(household))
    less = count_stock(rice, grams("650"), **said(at_home))
    assert (less.amount, less.unit) == (Decimal("0.65"), "kg")
    use_stock(rice, grams("50"), **said(at_home))
    used = newest()
    count_stock(rice, rough="little", **said(at_home))
    with pytest.raises(DomainError, match="counted again"):
        undo_activity(used, by=at_home)
    assert count_stock(rice, grams("0"), **said(at_home)).finished_at
    assert sums_hold(household)


def test_what_goes_has_its_share_of_the_price(household: Household, at_home: User) -> None:
    (beef,) = add_stock(household, [NewLot("beef", grams("900"), price=Decimal("10.00"))], **said(at_home))
    assert (beef.price, beef.price_amount, beef.price_unit) == (10, 900, "g")
    use_stock(beef, Quantity(Decimal("0.3"), "kg"), **said(at_home))
    part = split_stock(beef, grams("200"), **said(at_home))
    use_food(household, "beef", None, **said(at_home))
    values = StockMovement.objects.filter(kind="consumed").values_list("value", flat=True)
    assert sorted(values) == [Decimal("2.22"), Decimal("3.33"), Decimal("4.44")]
    assert (part.price, part.price_amount) == (10, 900)


def test_put_together_the_earliest_date_counts_and_prices_add_up(household: Household, at_home: User) -> None:
    today = today_in(household)
    new = [
        NewLot("rice", grams("1000"), price=Decimal(4), use_by=today + timedelta(days=9), note="left"),
        NewLot(
            "rice", Quantity(Decimal("0.5"), "kg"), price=Decimal(1), use_by=today + timedelta(days=5), note="right"
        ),
        NewLot("rice", grams("100"), use_by=today + timedelta(days=7)),
    ]
    lots = add_stock(household, new, **said(at_home))
    open_stock(lots[0], **said(at_home))
    was = list(StockItem.objects.order_by("pk").values())
    one = merge_stock(lots, **said(at_home))
    assert (one.pk, one.amount, one.unit, one.use_by) == (lots[1].pk, Decimal("1.6"), "kg", today + timedelta(days=5))
    assert (one.price, one.price_amount, one.price_unit) == (5, Decimal("1.5"), "kg")
    assert (one.note, one.opened_on) == ("right; left", today)
    undo_activity(newest(), by=at_home)
    assert list(StockItem.objects.order_by("pk").values()) == was


def test_what_cannot_be_put_together_says_why(household: Household, at_home: User) -> None:
    rice, milk, some, pack = add(household, "1 kg rice\n1 l milk\nrice\n1 pack rice", at_home)
    shelf = PlaceFactory(household=household, name="Shelf", storage="pantry")
    there = StockItemFactory(household=household, name="rice", food_id=rice.food_id, place=shelf)
    why = {milk: "two kinds", some: "Nobody has measured", pack: "cannot be added up", there: "different places"}
    for other, sentence in why.items():
        with pytest.raises(DomainError, match=sentence):
            merge_stock([rice, other], **said(at_home))
    with pytest.raises(DomainError, match="at least two"):
        merge_stock([rice, rice], **said(at_home))


def test_a_part_that_was_used_is_not_put_back(household: Household, at_home: User) -> None:
    (rice,) = add(household, "1 kg rice", at_home)
    part = split_stock(rice, grams("400"), **said(at_home))
    apart = newest()
    use_stock(part, grams("100"), **said(at_home))
    used = newest()
    with pytest.raises(DomainError, match="take that back first"):
        undo_activity(apart, by=at_home)
    undo_activity(used, by=at_home)
    undo_activity(apart, by=at_home)
    assert [lot.amount for lot in StockItem.objects.order_by("created_at")] == [1, 0]
    with pytest.raises(DomainError, match="all of it"):
        split_stock(rice, grams("1000"), **said(at_home))


def test_out_of_order_each_step_leaves_what_the_others_did(household: Household, at_home: User) -> None:
    (milk,) = add(household, "1 l milk fridge", at_home)
    was = StockItem.objects.values().get()
    steps = []
    for step in (
        lambda: open_stock(milk, **said(at_home)),
        lambda: correct_stock(
            milk,
            name="Oat milk",
            place=milk.place,
            quantity=Quantity(Decimal(1), "l"),
            printed_on=None,
            use_by=StockItem.objects.get().use_by,
            note="blue",
            **said(at_home),
        ),
        lambda: freeze_stock(milk, **said(at_home)),
    ):
        step()
        steps.append(newest())
    undo_activity(steps[0], by=at_home)
    now = StockItem.objects.get()
    assert (now.opened_on, now.name, now.place.storage, now.date_why) == (None, "Oat milk", "freezer", "frozen")
    undo_activity(steps[2], by=at_home)
    now = StockItem.objects.get()
    assert (now.place.storage, now.name, now.note) == ("fridge", "Oat milk", "blue")
    undo_activity(steps[1], by=at_home)
    assert StockItem.objects.values().get() == was


def test_a_product_says_how_long_it_keeps_and_where(household: Household, at_home: User) -> None:
    product = ProductFactory(household=household, name="Oat drink", storage="fridge", shelf_life={"fridge.sealed": 77})
    (lot,) = add_stock(household, [NewLot("Oat drink", product_id=product.pk)], **said(at_home))
    assert (lot.product, lot.place.storage, lot.date_days) == (product, "fridge", 77)


def test_what_was_opened_or_frozen_before_it_came(household: Household, at_home: User) -> None:
    today = today_in(household)
    soon = today + timedelta(days=300)
    milk, peas = add_stock(
        household,
        [NewLot("milk", opened=today - timedelta(days=1), use_by=soon), NewLot("peas", frozen=today)],
        **said(at_home),
    )
    assert (milk.opened_on, milk.date_why, milk.printed_on) == (today - timedelta(days=1), "opened", soon)
    assert (peas.place.storage, peas.frozen_on) == ("freezer", today)


def test_what_nobody_should_eat_any_more_is_used_last(household: Household, at_home: User) -> None:
    today = today_in(household)
    days = {"wall": -1, "soon": 1, "later": 5}
    new = [
        NewLot("milk", Quantity(Decimal(1), "l"), use_by=today + timedelta(days=n), note=key) for key, n in days.items()
    ]
    add_stock(household, new, **said(at_home))
    used = use_food(household, "milk", Quantity(Decimal("2.5"), "l"), **said(at_home))
    assert [lot.note for lot in used] == ["soon", "later", "wall"]


@pytest.mark.django_db(transaction=True)
def test_two_who_use_up_a_food_at_once_never_use_more_than_there_is(
    household: Household, alice: User, bob: User
) -> None:
    for name in ("Rice", "Rice"):
        StockItemFactory(household=household, name=name)

    def use(person: User) -> Any:
        def work(ready: Any) -> None:
            ready()
            use_food(household, "Rice", grams("1500"), by=person, operation=new_id())

        return work

    refused = at_once((alice, household, use(alice)), (bob, household, use(bob)))
    assert refused == ["There is not that much: Rice, 500 g left."]
    assert sums_hold(household)
