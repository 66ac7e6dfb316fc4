"""Whatever people do, in whatever order: the ledger of each lot sums up to what is there, and never below nothing."""

from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import Activity, Household, User
from accounts.services.activity import undo_activity
from kitchen import tenancy
from kitchen.doctor.finding import State
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.units import Quantity
from pantry import ledger_check
from pantry.models import StockItem, StockMovement
from pantry.services.place import places_of
from pantry.services.stock import (
    NewLot,
    add_stock,
    correct_stock,
    count_stock,
    freeze_stock,
    merge_stock,
    move_stock,
    open_stock,
    split_stock,
    thaw_stock,
    use_food,
    use_stock,
    waste_stock,
)
from tests.database import as_owner
from tests.factories import StockItemFactory
from tests.pantry.ledger import forgotten, sums_hold
from tests.pantry.typing_in import newest

AMOUNTS = st.decimals(Decimal("0.0001"), Decimal(3000), places=4)
QUANTITIES = st.builds(Quantity, AMOUNTS, st.sampled_from(["g", "kg", "ml", "l", "piece", "cup", "tin", "oz"]))
NAMES = st.sampled_from(["rice", "milk", "eggs", "zorblax"])
WHICH, MUCH = st.integers(0, 9), st.none() | QUANTITIES
ON_LOTS = st.one_of(
    st.tuples(st.sampled_from(["use", "waste", "open", "freeze", "thaw"]), WHICH, MUCH),
    st.tuples(st.just("move"), WHICH, st.integers(0, 2)),
    st.tuples(st.sampled_from(["correct", "count"]), WHICH, MUCH | st.sampled_from(["some", "half"])),
    st.tuples(st.just("split"), WHICH, QUANTITIES),
    st.tuples(st.just("merge"), WHICH, WHICH),
)
NEW = st.one_of(st.tuples(st.just("add"), NAMES, MUCH), st.tuples(st.just("food"), NAMES, MUCH))
UNDO = st.tuples(st.just("undo"), st.integers(0, 30), st.none())
Deed = tuple[str, Any, Any]
bounded = {"deadline": None, "derandomize": True, "suppress_health_check": [HealthCheck.function_scoped_fixture]}


def do(household: Household, by: User, deed: Deed) -> None:
    """One deed; what it is about is chosen by number from what there is."""
    verb, what, how = deed
    said: dict[str, Any] = {"by": by, "operation": new_id()}
    if verb == "add":
        add_stock(household, [NewLot(what, how, price=Decimal("2.49"))], **said)
    elif verb == "food":
        use_food(household, what, how, **said)
    elif verb == "undo":
        lines = list(Activity.objects.filter(household=household).order_by("-number"))
        if what < len(lines):
            undo_activity(lines[what], by=by)
    else:
        lots = list(StockItem.objects.filter(household=household).select_related("household", "place").order_by("pk"))
        if what < len(lots):
            do_to(lots, what, verb, how, said)


def do_to(lots: list[StockItem], what: int, verb: str, how: Any, said: dict[str, Any]) -> None:
    lot = lots[what]
    simple = {"use": use_stock, "open": open_stock, "freeze": freeze_stock, "thaw": thaw_stock, "split": split_stock}
    much = {"rough": how} if isinstance(how, str) else {"quantity": how}
    if verb in simple:
        simple[verb](lot, how, **said)
    elif verb == "waste":
        waste_stock(lot, how, "other", **said)
    elif verb == "move":
        move_stock(lot, places_of(lot.household)[how], **said)
    elif verb == "count":
        count_stock(lot, **much, **said)
    elif verb == "merge":
        merge_stock([lot, lots[how % len(lots)]], **said)
    else:
        correct_stock(lot, name=lot.name, place=lot.place, **much, **said)


def rows(household: Household) -> dict[Any, dict[str, Any]]:
    return {row["id"]: row for row in StockItem.objects.filter(household=household).values()}


@pytest.fixture
def at_table(household: Household, alice: User) -> Iterator[Household]:
    """Two lots of rice, one of milk, and eggs that nobody counted; Alice acts."""
    with tenancy.scope(household=household.pk, person=alice.pk):
        start = [("rice", "1000 g"), ("rice", "500 g"), ("milk", "2 l"), ("eggs", "")]
        for name, much in start:
            number, _blank, unit = much.partition(" ")
            do(household, alice, ("add", name, Quantity(Decimal(number), unit) if unit else None))
        yield household


@given(st.lists(NEW | ON_LOTS | UNDO, max_size=14))
@settings(max_examples=25, **bounded)
def test_sums_hold_whatever_is_done(at_table: Household, alice: User, deeds: list[Deed]) -> None:
    with forgotten():
        for deed in deeds:
            before = rows(at_table)
            try:
                do(at_table, alice, deed)
            except DomainError:
                assert rows(at_table) == before, "what is refused changes nothing"
        assert sums_hold(at_table)


@given(st.lists(NEW | ON_LOTS, min_size=1, max_size=7))
@settings(max_examples=25, **bounded)
def test_taking_back_restores_every_row_exactly(at_table: Household, alice: User, deeds: list[Deed]) -> None:
    with forgotten():
        for deed in deeds:
            before, said = rows(at_table), Activity.objects.count()
            with suppress(DomainError):
                do(at_table, alice, deed)
            if Activity.objects.count() > said:
                undo_activity(newest(), by=alice)
                after = rows(at_table)
                assert {id: after[id] for id in before} == before
                assert all(after[id]["finished_at"] for id in after.keys() - before.keys())
                do(at_table, alice, deed)
        assert sums_hold(at_table)


GRAMS = st.builds(Quantity, AMOUNTS, st.just("g"))
PARTS = st.one_of(
    st.tuples(st.sampled_from(["use", "waste", "open", "freeze", "split"]), WHICH, GRAMS),
    st.tuples(st.just("merge"), WHICH, WHICH),
    st.tuples(st.just("food"), st.just("rice"), GRAMS),
    UNDO,
)


@given(st.lists(PARTS, max_size=12))
@settings(max_examples=25, **bounded)
def test_however_it_is_parted_nothing_gets_lost(at_table: Household, alice: User, deeds: list[Deed]) -> None:
    with forgotten():
        for deed in deeds:
            with suppress(DomainError):
                do(at_table, alice, deed)
        of_rice = {"household": at_table, "unit": "g"}
        there = sum(lot.amount or 0 for lot in StockItem.objects.filter(**of_rice))
        lines = StockMovement.objects.filter(**of_rice, kind__in=["added", "consumed", "wasted"])
        assert there == sum(line.delta or 0 for line in lines)


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_the_doctor_finds_what_went_past_the_services(household: Household, alice: User) -> None:
    rice = StockItemFactory(household=household)
    StockItemFactory(household=household, rough="some")
    assert ledger_check.check().state == State.OK
    with as_owner():
        StockItem.objects.filter(pk=rice.pk).update(amount=7)
    found = ledger_check.check()
    assert found.state == State.FAIL
    assert found.sentence.startswith("1 lots")


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_the_doctor_finds_a_date_that_no_line_gave(household: Household, alice: User) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk):
        (milk,) = add_stock(household, [NewLot("milk")], by=alice, operation=new_id())
        open_stock(milk, by=alice, operation=new_id())
    assert ledger_check.check().state == State.OK
    with as_owner():
        StockItem.objects.filter(pk=milk.pk).update(use_by=None)
    assert "another date" in ledger_check.check().sentence
