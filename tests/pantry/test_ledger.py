"""Whatever people do, in whatever order: the ledger of each lot sums up to what is there, and never below nothing."""

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
from pantry.models import StockItem
from pantry.services.place import places_of
from pantry.services.stock import NewLot, add_stock, correct_stock, move_stock, use_food, use_stock, waste_stock
from tests.database import as_owner
from tests.factories import StockItemFactory
from tests.pantry.ledger import sums_hold

AMOUNTS = st.decimals(Decimal("0.0001"), Decimal(3000), places=4)
QUANTITIES = st.builds(Quantity, AMOUNTS, st.sampled_from(["g", "kg", "ml", "l", "piece", "cup", "tin", "oz"]))
NAMES = st.sampled_from(["rice", "milk", "eggs", "zorblax"])
DEEDS = st.one_of(
    st.tuples(st.just("add"), NAMES, st.none() | QUANTITIES),
    st.tuples(st.just("use"), st.integers(0, 9), st.none() | QUANTITIES),
    st.tuples(st.just("waste"), st.integers(0, 9), st.none() | QUANTITIES),
    st.tuples(st.just("move"), st.integers(0, 9), st.integers(0, 2)),
    st.tuples(st.just("correct"), st.integers(0, 9), st.none() | QUANTITIES | st.sampled_from(["some", "half"])),
    st.tuples(st.just("food"), NAMES, st.none() | QUANTITIES),
    st.tuples(st.just("undo"), st.integers(0, 30), st.none()),
)


def do(household: Household, by: User, deed: tuple[str, Any, Any]) -> None:
    """One deed; what it is about is chosen by number from what there is."""
    verb, what, how = deed
    said: dict[str, Any] = {"by": by, "operation": new_id()}
    if verb == "add":
        add_stock(household, [NewLot(what, how)], **said)
    elif verb == "food":
        use_food(household, what, how, **said)
    elif verb == "undo":
        lines = list(Activity.objects.filter(household=household).order_by("-number"))
        if what < len(lines):
            undo_activity(lines[what], by=by)
    else:
        lots = list(StockItem.objects.filter(household=household).select_related("household", "place").order_by("pk"))
        if what < len(lots):
            do_to(lots[what], verb, how, said)


def do_to(lot: StockItem, verb: str, how: Any, said: dict[str, Any]) -> None:
    if verb == "use":
        use_stock(lot, how, **said)
    elif verb == "waste":
        waste_stock(lot, how, "other", **said)
    elif verb == "move":
        move_stock(lot, places_of(lot.household)[how], **said)
    else:
        much = {"rough": how} if isinstance(how, str) else {"quantity": how}
        correct_stock(lot, name=lot.name, place=lot.place, **much, **said)


@given(st.lists(DEEDS, max_size=14))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_sums_hold_whatever_is_done(household: Household, alice: User, deeds: list[tuple[str, Any, Any]]) -> None:
    for deed in deeds:
        try:
            with tenancy.scope(household=household.pk, person=alice.pk):
                do(household, alice, deed)
        except DomainError:
            continue
    assert sums_hold(household)


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
