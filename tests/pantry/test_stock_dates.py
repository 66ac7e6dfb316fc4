"""Which date a lot gets by what is done with it. Without a database: food, package and days are given."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kitchen.errors import DomainError
from pantry.dates import Dates, bought, frozen, lives_of, moved, opened, printed, said, thawed

TODAY = date(2026, 11, 21)
LIVES = {
    ("fridge", "sealed"): 14,
    ("fridge", "opened"): 3,
    ("fridge", "thawed"): 2,
    ("freezer", "sealed"): 120,
    ("pantry", "sealed"): 4,
}
FRIDGE = bought(Dates(), "fridge", TODAY, LIVES)


def on(days: int) -> date:
    return TODAY + timedelta(days=days)


def package(days: int, kind: str) -> Dates:
    return bought(Dates(use_by=on(days), date_kind=kind), "fridge", TODAY, LIVES)


def told(dates: Dates) -> tuple[int | None, str, str, int | None]:
    left = (dates.use_by - TODAY).days if dates.use_by else None
    return left, str(dates.date_kind), str(dates.date_why), dates.date_days


def test_bought_it_is_estimated_or_as_the_package_says() -> None:
    assert told(FRIDGE) == (14, "estimated", "kept", 14)
    assert told(bought(Dates(), "cellar", TODAY, LIVES)) == (None, "", "", None)
    for kind in ("use_by", "best_before"):
        assert told(package(9, kind)) == (9, kind, "printed", None)
        assert package(9, kind).printed_on == on(9)
    assert told(bought(Dates(opened_on=on(-1)), "fridge", TODAY, LIVES)) == (2, "estimated", "opened", 3)
    assert told(bought(Dates(frozen_on=on(-5)), "freezer", TODAY, LIVES)) == (115, "estimated", "frozen", 120)


@pytest.mark.parametrize(("days", "after"), [(20, 3), (3, 3), (2, 2), (0, 0), (-5, -5)])
@pytest.mark.parametrize("kind", ["use_by", "best_before", "estimated"])
def test_opening_shortens_and_never_extends(kind: str, days: int, after: int) -> None:
    open_one = opened(package(days, kind), "fridge", TODAY, LIVES)
    assert (told(open_one)[0], open_one.opened_on) == (after, TODAY)
    assert open_one.printed_on == (None if kind == "estimated" else on(days)), "the package says what it said"
    assert open_one.date_why == ("opened" if days > 3 else "kept" if kind == "estimated" else "printed")


def test_what_keeps_open_in_the_fridge_only_keeps_no_longer_elsewhere() -> None:
    assert told(opened(bought(Dates(), "pantry", TODAY, {("fridge", "opened"): 3}), "pantry", TODAY, LIVES))[0] == 3
    with pytest.raises(DomainError, match="opened already"):
        opened(opened(FRIDGE, "fridge", TODAY, LIVES), "fridge", TODAY, LIVES)


@pytest.mark.parametrize("kind", ["use_by", "best_before", "estimated"])
def test_frozen_up_to_its_date_it_keeps_as_long_as_in_the_freezer(kind: str) -> None:
    for days in (0, 5):
        assert told(frozen(package(days, kind), TODAY, LIVES)) == (120, "estimated", "frozen", 120)


def test_frozen_after_its_date() -> None:
    with pytest.raises(DomainError, match="past its use-by date"):
        frozen(package(-1, "use_by"), TODAY, LIVES)
    for kind in ("best_before", "estimated"):
        late = frozen(package(-1, kind), TODAY, LIVES)
        assert (told(late)[0], late.frozen_on) == (-1, TODAY), "it may be, and gains nothing by it"


def test_frost_shortens_no_best_before_and_knows_not_every_food() -> None:
    assert told(frozen(package(300, "best_before"), TODAY, LIVES)) == (300, "best_before", "printed", None)
    assert told(frozen(package(5, "use_by"), TODAY, {})) == (None, "", "frozen", None)
    assert told(frozen(package(5, "best_before"), TODAY, {})) == (5, "best_before", "printed", None)


def test_thawing_begins_a_short_time_of_its_own() -> None:
    cold = frozen(package(5, "use_by"), on(-30), LIVES)
    assert told(thawed(cold, "fridge", TODAY, LIVES)) == (2, "estimated", "thawed", 2)
    assert told(thawed(cold, "fridge", TODAY, {("fridge", "opened"): 4}))[0] == 4
    assert told(thawed(cold, "fridge", TODAY, {}))[0] == 2
    assert told(thawed(cold, "pantry", TODAY, {}))[0] == 1
    past = replace(cold, use_by=on(-1))
    assert told(thawed(past, "fridge", TODAY, LIVES))[0] == -1


def test_frozen_again_it_is_thawed_no_more() -> None:
    again = frozen(thawed(frozen(package(5, "use_by"), TODAY, LIVES), "fridge", on(20), LIVES), on(21), LIVES)
    assert (again.state, told(again)[0]) == ("frozen", 141)


def test_moving_carries_an_estimate_along_and_leaves_a_printed_date_alone() -> None:
    there = moved(FRIDGE, "fridge", "pantry", on(7), LIVES)
    assert told(there) == (9, "estimated", "kept", 4), "half of its time was over"
    assert told(moved(there, "pantry", "fridge", on(7), LIVES))[0] == 14, "and going back wins nothing"
    assert moved(package(9, "use_by"), "fridge", "pantry", TODAY, LIVES) == package(9, "use_by")
    assert moved(FRIDGE, "fridge", "cellar", TODAY, LIVES) == FRIDGE
    assert moved(FRIDGE, "fridge", "freezer", TODAY, LIVES).state == "frozen"
    assert moved(FRIDGE, "freezer", "fridge", TODAY, LIVES).state == "thawed"


def test_the_product_goes_before_the_food() -> None:
    assert lives_of(None, {"fridge.opened": 30})["fridge", "opened"] == 30


def test_a_corrected_package_moves_what_came_from_it() -> None:
    assert told(printed(package(9, "use_by"), on(12), "best_before")) == (12, "best_before", "printed", None)
    open_one = opened(package(9, "use_by"), "fridge", TODAY, LIVES)
    assert told(printed(open_one, on(12), "use_by"))[0] == 3
    assert told(printed(open_one, on(1), "use_by")) == (1, "use_by", "printed", None)
    assert told(printed(package(9, "use_by"), None, "")) == (None, "", "", None)


def test_a_date_set_by_hand_is_never_later_than_the_wall() -> None:
    assert told(said(package(9, "use_by"), on(4))) == (4, "estimated", "said", None)
    assert told(said(package(9, "best_before"), on(40)))[0] == 40
    assert told(said(said(package(9, "use_by"), on(4)), on(9))) == (9, "use_by", "printed", None)
    with pytest.raises(DomainError, match="use by"):
        said(package(9, "use_by"), on(10))


STORAGES = st.sampled_from(["fridge", "pantry", "freezer"])
STEPS = st.tuples(st.integers(0, 6), st.sampled_from(["open", "fridge", "pantry", "freezer"]))


@given(st.integers(0, 30), STORAGES, st.lists(STEPS, max_size=8))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_no_way_round_extends_a_use_by_date_but_through_the_freezer(
    days: int, here: str, steps: list[tuple[int, str]]
) -> None:
    dates, today, first = bought(Dates(use_by=on(days), date_kind="use_by"), here, TODAY, LIVES), TODAY, None
    for later, step in steps:
        today += timedelta(days=later)
        try:
            if step == "open":
                dates = opened(dates, here, today, LIVES)
            else:
                dates, here = moved(dates, here, step, today, LIVES), step
        except DomainError:
            continue
        assert dates.printed_on == on(days)
        assert dates.use_by is not None
        assert dates.frozen_on is not None or dates.use_by <= on(days)
        first = first or dates.frozen_on
        assert first is None or first <= on(days), "the first frost came in time"
